import type { Issue } from "../../contract/failure.ts";
import type { Reference } from "../../contract/reference.ts";
import { checkName, checkText } from "../typed-rules.ts";
import type { Payment, Recipient, Refund } from "./payload.ts";

/** Thai account numbers have ten to twelve digits: shorter than an ID number and than any payment card's. */
const accountNumber = /^\d{10,12}$/;

type Terms = Pick<Refund, "subject" | "sale" | "amount" | "paid" | "reason">;

/** Who gets what, how and why: in the words of head office's lists, and without a number that is not asked. */
export function checkTerms(item: Terms, reference: Reference): Issue[] {
  return [
    ...checkRecipient(item.subject),
    ...checkText(item.sale, ["sale"]),
    ...checkReason(item, reference),
    ...checkPayment(item.paid, reference),
  ];
}

function checkRecipient(item: Recipient): Issue[] {
  const own = checkName(item.name, ["subject", "name"]);
  return item.is === "person"
    ? own
    : [...own, ...checkName(item.director, ["subject", "director"])];
}

function checkReason({ reason, paid }: Terms, { copyRules }: Reference): Issue[] {
  const found = copyRules?.reasons.find(({ id }) => id === reason);
  if (!found) return [{ path: ["reason"], code: "unknown-choice" }];
  const fits = (found.gives === "gift") === (paid.how === "gift");
  return fits ? [] : [{ path: ["paid", "how"], code: "wrong-payment" }];
}

function checkPayment(item: Payment, { copyRules }: Reference): Issue[] {
  if (item.how !== "transfer") return [];
  const issues: Issue[] = [];
  if (!copyRules?.banks.some(({ id }) => id === item.bank)) {
    issues.push({ path: ["paid", "bank"], code: "unknown-choice" });
  }
  if (!accountNumber.test(item.account)) {
    issues.push({ path: ["paid", "account"], code: "bad-account" });
  }
  return issues;
}
