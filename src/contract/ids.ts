import { z } from "zod";

/** UUID version 7 (RFC 9562): sorts by the moment it was made. */
export const captureId = z.uuidv7();
export type CaptureId = z.infer<typeof captureId>;

/** One person, or one company with its named director, as this system knows them. UUID version 7. */
export const subjectId = z.uuidv7();
export type SubjectId = z.infer<typeof subjectId>;

/** Given by head office at enrolment. */
export const deviceId = z.uuidv7();
export type DeviceId = z.infer<typeof deviceId>;

/** A short name head office chose, such as `bkk-siam` or `somying`. */
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);
export const branchId = slug;
export const staffId = slug;
export const purposeId = slug;
export const channelId = slug;
export const noticeId = slug;
/** One entry of a closed list of head office's. */
export const listChoice = slug;
/** A slug of head office's; a UUID where a manager started the event with no line. */
export const eventId = slug;
export type EventId = z.infer<typeof eventId>;
export const zoneId = slug;
export const photographerId = slug;
export type StaffId = z.infer<typeof staffId>;

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** Thai or English: the languages a notice, a receipt or the screen can be in. */
export const language = z.enum(["th", "en"]);
export type Language = z.infer<typeof language>;

/** A moment in UTC with milliseconds, ISO 8601. Stored dates are always Gregorian. */
export const moment = z.iso.datetime({ precision: 3 });

/** What a member of staff does in the shop. */
export const role = z.enum(["counter", "event", "manager"]);
export type Role = z.infer<typeof role>;
