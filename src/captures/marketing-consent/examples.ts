import type { KindExamples } from "../kind-examples.ts";
import { formReceiptNumber } from "../receipt-number.ts";
import {
  answerAll,
  correction,
  decision,
  exampleStaff,
  refusal,
  voiding,
  withdrawal,
} from "./example-acts.ts";
import { arthur, mother, nongPloy, nongPu, somying, withContacts } from "./example-people.ts";
import { exampleReference } from "./example-reference.ts";
import { invalidExamples } from "./invalid-examples.ts";
import type { Payload } from "./payload.ts";

const ofDecision = { amended: { kind: "marketing-consent", payload: decision } };

export const examples: KindExamples<Payload> = {
  context: { reference: exampleReference, amended: null, staff: exampleStaff },
  invalid: invalidExamples,
  valid: {
    "yes to one channel, signed": { payload: decision },
    "no to everything, said aloud": { payload: refusal },
    "no to everything, without a name": {
      payload: { ...refusal, subject: { ...refusal.subject, name: null } },
    },
    "yes to everything, by every channel": {
      payload: {
        ...decision,
        subject: withContacts(somying, {
          phone: "+66812345678",
          email: "somying@example.com",
          line: "@somying",
          address: "99/1 ถนนสมมติ ตำบลตัวอย่าง เชียงใหม่ 50200",
        }),
        answers: decision.answers.map((given) => ({ ...given, answer: "yes" })),
      },
    },
    "yes to photographs only, which needs no contact": {
      payload: {
        ...decision,
        subject: withContacts(somying, {}),
        collectionPoint: "promotional-activity",
        answers: answerAll(["photo-publicity"]),
      },
    },
    "a member, by consent": {
      payload: {
        ...decision,
        subject: arthur,
        collectionPoint: "membership-application",
        answers: answerAll(["direct-marketing email"], "member"),
      },
    },
    "a member, by member benefit": {
      payload: {
        ...decision,
        subject: arthur,
        answers: answerAll(["direct-marketing email"], "member", benefitReference()),
      },
      context: { reference: benefitReference() },
    },
    "a pupil's yes with the mother's": {
      payload: {
        ...decision,
        subject: nongPloy,
        guardian: mother,
        answers: answerAll(["direct-marketing line"]),
      },
    },
    "a pupil's no without anybody's": {
      payload: { ...refusal, subject: withContacts(nongPloy, {}) },
    },
    "a small child's yes by the mother": {
      payload: {
        ...decision,
        subject: nongPu,
        guardian: mother,
        answers: answerAll(["photo-publicity"]),
        means: { how: "signature", signature: mother.signature },
      },
    },
    "no, thank you, from a passer-by": {
      payload: { act: "no-thank-you", subject: null, day: "2026-11-22" },
    },
    "no, thank you, from somebody known": {
      payload: { act: "no-thank-you", subject: somying, day: "2028-02-29" },
    },
    "everything taken back": { payload: withdrawal },
    "one channel taken back": {
      payload: { ...withdrawal, scope: [{ purpose: "direct-marketing", channel: "sms" }] },
    },
    "a purpose that is no longer asked taken back": {
      payload: { ...withdrawal, scope: [{ purpose: "telegrams", channel: "carrier-pigeon" }] },
    },
    "taken back by a stranger with a receipt": {
      payload: {
        ...withdrawal,
        subject: { ...withContacts(somying, {}), name: null },
        receipts: [formReceiptNumber(321, 4711).replaceAll("-", "")],
      },
    },
    "a member's objection": { payload: { ...withdrawal, subject: arthur, right: "objection" } },
    "a wrong number put right": { payload: correction, context: ofDecision },
    "a decision voided": { payload: voiding, context: ofDecision },
    "a passer-by's no, thank you, voided": {
      payload: { ...voiding, subject: null },
      context: {
        amended: {
          kind: "marketing-consent",
          payload: { act: "no-thank-you", subject: null, day: "2026-11-22" },
        },
      },
    },
  },
};

/** The same questions where the DPO has decided that news is a member's benefit. */
function benefitReference() {
  return {
    ...exampleReference,
    settings: { ...exampleReference.settings, memberBasis: "member-benefit" as const },
  };
}
