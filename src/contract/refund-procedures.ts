import { z } from "zod";
import { pictureLimit } from "./attachment.ts";
import { shownDocument } from "./id-document.ts";
import { captureId, listChoice, moment, staffId, subjectId } from "./ids.ts";

/** A copy on paper that still lies in the shop. */
const lyingPaper = z.strictObject({
  id: captureId,
  subject: subjectId.nullable(),
  document: shownDocument,
  label: z.string(),
  place: z.string(),
  destroyBy: z.iso.date(),
  /** Its day is today or over. */
  isDue: z.boolean(),
  /** Receipt number and recipient of the refund it belongs to; null: found without one. */
  refund: z.strictObject({ id: captureId, receiptNumber: z.string(), name: z.string() }).nullable(),
});
export type LyingPaper = z.infer<typeof lyingPaper>;

/** A refund as a list shows it, as last corrected. */
const refundSummary = z.strictObject({
  id: captureId,
  receiptNumber: z.string(),
  capturedAt: moment,
  staff: staffId,
  subject: subjectId,
  name: z.string(),
  director: z.string().nullable(),
  sale: z.string(),
  /** Satang. */
  amount: z.int(),
  how: z.enum(["cash", "transfer", "card-reversal", "gift"]),
  reason: listChoice,
  evidence: z.enum(["not-needed", "seen", "copied"]),
  /** Where the sealed copy is; null: there is none. */
  copy: z.enum(["waiting", "parked", "at-head-office"]).nullable(),
  /** ISO date; null: still open. */
  closedOn: z.iso.date().nullable(),
  papers: z.array(lyingPaper),
});
export type RefundSummary = z.infer<typeof refundSummary>;

/** Refunds, their closing, and the copies that belong to them. */
export const refundProcedures = {
  /** Open ones, oldest first, then those closed in the last 60 days, newest first. */
  "refund.list": {
    input: z.undefined(),
    output: z.strictObject({
      open: z.array(refundSummary),
      closed: z.array(refundSummary),
    }),
    callers: ["counter", "manager"],
  },
  /** One of these with all that it says: the kind's payload, as last corrected. */
  "refund.read": {
    input: z.strictObject({ id: captureId }),
    output: z.strictObject({
      id: captureId,
      receiptNumber: z.string(),
      refund: z.record(z.string(), z.unknown()),
    }),
    callers: ["counter", "manager"],
  },
  /** All copies on paper that still lie in the shop, the most urgent first. */
  "paper.list": {
    input: z.undefined(),
    output: z.array(lyingPaper),
    callers: ["counter", "manager"],
  },
} as const;

/** The masked picture of a capture, as a page hands it over: main wipes its own after sealing it. */
export const pictureBytes = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length > 0 && bytes.length <= pictureLimit);
