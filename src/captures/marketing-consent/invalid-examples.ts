import type { Issue, IssueCode } from "../../contract/failure.ts";
import type { InvalidExample } from "../kind-examples.ts";
import { answerAll, correction, decision, refusal, voiding, withdrawal } from "./example-acts.ts";
import {
  arthur,
  exampleSignature,
  mother,
  nongPloy,
  somying,
  withContacts,
} from "./example-people.ts";
import { exampleReference } from "./example-reference.ts";
import { limits, type Payload, type Subject } from "./payload.ts";

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

function issue(code: IssueCode, ...path: Issue["path"]): Issue[] {
  return [{ path, code }];
}

function amends(payload: Payload) {
  return { amended: { kind: "marketing-consent", payload } };
}

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

/** The decision with its first answer changed. */
function firstAnswer(change: object) {
  const [first, ...rest] = decision.answers;
  return { ...decision, answers: [{ ...first, ...change }, ...rest] };
}

const schema: Record<string, InvalidExample> = {
  "nothing at all": { payload: undefined, issues: issue("required") },
  "an act nobody knows": {
    payload: { ...decision, act: "guess" },
    issues: issue("bad-form", "act"),
  },
  "a field nobody asked": {
    payload: { ...decision, birthDate: "1990-01-01" },
    issues: issue("bad-form", "birthDate"),
  },
  "a name over its limit": {
    payload: by({ name: "ก".repeat(limits.name + 1) }),
    issues: [{ path: ["subject", "name"], code: "too-long", limit: limits.name }],
  },
  "a reason over its limit": {
    payload: { ...correction, reason: "ก".repeat(limits.reason + 1) },
    issues: [{ path: ["reason"], code: "too-long", limit: limits.reason }],
  },
  "a control character in a name": {
    payload: by({ name: "Som\u0000ying" }),
    issues: issue("bad-form", "subject", "name"),
  },
  "a day that does not exist": {
    payload: { act: "no-thank-you", subject: null, day: "2026-02-29" },
    issues: issue("impossible-date", "day"),
  },
  "a day of the Buddhist era, written as people do": {
    payload: { act: "no-thank-you", subject: null, day: "22/11/2569" },
    issues: issue("impossible-date", "day"),
  },
  "a withdrawal of nothing": {
    payload: { ...withdrawal, scope: [] },
    issues: [{ path: ["scope"], code: "too-short", limit: 1 }],
  },
  "a signature without a stroke": {
    payload: { ...decision, means: { how: "signature", signature: { ...dot, strokes: [] } } },
    issues: [{ path: ["means", "signature", "strokes"], code: "too-short", limit: 1 }],
  },
};

const answers: Record<string, InvalidExample> = {
  "a purpose not answered": {
    payload: {
      ...decision,
      answers: decision.answers.filter(({ purpose }) => purpose !== "photo-publicity"),
    },
    issues: issue("answer-every-purpose", "answers", "photo-publicity"),
  },
  "a channel not answered": {
    payload: { ...decision, answers: decision.answers.filter(({ channel }) => channel !== "post") },
    issues: issue("answer-every-purpose", "answers", "direct-marketing", "post"),
  },
  "a purpose that head office does not ask": {
    payload: {
      ...decision,
      answers: [...decision.answers, { ...decision.answers[0], purpose: "fortune-telling" }],
    },
    issues: issue("unknown-purpose", "answers", decision.answers.length, "purpose"),
  },
  "a channel that head office does not use": {
    payload: {
      ...decision,
      answers: [...decision.answers, { ...decision.answers[0], channel: "telegram" }],
    },
    issues: issue("unknown-channel", "answers", decision.answers.length, "channel"),
  },
  "a channel for a purpose without channels": {
    payload: {
      ...decision,
      answers: [
        ...decision.answers,
        { purpose: "photo-publicity", channel: "sms", answer: "no", basis: "consent" },
      ],
    },
    issues: issue("unknown-channel", "answers", decision.answers.length, "channel"),
  },
  "yes to news without a channel": {
    payload: {
      ...decision,
      answers: [...decision.answers, { ...decision.answers[0], channel: null }],
    },
    issues: issue("choose-a-channel", "answers", decision.answers.length, "channel"),
  },
  "two answers to one question": {
    payload: {
      ...decision,
      answers: [...decision.answers, { ...decision.answers[0], answer: "no" }],
    },
    issues: issue("bad-form", "answers", decision.answers.length),
  },
  "a customer on the basis of a member": {
    payload: firstAnswer({ basis: "member-benefit" }),
    issues: issue("wrong-basis", "answers", 0, "basis"),
  },
  "a member on another basis than the DPO's": {
    payload: {
      ...decision,
      subject: arthur,
      answers: answerAll(["direct-marketing email"], "member").map((given, index) =>
        index === 2 ? { ...given, basis: "member-benefit" } : given,
      ),
    },
    issues: issue("wrong-basis", "answers", 2, "basis"),
  },
  "a member by consent where the DPO says benefit": {
    payload: {
      ...refusal,
      subject: withContacts(arthur, {}),
      answers: answerAll([], "member"),
    },
    context: {
      reference: {
        ...exampleReference,
        settings: { ...exampleReference.settings, memberBasis: "member-benefit" },
      },
    },
    issues: exampleReference.channels.map((_, index) => ({
      path: ["answers", index, "basis"],
      code: "wrong-basis",
    })),
  },
};

