import { z } from "zod";
import { deskStanding } from "./branch-picture.ts";
import { branchId, deviceId, moment } from "./ids.ts";
import type { InboxProcedure } from "./inbox-procedure.ts";

const count = z.int().nonnegative();

/** Somebody whose records lay on a PC, as far as those records say who it is. */
const personHeld = z.strictObject({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  member: z.string().nullable(),
  /** Kinds of capture. */
  kinds: z.array(z.string()),
  receiptNumbers: z.array(z.string()),
  lastAt: moment,
});
export type PersonHeld = z.infer<typeof personHeld>;

/** At most so many people are told; the counts are of all. */
export const peopleHeldLimit = 5_000;

/** What a breach report of a lost PC needs (s.37(4): within 72 hours). */
export const deviceLoss = z.strictObject({
  name: z.string(),
  number: z.int().positive(),
  branch: branchId,
  lastSeenAt: moment.nullable(),
  revokedAt: moment.nullable(),
  /** What came from it after it was revoked; null where it was not. */
  since: z.strictObject({ captures: count, lastAt: moment.nullable() }).nullable(),
  /** When it said that it had handed over all that it could, and what it had left; null: it has not. */
  left: z.strictObject({ at: moment, captures: count, pictures: count }).nullable(),
  readAt: moment,
  /** How the PC stood when it was last heard of; null: it never said. */
  standing: deskStanding.nullable(),
  /** The highest number of its chain here; 0: nothing came. */
  highest: count,
  /** Numbers beneath it that have not come. */
  gaps: z.array(z.strictObject({ from: z.int(), to: z.int() })),
  /** A PC keeps a person's records for so many days after the last visit. */
  days: count,
  /** Its own records that it may still have held, and other PCs' that it was given for events and cases. */
  records: count,
  passedOn: count,
  people: z.array(personHeld).max(peopleHeldLimit),
  peopleCount: count,
});
export type DeviceLoss = z.infer<typeof deviceLoss>;

export const inboxLossProcedures = {
  "devices.readLoss": {
    summary: "What a lost PC had not sent and whose records it held; written down",
    input: z.strictObject({ id: deviceId }),
    output: deviceLoss,
    callers: "dpo",
  },
} as const satisfies Record<string, InboxProcedure>;
