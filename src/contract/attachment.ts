import { z } from "zod";
import { captureId, type DeviceId, listChoice, moment, sha256Hex } from "./ids.ts";

/** What a sealed picture was taken for; part of what it is sealed with, so it cannot be used for another. */
const attachmentPurpose = z.enum(["refund-id-copy", "event-reference", "take-down"]);
export type AttachmentPurpose = z.infer<typeof attachmentPurpose>;

/** Most bytes of a picture, before it is sealed. */
export const pictureLimit = 1_572_864;

/** Bytes of the sender's key share, which comes first in sealed bytes (RFC 9180, DHKEM P-256). */
export const shareSize = 65;
/** Bytes that sealing adds: the key share and a tag of 16. */
const sealOverhead = shareSize + 16;

/** What a capture's payload says of the picture that belongs to it. A capture has one at most. */
export const attachmentMark = z.strictObject({
  purpose: attachmentPurpose,
  /** SHA-256 over the sealed bytes. */
  digest: sha256Hex,
  /** Sealed bytes. */
  size: z
    .int()
    .min(sealOverhead + 1)
    .max(pictureLimit + sealOverhead),
});
export type AttachmentMark = z.infer<typeof attachmentMark>;

/** Which capture a picture belongs to, and what for: sealed with it, so that neither can be exchanged. */
export type AttachmentPlace = {
  capture: string;
  device: DeviceId;
  sequence: number;
  purpose: AttachmentPurpose;
};

/** HPKE's `info`: ties the key schedule to this use. */
export const sealInfo = "yinyom sealed attachment v1";

/** HPKE's associated data (RFC 9180 section 5.2): a fixed array, so that order and spelling are settled. */
export function formSealedWith({ capture, device, sequence, purpose }: AttachmentPlace): string {
  return JSON.stringify([capture, device, sequence, purpose]);
}

/** Bytes of one piece of an upload, at most. */
export const pieceLimit = 65_536;

/** The capture that a picture was sealed for, where another one says it again. */
export const sealedFor = z.strictObject({ capture: captureId, sequence: z.int().positive() });
export type SealedFor = z.infer<typeof sealedFor>;

/** The next bytes of a sealed picture, from `offset` on. */
export const pieceRequest = z.object({
  capture: captureId,
  ...attachmentMark.shape,
  /** Left out: it was sealed for `capture` itself. */
  sealedFor: sealedFor.optional(),
  /** The key it is sealed to. */
  key: listChoice,
  offset: z.int().nonnegative(),
  bytes: z.base64().max(Math.ceil(pieceLimit / 3) * 4),
});
export type PieceRequest = z.infer<typeof pieceRequest>;

export const pieceRefusals = [
  /** Head office has no such capture of this device. */
  "no-capture",
  /** The capture speaks of another picture, or of none. */
  "not-its-picture",
  /** All bytes came, and are not the ones that the capture speaks of. */
  "digest-mismatch",
  /** Its time was over before it came. */
  "destroyed",
] as const;

const answered = { capture: captureId, digest: sha256Hex, serverTime: moment };

/** Head office's word on a piece. Only `whole` lets the desk delete its own. */
export const pieceAnswer = z.discriminatedUnion("state", [
  /** It holds the first `have` bytes, durably. */
  z.strictObject({ ...answered, state: z.literal("more"), have: z.int().nonnegative() }),
  z.strictObject({ ...answered, state: z.literal("whole") }),
  z.strictObject({ ...answered, state: z.literal("refused"), reason: z.enum(pieceRefusals) }),
]);
export type PieceAnswer = z.infer<typeof pieceAnswer>;
