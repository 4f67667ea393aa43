import { z } from "zod";
import { type AttachmentMark, attachmentMark } from "../../contract/attachment.ts";
import { eventId } from "../../contract/ids.ts";
import { saidBy } from "./consent-acts.ts";

/**
 * A picture of what somebody wears, sealed, never of a face: only with its own yes, apart from the opt-out that
 * `amends` names. Picture and capture go when the event is closed.
 */
export const referencePicture = z.strictObject({
  act: z.literal("reference-picture"),
  event: eventId,
  /** Whose yes it is. */
  agreedBy: saidBy,
  picture: attachmentMark.extend({ purpose: z.literal("event-reference") }),
});
export type ReferencePicture = z.infer<typeof referencePicture>;

/** Where a published picture was seen, as a sealed picture of the screen. `amends` names the request. */
export const takeDownPicture = z.strictObject({
  act: z.literal("take-down-picture"),
  event: eventId.nullable(),
  picture: attachmentMark.extend({ purpose: z.literal("take-down") }),
});
export type TakeDownPicture = z.infer<typeof takeDownPicture>;

/** What the picture of an untrusted payload is for. */
export function readPurpose(payload: unknown): "event-reference" | "take-down" {
  return isRecord(payload) && payload.act === "take-down-picture" ? "take-down" : "event-reference";
}

/** What an untrusted payload says of its picture; null: it has none. */
export function readPictureMark(payload: unknown): AttachmentMark | null {
  return isRecord(payload) ? (attachmentMark.safeParse(payload.picture).data ?? null) : null;
}

/** The untrusted payload with what is known of its sealed picture. */
export function attachPicture(payload: unknown, mark: AttachmentMark): unknown {
  return isRecord(payload) ? { ...payload, picture: mark } : payload;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
