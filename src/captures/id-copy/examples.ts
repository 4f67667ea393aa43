import type { KindExamples } from "../kind-examples.ts";
import {
  amending,
  closing,
  copiedRefund,
  correction,
  exampleColleague,
  exampleCompany,
  exampleManager,
  exampleStaff,
  paperCopy,
  seenRefund,
  shred,
  voiding,
} from "./example-acts.ts";
import { exampleReference } from "./example-reference.ts";
import { invalidExamples } from "./invalid-examples.ts";
import type { Payload } from "./payload.ts";

const exception = { reason: "ลูกค้าลืมบัตร แต่เป็นลูกค้าประจำ", manager: exampleManager.staff };
const withManager = { vouchers: [exampleManager] };

export const examples: KindExamples<Payload> = {
  context: { reference: exampleReference, amended: null, staff: exampleStaff },
  invalid: invalidExamples,
  valid: {
    "cash back, seen and not copied": { payload: seenRefund },
    "a transfer back, with a copy": { payload: copiedRefund },
    "a small sum, for which nothing is asked": {
      payload: { ...seenRefund, amount: 50_000, evidence: { how: "not-needed" } },
    },
    "a small sum, looked at all the same": { payload: { ...seenRefund, amount: 50_000 } },
    "back to the card, of which nothing is kept": {
      payload: { ...seenRefund, paid: { how: "card-reversal" } },
    },
    "a company, by its director": { payload: { ...seenRefund, subject: exampleCompany } },
    "a gift that was still owed": {
      payload: { ...seenRefund, reason: "gift-owed", paid: { how: "gift" }, amount: 190_000 },
    },
    "a large sum without a copy, by the manager": {
      payload: { ...seenRefund, amount: 9_000_000, exception },
      context: withManager,
    },
    "a copy that no rule asks, by the manager": {
      payload: { ...copiedRefund, amount: 450_000, exception },
      context: withManager,
    },
    "a house registration, which shows no photo": {
      payload: {
        ...copiedRefund,
        evidence: {
          ...copiedRefund.evidence,
          copy: {
            ...copiedRefund.evidence.copy,
            document: "house-registration",
            fields: [
              { field: "religion", state: "not-on-document" },
              { field: "blood-group", state: "not-on-document" },
              { field: "race", state: "covered" },
              { field: "id-number", state: "covered" },
            ],
            masks: [
              { field: "race", found: "staff" },
              { field: "id-number", found: "word" },
            ],
          },
        },
      },
    },
    "a copy on paper": { payload: paperCopy, context: amending(copiedRefund) },
    "a copy on paper from a drawer": { payload: { ...paperCopy, subject: null } },
    "shredded before a colleague": {
      payload: shred,
      context: { ...amending(paperCopy), vouchers: [exampleColleague] },
    },
    "the refund is done": { payload: closing, context: amending(seenRefund) },
    "a name and an amount put right": { payload: correction, context: amending(seenRefund) },
    "a refund voided": { payload: voiding, context: amending(seenRefund) },
    "a closing voided": { payload: voiding, context: amending(closing) },
  },
};
