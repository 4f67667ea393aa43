import { z } from "zod";
import type { CopyRules } from "../../contract/copy-rules.ts";
import { shownDocument } from "../../contract/id-document.ts";
import { language, type StaffId, type SubjectId } from "../../contract/ids.ts";
import type { Evidence, Payment, Recipient, Refund } from "./payload.ts";
import { readTypedDay } from "./typed-day.ts";
import { type EvidenceLevel, findWantedEvidence, isAgainstRule } from "./wanted-evidence.ts";

/** What stands in the form of a refund, as typed. */
export const refundValues = z.strictObject({
  sale: z.string(),
  reason: z.string().nullable(),
  /** Baht. */
  amount: z.string(),
  how: z.enum(["cash", "transfer", "card-reversal"]).nullable(),
  bank: z.string().nullable(),
  account: z.string(),
  who: z.enum(["person", "company"]),
  name: z.string(),
  director: z.string(),
  evidence: z.enum(["not-needed", "seen", "copied"]).nullable(),
  language,
  /** The notice as it was shown, by id, version and language. */
  noticeShown: z.string().nullable(),
  document: shownDocument.nullable(),
  seenName: z.string(),
  lastFour: z.string(),
  validUntil: z.string(),
  isForLife: z.boolean(),
  why: z.string(),
  /** The manager whose PIN was right for this very refund. */
  manager: z.string().nullable(),
});
export type RefundValues = z.infer<typeof refundValues>;

export function startRefund(spoken: RefundValues["language"]): RefundValues {
  return {
    sale: "",
    reason: null,
    amount: "",
    how: null,
    bank: null,
    account: "",
    who: "person",
    name: "",
    director: "",
    evidence: null,
    language: spoken,
    noticeShown: null,
    document: null,
    seenName: "",
    lastFour: "",
    validUntil: "",
    isForLife: false,
    why: "",
    manager: null,
  };
}

/** Satang from baht as typed, such as `1,250.50`; null: no amount. */
export function readAmount(text: string): number | null {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,\s฿]/g, ""));
  if (!found) return null;
  const satang = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return satang > 0 ? satang : null;
}

/** What head office's thresholds ask of what is typed so far; null: not known yet. */
export function findWanted(values: RefundValues, rules: CopyRules): EvidenceLevel | null {
  const amount = readAmount(values.amount);
  if (amount === null || values.reason === null) return null;
  return findWantedEvidence(rules, values.reason, amount);
}

/** Whether a manager has to stand for it. */
export function needsManager(values: RefundValues, rules: CopyRules): boolean {
  const wanted = findWanted(values, rules);
  return wanted !== null && values.evidence !== null && isAgainstRule(values.evidence, wanted);
}

export function isGift({ reason }: RefundValues, rules: CopyRules): boolean {
  return rules.reasons.find(({ id }) => id === reason)?.gives === "gift";
}

/** Who the document belongs to: the person, or the company's director. */
export function nameHolder({ who, name, director }: RefundValues): string {
  return who === "company" ? director : name;
}

/** A refund without what shows who got it: a copy's is added where the copy is made. */
export type RefundStart = Omit<Refund, "evidence">;

/** The refund of complete values. Call it only where nothing is lacking. */
export function makeRefund(
  values: RefundValues,
  rules: CopyRules,
  subject: SubjectId,
): RefundStart {
  return {
    act: "refund",
    subject: makeRecipient(values, subject),
    sale: values.sale.trim(),
    amount: readAmount(values.amount) ?? 0,
    paid: makePayment(values, rules),
    reason: values.reason ?? "",
    exception: needsManager(values, rules)
      ? { reason: values.why.trim(), manager: values.manager ?? "" }
      : null,
  };
}

/** What was seen; null: nothing was asked for. A copy is not made here. */
export function makeEvidence(values: RefundValues, staff: StaffId): Evidence | null {
  if (values.evidence === "not-needed") return { how: "not-needed" };
  if (values.evidence !== "seen" || values.document === null) return null;
  return {
    how: "seen",
    sight: {
      document: values.document,
      name: (values.seenName.trim() || nameHolder(values)).trim(),
      lastFour: values.lastFour.trim().toUpperCase(),
      validUntil: values.isForLife ? null : readTypedDay(values.validUntil),
      seenBy: staff,
    },
  };
}

function makeRecipient({ who, name, director }: RefundValues, id: SubjectId): Recipient {
  return who === "person"
    ? { id, is: "person", name: name.trim() }
    : { id, is: "company", name: name.trim(), director: director.trim() };
}

function makePayment(values: RefundValues, rules: CopyRules): Payment {
  if (isGift(values, rules)) return { how: "gift" };
  if (values.how === "transfer") {
    return {
      how: "transfer",
      bank: values.bank ?? "",
      account: values.account.replace(/[\s-]/g, ""),
    };
  }
  return { how: values.how ?? "cash" };
}
