import { z } from "zod";
import {
  branchId,
  captureId,
  deviceId,
  language,
  moment,
  noticeId,
  sha256Hex,
  staffId,
} from "./ids.ts";
import { envelopeVersion } from "./versions.ts";

/** Names the kinds this version of the software can take. Head office keeps others unread. */
export const captureKinds = [
  "marketing-consent",
  "id-copy",
  "event-photo-opt-out",
  "rights-request",
] as const;
export const captureKind = z.enum(captureKinds);
export type CaptureKind = z.infer<typeof captureKind>;

/** Which notice the person was shown, in which words: `hash` is SHA-256 over the canonical words. */
export const noticeShown = z.strictObject({
  id: noticeId,
  version: z.int().positive(),
  language,
  hash: sha256Hex,
});
export type NoticeShown = z.infer<typeof noticeShown>;

/** At most this many characters of canonical payload; a signature's strokes are the bulk of it. */
export const payloadLimit = 64_000;

/** The part of a capture that stays when its payload is purged. */
export const envelopeHeader = z.strictObject({
  envelope: z.literal(envelopeVersion),
  id: captureId,
  device: deviceId,
  /** Counts the device's captures from 1 without gaps. */
  sequence: z.int().positive(),
  kind: z.string().min(1).max(60),
  /** Version of the kind's payload schema. */
  version: z.int().positive(),
  /** The device's own clock, in UTC; of what says again a refused capture, the first one's. */
  capturedAt: moment,
  /** Head office's clock minus the device's, in ms, when last known; null before the first contact. */
  clockOffsetMs: z.int().nullable(),
  branch: branchId,
  staff: staffId,
  /** The capture that this one corrects, withdraws or voids. */
  amends: captureId.nullable(),
  notice: noticeShown.nullable(),
  /** SHA-256 over salt and canonical payload: see chain.ts. */
  contentHash: sha256Hex,
  /** `hash` of the device's previous capture; 64 zeros for the first. */
  previousHash: sha256Hex,
});
export type EnvelopeHeader = z.infer<typeof envelopeHeader>;

/** A capture as it is stored and sent. Payload and salt are null together, after a purge. */
export const envelope = z.strictObject({
  ...envelopeHeader.shape,
  /** RFC 8785 canonical JSON, kept as text: a changed byte would change its hash. */
  payload: z.string().max(payloadLimit).nullable(),
  /** 16 random bytes, base64url: without it a purged payload could be guessed from its hash. */
  salt: z.string().length(22).nullable(),
  /** SHA-256 over the header: see chain.ts. */
  hash: sha256Hex,
});
export type Envelope = z.infer<typeof envelope>;

/** What stays of a capture when its payload is purged. */
export function readHeader(item: Envelope): EnvelopeHeader {
  const { payload: _, salt: __, hash: ___, ...header } = item;
  return header;
}