const details: Record<string, InvalidExample> = {
  "a yes without a name": {
    payload: by({ name: null }),
    issues: issue("required", "subject", "name"),
  },
  "a blank name": { payload: by({ name: "  " }), issues: issue("required", "subject", "name") },
  "a name of one character": {
    payload: by({ name: " ก " }),
    issues: issue("one-character-name", "subject", "name"),
  },
  "a name of one letter and a dot": {
    payload: by({ name: "A." }),
    issues: issue("one-character-name", "subject", "name"),
  },
  "a name of digits": {
    payload: by({ name: "12345" }),
    issues: issue("bad-form", "subject", "name"),
  },
  "a card number for a name": {
    payload: by({ name: "สมหญิง 4111 1111 1111 1111" }),
    issues: issue("card-number", "subject", "name"),
  },
  "an ID number for a member number": {
    payload: {
      ...decision,
      subject: { ...arthur, memberNumber: "1-1111-11111-11-9" },
      answers: answerAll(["direct-marketing email"], "member"),
    },
    issues: issue("id-number", "subject", "memberNumber"),
  },
  "a member without a number": {
    payload: {
      ...decision,
      subject: { ...arthur, memberNumber: null },
      answers: answerAll(["direct-marketing email"], "member"),
    },
    issues: issue("required", "subject", "memberNumber"),
  },
  "a member number of somebody who is no member": {
    payload: by({ memberNumber: "M-0012345" }),
    issues: issue("contact-not-needed", "subject", "memberNumber"),
  },
  "a chosen channel without its contact": {
    payload: reachedBy("email", {}),
    issues: issue("contact-needed", "subject", "contacts", "email"),
  },
  "contacts that no chosen channel needs": {
    payload: reachedBy("sms", { phone: "+66812345678", email: "somying@example.com" }),
    issues: issue("contact-not-needed", "subject", "contacts", "email"),
  },
  "a contact though every answer is no": {
    payload: { ...refusal, subject: somying },
    issues: issue("contact-not-needed", "subject", "contacts", "phone"),
  },
  "a made-up phone": {
    payload: reachedBy("sms", { phone: "0000000000" }),
    issues: issue("made-up-phone", "subject", "contacts", "phone"),
  },
  "a phone that counts": {
    payload: reachedBy("phone", { phone: "1234567890" }),
    issues: issue("made-up-phone", "subject", "contacts", "phone"),
  },
  "a phone that is none": {
    payload: reachedBy("sms", { phone: "081-234" }),
    issues: issue("bad-phone", "subject", "contacts", "phone"),
  },
  "a phone in another form than the stored one": {
    payload: reachedBy("sms", { phone: "0812345678" }),
    issues: issue("bad-phone", "subject", "contacts", "phone"),
  },
  "a card number for a phone": {
    payload: reachedBy("sms", { phone: "4111111111111111" }),
    issues: issue("card-number", "subject", "contacts", "phone"),
  },
  "an email that is none": {
    payload: reachedBy("email", { email: "somying@" }),
    issues: issue("bad-email", "subject", "contacts", "email"),
  },
  "an email with capitals": {
    payload: reachedBy("email", { email: "Somying@example.com" }),
    issues: issue("bad-email", "subject", "contacts", "email"),
  },
  "a card number in an email": {
    payload: reachedBy("email", { email: "4111111111111111@example.com" }),
    issues: issue("card-number", "subject", "contacts", "email"),
  },
  "an ID number for a LINE account": {
    payload: reachedBy("line", { line: "๑๑๑๑๑๑๑๑๑๑๑๑๙" }),
    issues: issue("id-number", "subject", "contacts", "line"),
  },
  "a LINE account of one character": {
    payload: reachedBy("line", { line: "x" }),
    issues: [{ path: ["subject", "contacts", "line"], code: "too-short", limit: 2 }],
  },
  "a card number in an address": {
    payload: reachedBy("post", { address: "99/1 ถนนสมมติ 5555-5555-5555-4444" }),
    issues: issue("card-number", "subject", "contacts", "address"),
  },
  "an address of nothing": {
    payload: reachedBy("post", { address: "-" }),
    issues: [{ path: ["subject", "contacts", "address"], code: "too-short", limit: 5 }],
  },
  "several faults at once, each on its field": {
    payload: { ...reachedBy("sms", { phone: "0000000000" }), guardian: mother },
    issues: [
      ...issue("made-up-phone", "subject", "contacts", "phone"),
      ...issue("guardian-not-needed", "guardian"),
    ],
  },
};

