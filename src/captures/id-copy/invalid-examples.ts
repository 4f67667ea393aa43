import { type InvalidExample, issueAt } from "../kind-examples.ts";
import {
  amending,
  closing,
  copiedRefund,
  correction,
  exampleColleague,
  exampleCompany,
  exampleCopy,
  exampleManager,
  exampleStaff,
  paperCopy,
  seenRefund,
  shred,
  voiding,
} from "./example-acts.ts";
import { exampleReference } from "./example-reference.ts";
import type { CopyDetails, Sight } from "./payload.ts";

const exception = { reason: "ลูกค้าลืมบัตร", manager: exampleManager.staff };

function seen(change: Partial<Sight>) {
  const { evidence } = seenRefund;
  if (evidence.how !== "seen") throw new Error("the example was seen");
  return { ...seenRefund, evidence: { ...evidence, sight: { ...evidence.sight, ...change } } };
}

function copied(change: Partial<CopyDetails>) {
  const { evidence } = copiedRefund;
  return { ...copiedRefund, evidence: { ...evidence, copy: { ...exampleCopy, ...change } } };
}

const forbiddenNumbers: Record<string, InvalidExample> = {
  "a card number for a way to pay back": {
    payload: { ...seenRefund, paid: { how: "card-reversal", card: "4111111111111111" } },
    issues: issueAt("bad-form", "paid", "card"),
  },
  "a card number for an account": {
    payload: {
      ...seenRefund,
      paid: { how: "transfer", bank: "scb", account: "4111111111111111" },
    },
    issues: [{ path: ["paid", "account"], code: "too-long", limit: 12 }],
  },
  "a card number for a receipt": {
    payload: { ...seenRefund, sale: "4111 1111 1111 1111" },
    issues: issueAt("card-number", "sale"),
  },
  "an ID number in a name": {
    payload: { ...seenRefund, subject: { ...seenRefund.subject, name: "ธนพล 1111111111119" } },
    issues: issueAt("id-number", "subject", "name"),
  },
  "more of the document's number than its end": {
    payload: seen({ lastFour: "11119" }),
    issues: [{ path: ["evidence", "sight", "lastFour"], code: "too-long", limit: 4 }],
  },
  "less of the document's number than its end": {
    payload: seen({ lastFour: "119" }),
    issues: issueAt("last-four", "evidence", "sight", "lastFour"),
  },
  "an ID number in the stamp": {
    payload: copied({ stamp: ["1-1111-11111-11-9"] }),
    issues: issueAt("id-number", "evidence", "copy", "stamp", 0),
  },
};

const terms: Record<string, InvalidExample> = {
  "a reason that is not on the list": {
    payload: { ...seenRefund, reason: "just-because" },
    issues: issueAt("unknown-choice", "reason"),
  },
  "a desk that has no rules yet": {
    payload: seenRefund,
    context: { reference: { ...exampleReference, copyRules: null } },
    issues: issueAt("unknown-choice", "reason"),
  },
  "a bank that is not on the list": {
    payload: { ...seenRefund, paid: { how: "transfer", bank: "piggy", account: "1234567890" } },
    issues: issueAt("unknown-choice", "paid", "bank"),
  },
  "an account with dashes": {
    payload: { ...seenRefund, paid: { how: "transfer", bank: "scb", account: "123-4567-89" } },
    issues: issueAt("bad-account", "paid", "account"),
  },
  "money for a gift": {
    payload: { ...seenRefund, reason: "gift-owed" },
    issues: issueAt("wrong-payment", "paid", "how"),
  },
  "a director without a name": {
    payload: { ...seenRefund, subject: { ...exampleCompany, director: " " } },
    issues: issueAt("required", "subject", "director"),
  },
  "nothing given back": {
    payload: { ...seenRefund, amount: 0 },
    issues: [{ path: ["amount"], code: "bad-form", limit: 1 }],
  },
};

