import { type InvalidExample, issueAt } from "../kind-examples.ts";
import { answerAll, decision, refusal } from "./example-acts.ts";
import { arthur, mother, somying, withContacts } from "./example-people.ts";
import type { Subject } from "./payload.ts";

/** The decision by another subject, or by the same with other details. */
function by(subject: Partial<Subject>): InvalidExample["payload"] {
  return { ...decision, subject: { ...somying, ...subject } };
}

/** The decision with yes to one channel and what was typed for it. */
function reachedBy(channel: string, contacts: Partial<Subject["contacts"]>) {
  return {
    ...decision,
    subject: withContacts(somying, contacts),
    answers: answerAll([`direct-marketing ${channel}`]),
  };
}

/** What is typed of a person, and is not what it claims to be or not what is needed. */
export const invalidDetails: Record<string, InvalidExample> = {
  "a yes without a name": {
    payload: by({ name: null }),
    issues: issueAt("required", "subject", "name"),
  },
  "a yes without an age band": {
    payload: by({ ageBand: null }),
    issues: issueAt("required", "subject", "ageBand"),
  },
  "a blank name": { payload: by({ name: "  " }), issues: issueAt("required", "subject", "name") },
  "a name of one character": {
    payload: by({ name: " ก " }),
    issues: issueAt("one-character-name", "subject", "name"),
  },
  "a name of one letter and a dot": {
    payload: by({ name: "A." }),
    issues: issueAt("one-character-name", "subject", "name"),
  },
  "a name of digits": {
    payload: by({ name: "12345" }),
    issues: issueAt("bad-form", "subject", "name"),
  },
  "a card number for a name": {
    payload: by({ name: "สมหญิง 4111 1111 1111 1111" }),
    issues: issueAt("card-number", "subject", "name"),
  },
  "an ID number for a member number": {
    payload: {
      ...decision,
      subject: { ...arthur, memberNumber: "1-1111-11111-11-9" },
      answers: answerAll(["direct-marketing email"], "member"),
    },
    issues: issueAt("id-number", "subject", "memberNumber"),
  },
  "a member without a number": {
    payload: {
      ...decision,
      subject: { ...arthur, memberNumber: null },
      answers: answerAll(["direct-marketing email"], "member"),
    },
    issues: issueAt("required", "subject", "memberNumber"),
  },
  "a member number of somebody who is no member": {
    payload: by({ memberNumber: "M-0012345" }),
    issues: issueAt("contact-not-needed", "subject", "memberNumber"),
  },
  "a chosen channel without its contact": {
    payload: reachedBy("email", {}),
    issues: issueAt("contact-needed", "subject", "contacts", "email"),
  },
  "contacts that no chosen channel needs": {
    payload: reachedBy("sms", { phone: "+66812345678", email: "somying@example.com" }),
    issues: issueAt("contact-not-needed", "subject", "contacts", "email"),
  },
  "a contact though every answer is no": {
    payload: { ...refusal, subject: somying },
    issues: issueAt("contact-not-needed", "subject", "contacts", "phone"),
  },
  "a made-up phone": {
    payload: reachedBy("sms", { phone: "0000000000" }),
    issues: issueAt("made-up-phone", "subject", "contacts", "phone"),
  },
  "a phone that counts": {
    payload: reachedBy("phone", { phone: "1234567890" }),
    issues: issueAt("made-up-phone", "subject", "contacts", "phone"),
  },
  "a phone that is none": {
    payload: reachedBy("sms", { phone: "081-234" }),
    issues: issueAt("bad-phone", "subject", "contacts", "phone"),
  },
  "a phone in another form than the stored one": {
    payload: reachedBy("sms", { phone: "0812345678" }),
    issues: issueAt("bad-phone", "subject", "contacts", "phone"),
  },
  "a card number for a phone": {
    payload: reachedBy("sms", { phone: "4111111111111111" }),
    issues: issueAt("card-number", "subject", "contacts", "phone"),
  },
  "an email that is none": {
    payload: reachedBy("email", { email: "somying@" }),
    issues: issueAt("bad-email", "subject", "contacts", "email"),
  },
  "an email with capitals": {
    payload: reachedBy("email", { email: "Somying@example.com" }),
    issues: issueAt("bad-email", "subject", "contacts", "email"),
  },
  "a card number in an email": {
    payload: reachedBy("email", { email: "4111111111111111@example.com" }),
    issues: issueAt("card-number", "subject", "contacts", "email"),
  },
  "an ID number for a LINE account": {
    payload: reachedBy("line", { line: "๑๑๑๑๑๑๑๑๑๑๑๑๙" }),
    issues: issueAt("id-number", "subject", "contacts", "line"),
  },
  "a LINE account of one character": {
    payload: reachedBy("line", { line: "x" }),
    issues: [{ path: ["subject", "contacts", "line"], code: "too-short", limit: 2 }],
  },
  "a card number in an address": {
    payload: reachedBy("post", { address: "99/1 ถนนสมมติ 5555-5555-5555-4444" }),
    issues: issueAt("card-number", "subject", "contacts", "address"),
  },
  "an address of nothing": {
    payload: reachedBy("post", { address: "-" }),
    issues: [{ path: ["subject", "contacts", "address"], code: "too-short", limit: 5 }],
  },
  "several faults at once, each on its field": {
    payload: { ...reachedBy("sms", { phone: "0000000000" }), guardian: mother },
    issues: [
      ...issueAt("made-up-phone", "subject", "contacts", "phone"),
      ...issueAt("guardian-not-needed", "guardian"),
    ],
  },
};