const acts: Record<string, InvalidExample> = {
  "a pupil's yes without a guardian": {
    payload: { ...decision, subject: nongPloy, answers: answerAll(["direct-marketing line"]) },
    issues: issue("guardian-needed", "guardian"),
  },
  "a guardian of an adult": {
    payload: { ...decision, guardian: mother },
    issues: issue("guardian-not-needed", "guardian"),
  },
  "a guardian without a name": {
    payload: {
      ...decision,
      subject: nongPloy,
      guardian: { ...mother, name: " " },
      answers: answerAll(["direct-marketing line"]),
    },
    issues: issue("required", "guardian", "name"),
  },
  "a guardian who made a dot": {
    payload: {
      ...decision,
      subject: nongPloy,
      guardian: { ...mother, signature: dot },
      answers: answerAll(["direct-marketing line"]),
    },
    issues: issue("signature-needed", "guardian", "signature"),
  },
  "a signature that is a dot": {
    payload: { ...decision, means: { how: "signature", signature: dot } },
    issues: issue("signature-needed", "means", "signature"),
  },
  "a yes attested in a colleague's name": {
    payload: { ...decision, means: { how: "spoken", attestedBy: "prasert" } },
    issues: issue("bad-form", "means", "attestedBy"),
  },
  "a withdrawal attested in a colleague's name": {
    payload: { ...withdrawal, means: { how: "spoken", attestedBy: "prasert" } },
    issues: issue("bad-form", "means", "attestedBy"),
  },
  "a withdrawal with a receipt that is none": {
    payload: { ...withdrawal, receipts: ["00100011"] },
    issues: issue("bad-receipt-number", "receipts", 0),
  },
  "a no, thank you with a card number": {
    payload: {
      act: "no-thank-you",
      subject: { ...somying, name: "4111111111111111" },
      day: "2026-11-22",
    },
    issues: issue("card-number", "subject", "name"),
  },
  "a correction without a reason": {
    payload: { ...correction, reason: " - " },
    context: ofDecision,
    issues: issue("reason-needed", "reason"),
  },
  "a correction with an ID number for a reason": {
    payload: { ...correction, reason: "เลขบัตร 1111111111119" },
    context: ofDecision,
    issues: issue("id-number", "reason"),
  },
  "a correction of nothing": { payload: correction, issues: issue("nothing-to-amend") },
  "a correction of somebody else's decision": {
    payload: correction,
    context: amends({ ...decision, subject: arthur }),
    issues: issue("nothing-to-amend"),
  },
  "a correction of a withdrawal": {
    payload: correction,
    context: amends(withdrawal),
    issues: issue("nothing-to-amend"),
  },
  "a correction that takes away what the answers need": {
    payload: { ...correction, subject: withContacts(somying, {}) },
    context: ofDecision,
    issues: issue("contact-needed", "subject", "contacts", "phone"),
  },
  "a correction that makes a minor of an adult": {
    payload: { ...correction, subject: { ...somying, ageBand: "over-10-under-20" } },
    context: ofDecision,
    issues: issue("guardian-needed", "subject", "ageBand"),
  },
  "a void without a reason": {
    payload: { ...voiding, reason: "" },
    context: ofDecision,
    issues: issue("reason-needed", "reason"),
  },
  "a void of nothing": { payload: voiding, issues: issue("nothing-to-amend") },
  "a void of a withdrawal": {
    payload: voiding,
    context: amends(withdrawal),
    issues: issue("withdrawal-stands"),
  },
  "a void of a void": {
    payload: voiding,
    context: amends(voiding),
    issues: issue("nothing-to-amend"),
  },
  "a void in somebody else's name": {
    payload: { ...voiding, subject: arthur.id },
    context: ofDecision,
    issues: issue("nothing-to-amend"),
  },
  "a void of another kind of capture": {
    payload: voiding,
    context: { amended: { kind: "id-copy", payload: {} } },
    issues: issue("nothing-to-amend"),
  },
};

/** What a marketing consent is refused for. */
export const invalidExamples: Record<string, InvalidExample> = {
  ...schema,
  ...answers,
  ...details,
  ...acts,
};
