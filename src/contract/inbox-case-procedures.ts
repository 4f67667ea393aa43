import { z } from "zod";
import { caseStep, identityProof, pauseReason, publishedCase, refusalReason } from "./case.ts";
import { caseRow } from "./case-procedures.ts";
import { envelopeHeader } from "./envelope.ts";
import { branchId, captureId } from "./ids.ts";
import type { InboxProcedure } from "./inbox-procedure.ts";
import { answerWay } from "./rights.ts";

export const inboxCaseRow = z.strictObject({
  ...caseRow.shape,
  branch: branchId,
  /** ISO day on which it was done or refused; null while it is open. */
  closedOn: z.iso.date().nullable(),
  /** Why it was refused; null unless it was. */
  refusedFor: refusalReason.nullable(),
});
export type InboxCaseRow = z.infer<typeof inboxCaseRow>;

/** A capture as head office has it. `payload` is parsed, newest version; null once it is erased. */
export const officeCapture = z.strictObject({
  header: envelopeHeader,
  payload: z.unknown().nullable(),
  receiptNumber: z.string(),
});
export type OfficeCapture = z.infer<typeof officeCapture>;

const words = z.string().max(2000);

/** What the DPO does next in a case. When, and by whom, is head office's to say. */
export const nextStep = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("check-identity") }),
  z.strictObject({ step: z.literal("confirm-identity"), proof: identityProof }),
  z.strictObject({ step: z.literal("begin") }),
  z.strictObject({ step: z.literal("wait"), reason: pauseReason, words }),
  z.strictObject({ step: z.literal("resume") }),
  z.strictObject({ step: z.literal("extend"), days: z.int().min(1).max(30), letter: words }),
  z.strictObject({ step: z.literal("ask-shop"), words }),
  z.strictObject({ step: z.literal("finish"), answeredBy: answerWay, words }),
  z.strictObject({ step: z.literal("refuse"), reason: refusalReason, words }),
]);
export type NextStep = z.infer<typeof nextStep>;

/** The requests of all branches. */
export const inboxCaseProcedures = {
  "cases.list": {
    summary: "All cases, or those in which a number, name, phone or email is found",
    input: z.strictObject({ search: z.string().max(120) }),
    output: z.strictObject({
      cases: z.array(inboxCaseRow),
      /** There are more than are listed. */
      more: z.boolean(),
      today: z.iso.date(),
    }),
    callers: "signed-in",
  },
  "cases.read": {
    summary: "One case with all its captures and its log",
    input: z.strictObject({ id: captureId }),
    output: z.strictObject({
      published: publishedCase,
      captures: z.array(officeCapture),
      clockDoubtful: z.boolean(),
      voided: z.boolean(),
      today: z.iso.date(),
    }),
    callers: "signed-in",
  },
  "cases.step": {
    summary: "Take a case one step further; the shop is told at its next sync",
    input: z.strictObject({ id: captureId, next: nextStep }),
    output: z.strictObject({ taken: caseStep }),
    callers: "dpo",
  },
} as const satisfies Record<string, InboxProcedure>;
