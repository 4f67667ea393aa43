import { z } from "zod";
import { caseFault } from "./case.ts";
import { moment } from "./ids.ts";

/** What may be wrong with one field. The words for each are the screen's; the code is the contract. */
export const issueCodes = [
  "required",
  "too-long",
  "too-short",
  "bad-form",
  "card-number",
  "id-number",
  "bad-phone",
  "made-up-phone",
  "bad-email",
  "one-character-name",
  "impossible-date",
  "choose-a-channel",
  "contact-needed",
  "contact-not-needed",
  "guardian-needed",
  "guardian-not-needed",
  "signature-needed",
  "reason-needed",
  "answer-every-purpose",
  "unknown-purpose",
  "unknown-channel",
  "wrong-basis",
  "not-withdrawable",
  "bad-receipt-number",
  "withdrawal-stands",
  "nothing-to-amend",
  "unknown-choice",
  "bad-account",
  "wrong-payment",
  "last-four",
  "tick-every-field",
  "manager-needed",
  "pin-needed",
  "second-person-needed",
] as const;
export const issueCode = z.enum(issueCodes);
export type IssueCode = z.infer<typeof issueCode>;

/** One field at fault: `path` names it from the payload's root; `limit` is the bound it broke, if any. */
export const issue = z.strictObject({
  path: z.array(z.union([z.string(), z.number()])),
  code: issueCode,
  limit: z.number().optional(),
});
export type Issue = z.infer<typeof issue>;

const storeFailureCodes = [
  "store-damaged",
  "store-wrong-key",
  "store-key-missing",
  "store-disk-full",
  "store-read-only",
  "store-too-new",
  "store-not-encrypted",
  "store-busy",
  "key-protection-missing",
  "passphrase-needed",
  "already-running",
] as const;
export const storeFailureCode = z.enum(storeFailureCodes);
export type StoreFailureCode = z.infer<typeof storeFailureCode>;

const courierFailureCodes = [
  /** Head office's own key has never come: nothing can be sealed to it, and no word of its told. */
  "courier-no-key",
  "courier-nothing",
  /** Not a courier file, or one without anything whole in it. */
  "courier-not-a-file",
  "courier-too-new",
  /** The file or the stick cannot be read. */
  "courier-unreadable",
  "courier-not-written",
  /** Another courier file is being written or taken in. */
  "courier-busy",
] as const;

const pictureFailureCodes = [
  "pictures-none",
  "pictures-folder-gone",
  "picture-unreadable",
  "picture-too-large",
  "picture-gone",
  "picture-locked",
  "picture-changed",
  "review-ended",
  "export-disk-full",
  "export-folder-gone",
  "export-not-writable",
  "export-among-originals",
] as const;
const pictureFailureCode = z.enum(pictureFailureCodes);

/** Failures that a person can meet in ordinary work. All else is a bug and is thrown. */
export const failure = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("refused"), issues: z.array(issue) }),
  z.strictObject({ code: z.literal("signed-out") }),
  z.strictObject({ code: z.literal("not-your-role") }),
  z.strictObject({ code: z.literal("not-found") }),
  z.strictObject({ code: z.literal("notice-changed") }),
  z.strictObject({ code: z.literal("already-amended") }),
  /** It is not held for review: it has gone to be sent, or never was. */
  z.strictObject({ code: z.literal("not-held") }),
  /** Not one that head office set aside, or one that cannot be said again here, such as one with a picture. */
  z.strictObject({ code: z.literal("not-sayable") }),
  z.strictObject({ code: z.literal("wrong-pin"), triesLeft: z.int().nonnegative() }),
  z.strictObject({ code: z.literal("person-locked") }),
  z.strictObject({ code: z.literal("not-enrolled") }),
  z.strictObject({ code: z.literal("already-enrolled") }),
  z.strictObject({ code: z.literal("enrolment-code-refused") }),
  z.strictObject({ code: z.literal("bad-address") }),
  z.strictObject({ code: z.literal("head-office-unreachable") }),
  z.strictObject({ code: z.literal("not-head-office") }),
  z.strictObject({ code: z.literal("head-office-busy") }),
  /** Head office and this desk speak no version of the protocol in common. */
  z.strictObject({ code: z.literal("versions-apart") }),
  /** Not one plain JPEG or WebP, or with more in it than a picture. */
  z.strictObject({ code: z.literal("bad-picture") }),
  z.strictObject({ code: z.literal("wrong-passphrase") }),
  /** Not head office's answer to what this PC asks now, or no key that opens this store. */
  z.strictObject({ code: z.literal("not-the-answer") }),
  z.strictObject({ code: z.literal("print-failed") }),
  z.strictObject({ code: z.literal("cancelled") }),
  /** Head office takes no new captures of this version. */
  z.strictObject({ code: z.literal("update-first") }),
  z.strictObject({ code: z.literal("update-not-now") }),
  z.strictObject({ code: pictureFailureCode }),
  z.strictObject({ code: z.enum(courierFailureCodes) }),
  /** Head office has taken this PC out of use: it takes nothing new, and hands over what it has. */
  z.strictObject({ code: z.literal("device-revoked") }),
  /** It has handed all over and destroyed its keys. What head office had refused went with them. */
  z.strictObject({
    code: z.literal("device-left"),
    at: moment,
    lost: z.strictObject({ captures: z.int().nonnegative(), pictures: z.int().nonnegative() }),
  }),
  z.strictObject({ code: z.literal("case-step"), fault: caseFault }),
  z.strictObject({ code: storeFailureCode, path: z.string().optional() }),
]);
export type Failure = z.infer<typeof failure>;
export type FailureCode = Failure["code"];

/** An expected outcome: the value, or a failure the screen has words for. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(failed: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure: failed };
}
