import type { CopyRules } from "../../contract/copy-rules.ts";
import type { Language } from "../../contract/ids.ts";
import type { Correct, Refund } from "./payload.ts";
import { makeRefund, type RefundValues, startRefund } from "./refund-values.ts";

/** What stands in the form that puts a refund right: all but its proof, which stays as it was taken. */
export type CorrectValues = RefundValues & {
  /** What is put right, and why. */
  correction: string;
};

/** The refund as it was last told. What was agreed with a manager has to be agreed anew. */
export function startCorrection(refund: Refund, spoken: Language): CorrectValues {
  const { subject, paid } = refund;
  return {
    ...startRefund(spoken),
    sale: refund.sale,
    reason: refund.reason,
    amount: writeAmount(refund.amount),
    how: paid.how === "gift" ? null : paid.how,
    ...(paid.how === "transfer" ? { bank: paid.bank, account: paid.account } : {}),
    who: subject.is,
    name: subject.name,
    director: subject.is === "company" ? subject.director : "",
    evidence: refund.evidence.how,
    why: refund.exception?.reason ?? "",
    correction: "",
  };
}

/** The correction of complete values. Call it only where nothing is lacking. */
export function makeCorrection(values: CorrectValues, rules: CopyRules, refund: Refund): Correct {
  const terms = makeRefund(values, rules, refund.subject.id);
  return { ...terms, act: "correct", why: values.correction.trim() };
}

/** Baht as they are typed, of satang. */
function writeAmount(satang: number): string {
  return (satang / 100).toFixed(2).replace(/\.00$/, "");
}