const proof: Record<string, InvalidExample> = {
  "the back of a Thai card": {
    payload: { ...seen({}), evidence: { how: "seen", sight: { document: "thai-id-back" } } },
    issues: [
      ...issueAt("bad-form", "evidence", "sight", "document"),
      ...issueAt("required", "evidence", "sight", "name"),
      ...issueAt("required", "evidence", "sight", "lastFour"),
      ...issueAt("required", "evidence", "sight", "validUntil"),
      ...issueAt("required", "evidence", "sight", "seenBy"),
    ],
  },
  "a look in a colleague's name": {
    payload: seen({ seenBy: exampleColleague.staff }),
    issues: issueAt("bad-form", "evidence", "sight", "seenBy"),
  },
  "a copy with a field that nobody ticked": {
    payload: copied({ fields: exampleCopy.fields.slice(1) }),
    issues: issueAt("tick-every-field", "evidence", "copy", "fields"),
  },
  "a copy with a field that head office wants covered": {
    payload: copied({ fields: exampleCopy.fields.slice(0, 3) }),
    issues: issueAt("tick-every-field", "evidence", "copy", "fields"),
  },
  "a field said to be covered that no mask covers": {
    payload: copied({ masks: exampleCopy.masks.slice(1) }),
    issues: issueAt("tick-every-field", "evidence", "copy", "fields"),
  },
  "a field ticked twice": {
    payload: copied({
      fields: [...exampleCopy.fields, { field: "religion", state: "not-on-document" }],
    }),
    issues: issueAt("tick-every-field", "evidence", "copy", "fields"),
  },
  "a large sum that was only looked at": {
    payload: { ...seenRefund, amount: 9_000_000 },
    issues: issueAt("manager-needed", "exception"),
  },
  "a copy that no rule asks": {
    payload: { ...copiedRefund, amount: 450_000 },
    issues: issueAt("manager-needed", "exception"),
  },
  "a manager who was not there": {
    payload: { ...seenRefund, amount: 9_000_000, exception },
    context: { vouchers: [exampleColleague] },
    issues: issueAt("pin-needed", "exception", "manager"),
  },
  "a manager's word without a reason": {
    payload: { ...seenRefund, amount: 9_000_000, exception: { ...exception, reason: " " } },
    context: { vouchers: [exampleManager] },
    issues: issueAt("reason-needed", "exception", "reason"),
  },
  "an exception to a rule that is kept": {
    payload: { ...seenRefund, exception },
    context: { vouchers: [exampleManager] },
    issues: issueAt("bad-form", "exception"),
  },
};

const later: Record<string, InvalidExample> = {
  "a copy on paper of another person's refund": {
    payload: { ...paperCopy, subject: exampleCompany.id },
    context: amending(seenRefund),
    issues: issueAt("nothing-to-amend"),
  },
  "shredded alone": {
    payload: { ...shred, witness: exampleStaff },
    context: amending(paperCopy),
    issues: issueAt("second-person-needed", "witness"),
  },
  "shredded before somebody who did not say so": {
    payload: shred,
    context: amending(paperCopy),
    issues: issueAt("pin-needed", "witness"),
  },
  "shredded what is no paper": {
    payload: shred,
    context: { ...amending(seenRefund), vouchers: [exampleColleague] },
    issues: issueAt("nothing-to-amend"),
  },
  "a closing of nothing": { payload: closing, issues: issueAt("nothing-to-amend") },
  "a correction to a sum that needs a copy": {
    payload: { ...correction, amount: 9_000_000 },
    context: amending(seenRefund),
    issues: issueAt("manager-needed", "exception"),
  },
  "a correction of somebody else's": {
    payload: { ...correction, subject: exampleCompany },
    context: amending(seenRefund),
    issues: issueAt("nothing-to-amend"),
  },
  "a void of a void": {
    payload: voiding,
    context: amending(voiding),
    issues: issueAt("nothing-to-amend"),
  },
};

/** What a refund and its papers are refused for. */
export const invalidExamples: Record<string, InvalidExample> = {
  ...forbiddenNumbers,
  ...terms,
  ...proof,
  ...later,
};
