import { z } from "zod";
import { envelopeHeader } from "./envelope.ts";
import { captureId, moment } from "./ids.ts";

/** A capture as this PC keeps it. `payload` is parsed and upcast to the newest version; null once purged. */
export const storedCapture = z.strictObject({
  header: envelopeHeader,
  payload: z.unknown().nullable(),
  receiptNumber: z.string(),
  /** Null until head office has it. */
  acknowledgedAt: moment.nullable(),
  parked: z.boolean(),
  /** A manager looks at it before it is sent. */
  held: z.boolean(),
  /** Head office refused it; this capture says it again or takes it out. */
  settledBy: captureId.nullable(),
});
export type StoredCapture = z.infer<typeof storedCapture>;
