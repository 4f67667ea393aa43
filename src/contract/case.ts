import { z } from "zod";
import { branchId, captureId, moment } from "./ids.ts";
import { answerWay, right } from "./rights.ts";

/** Where a case stands. Closed are `done` and `refused`. */
export const caseState = z.enum([
  "received",
  "checking-identity",
  "in-progress",
  "waiting-for-customer",
  "extended",
  "done",
  "refused",
]);
export type CaseState = z.infer<typeof caseState>;

/** Why the clock may stand still: something only the customer can give. */
export const pauseReason = z.enum([
  "identity-papers",
  "agent-papers",
  "which-data",
  "which-time",
  "other",
]);
export type PauseReason = z.infer<typeof pauseReason>;

/** Why a request is refused (s.30 to 36). The words beside it are what the customer reads. */
export const refusalReason = z.enum([
  "not-this-person",
  "no-such-data",
  "law-keeps-it",
  "legal-claim",
  "others-rights",
  "court-order",
  "weightier-ground",
  "outside-the-act",
  "other",
]);
export type RefusalReason = z.infer<typeof refusalReason>;

/** How head office, or the counter, made sure who asks. */
export const identityProof = z.enum([
  "document-at-counter",
  "code-to-phone",
  "papers-sent",
  "video-call",
]);

const words = z.string().max(2000);
const step = {
  at: moment,
  /** Who did it, as the shop may read it. */
  by: z.string().min(1).max(80),
};

/** One line of a case's log, written by head office. What the clock and the state are is a fold over these. */
export const caseStep = z.discriminatedUnion("step", [
  z.strictObject({ ...step, step: z.literal("check-identity") }),
  z.strictObject({ ...step, step: z.literal("confirm-identity"), proof: identityProof }),
  z.strictObject({ ...step, step: z.literal("begin") }),
  /** The clock stands still from this day on. */
  z.strictObject({ ...step, step: z.literal("wait"), reason: pauseReason, words }),
  z.strictObject({ ...step, step: z.literal("resume") }),
  z.strictObject({
    ...step,
    step: z.literal("extend"),
    days: z.int().min(1).max(30),
    /** The letter that told the customer: its number or date, and why. */
    letter: words,
  }),
  z.strictObject({ ...step, step: z.literal("ask-shop"), question: z.uuid(), words }),
  z.strictObject({
    ...step,
    step: z.literal("shop-answered"),
    question: z.uuid(),
    capture: captureId,
    words,
  }),
  z.strictObject({ ...step, step: z.literal("finish"), answeredBy: answerWay, words }),
  z.strictObject({ ...step, step: z.literal("refuse"), reason: refusalReason, words }),
  z.strictObject({ ...step, step: z.literal("hand-over"), capture: captureId, receiver: words }),
]);
export type CaseStep = z.infer<typeof caseStep>;

/** A case as head office sends it to the branch that took it, under the key of the capture that began it. */
export const publishedCase = z.strictObject({
  /** The capture that began it. */
  id: captureId,
  /** Its receipt number. */
  number: z.string().min(1).max(20),
  branch: branchId,
  /** Null: a letter of an authority. */
  right: right.nullable(),
  /** Whom it is about; null where that is nobody, or not known any more. */
  person: z.string().max(120).nullable(),
  /** The shop's day on which it was received, ISO: the clock starts here. */
  receivedOn: z.iso.date(),
  /** Whether the counter saw a document. */
  identitySeen: z.boolean(),
  /** Whether CCTV footage has to be held. */
  holdsFootage: z.boolean(),
  /** Oldest first. */
  log: z.array(caseStep).max(500),
});
export type PublishedCase = z.infer<typeof publishedCase>;

/** Why a step cannot be taken from where a case stands. */
export const caseFault = z.enum([
  "case-closed",
  "already-waiting",
  "not-waiting",
  "still-waiting",
  "reason-missing",
  "letter-missing",
  "already-extended",
  "bad-length",
  "too-late",
  "identity-not-checked",
  "no-such-question",
  "already-answered",
  "nothing-to-hand-over",
  "already-handed-over",
  "before-the-last-step",
]);
export type CaseFault = z.infer<typeof caseFault>;
