import { type InvalidExample, issueAt } from "../kind-examples.ts";
import { answerAll, correction, decision, voiding, withdrawal } from "./example-acts.ts";
import {
  arthur,
  exampleSignature,
  mother,
  nongPloy,
  somying,
  withContacts,
} from "./example-people.ts";
import type { Payload } from "./payload.ts";

/** A slip of the pen. */
const dot = {
  ...exampleSignature,
  strokes: [
    [[5, 5]],
    [
      [9, 9],
      [9, 9],
    ],
  ],
};
const ofDecision = amends(decision);

function amends(payload: Payload) {
  return { amended: { kind: "marketing-consent", payload } };
}

/** Who may say it, how it is said, and what may be amended. */
export const invalidActs: Record<string, InvalidExample> = {
  "a pupil's yes without a guardian": {
    payload: { ...decision, subject: nongPloy, answers: answerAll(["direct-marketing line"]) },
    issues: issueAt("guardian-needed", "guardian"),
  },
  "a guardian of an adult": {
    payload: { ...decision, guardian: mother },
    issues: issueAt("guardian-not-needed", "guardian"),
  },
  "a guardian without a name": {
    payload: {
      ...decision,
      subject: nongPloy,
      guardian: { ...mother, name: " " },
      answers: answerAll(["direct-marketing line"]),
    },
    issues: issueAt("required", "guardian", "name"),
  },
  "a guardian who made a dot": {
    payload: {
      ...decision,
      subject: nongPloy,
      guardian: { ...mother, signature: dot },
      answers: answerAll(["direct-marketing line"]),
    },
    issues: issueAt("signature-needed", "guardian", "signature"),
  },
  "a signature that is a dot": {
    payload: { ...decision, means: { how: "signature", signature: dot } },
    issues: issueAt("signature-needed", "means", "signature"),
  },
  "a yes attested in a colleague's name": {
    payload: { ...decision, means: { how: "spoken", attestedBy: "prasert" } },
    issues: issueAt("bad-form", "means", "attestedBy"),
  },
  "a withdrawal attested in a colleague's name": {
    payload: { ...withdrawal, means: { how: "spoken", attestedBy: "prasert" } },
    issues: issueAt("bad-form", "means", "attestedBy"),
  },
  "a withdrawal with a receipt that is none": {
    payload: { ...withdrawal, receipts: ["00100011"] },
    issues: issueAt("bad-receipt-number", "receipts", 0),
  },
  "a no, thank you with a card number": {
    payload: {
      act: "no-thank-you",
      subject: { ...somying, name: "4111111111111111" },
      day: "2026-11-22",
    },
    issues: issueAt("card-number", "subject", "name"),
  },
  "a correction without a reason": {
    payload: { ...correction, reason: " - " },
    context: ofDecision,
    issues: issueAt("reason-needed", "reason"),
  },
  "a correction with an ID number for a reason": {
    payload: { ...correction, reason: "เลขบัตร 1111111111119" },
    context: ofDecision,
    issues: issueAt("id-number", "reason"),
  },
  "a correction of nothing": { payload: correction, issues: issueAt("nothing-to-amend") },
  "a correction of somebody else's decision": {
    payload: correction,
    context: amends({ ...decision, subject: arthur }),
    issues: issueAt("nothing-to-amend"),
  },
  "a correction of a withdrawal": {
    payload: correction,
    context: amends(withdrawal),
    issues: issueAt("nothing-to-amend"),
  },
  "a correction that takes away what the answers need": {
    payload: { ...correction, subject: withContacts(somying, {}) },
    context: ofDecision,
    issues: issueAt("contact-needed", "subject", "contacts", "phone"),
  },
  "a correction that makes a minor of an adult": {
    payload: { ...correction, subject: { ...somying, ageBand: "over-10-under-20" } },
    context: ofDecision,
    issues: issueAt("guardian-needed", "subject", "ageBand"),
  },
  "a correction that forgets the age behind a yes": {
    payload: { ...correction, subject: { ...somying, ageBand: null } },
    context: ofDecision,
    issues: issueAt("required", "subject", "ageBand"),
  },
  "a void without a reason": {
    payload: { ...voiding, reason: "" },
    context: ofDecision,
    issues: issueAt("reason-needed", "reason"),
  },
  "a void of nothing": { payload: voiding, issues: issueAt("nothing-to-amend") },
  "a void of a withdrawal": {
    payload: voiding,
    context: amends(withdrawal),
    issues: issueAt("withdrawal-stands"),
  },
  "a void of a void": {
    payload: voiding,
    context: amends(voiding),
    issues: issueAt("nothing-to-amend"),
  },
  "a void in somebody else's name": {
    payload: { ...voiding, subject: arthur.id },
    context: ofDecision,
    issues: issueAt("nothing-to-amend"),
  },
  "a void of another kind of capture": {
    payload: voiding,
    context: { amended: { kind: "id-copy", payload: {} } },
    issues: issueAt("nothing-to-amend"),
  },
};
