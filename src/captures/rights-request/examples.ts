import { type InvalidExample, issueAt, type KindExamples } from "../kind-examples.ts";
import { formReceiptNumber } from "../receipt-number.ts";
import { copyingReference, exampleReference } from "./example-reference.ts";
import {
  access,
  correction,
  declaration,
  exampleStaff,
  footageRequest,
  handOver,
  kanda,
  letter,
  questionAnswer,
  voiding,
} from "./example-requests.ts";
import { limits, type Payload, type RightsRequest } from "./payload.ts";

const ofRequest = { amended: { kind: "rights-request", payload: access } };
const ofLetter = { amended: { kind: "rights-request", payload: letter } };
const copyReceipt = formReceiptNumber(321, 4711).replaceAll("-", "");
const document = { how: "document" as const, document: "passport" as const, seenBy: exampleStaff };

const ofEachRight: Record<string, { payload: Payload }> = {
  "access, by herself": { payload: access },
  "a consent to pictures taken back": {
    payload: { ...access, right: "withdraw-consent", data: ["event-pictures"], reason: null },
  },
  "a file for another shop": {
    payload: {
      ...access,
      right: "portability",
      reason: null,
      recipient: { controller: "ร้านกล้องสมมติ" },
    },
  },
  "a file for herself": {
    payload: { ...access, right: "portability", reason: null, recipient: { controller: null } },
  },
  "an objection to CCTV": {
    payload: { ...footageRequest, right: "objection", reason: "legitimate-interest" },
  },
  "erasure of everything": {
    payload: { ...access, right: "erasure", data: ["membership", "marketing"], reason: "objected" },
  },
  "restriction meanwhile": {
    payload: { ...access, right: "restriction", reason: "being-rectified" },
  },
  "a wrong name": {
    payload: {
      ...access,
      right: "rectification",
      reason: "wrong",
      rectification: { wrong: "กันดา", right: "กานดา" },
    },
  },
  "a complaint about nothing in particular": {
    payload: {
      ...access,
      right: "complaint",
      data: [],
      reason: "leaked",
      story: "มีคนโทรมาขายของ",
    },
  },
};

const valid: KindExamples<Payload>["valid"] = {
  ...ofEachRight,
  "footage to be held": { payload: footageRequest },
  "an agent whose paper will follow": {
    payload: {
      ...access,
      asker: { who: "agent", name: "มานะ ตัวอย่าง", powerOfAttorney: "to-follow" },
      identity: { how: "later" },
      answer: { by: "phone", phone: "+66815550103" },
    },
  },
  "a mother for her child": {
    payload: {
      ...access,
      asker: { who: "guardian", name: "วิภา ตัวอย่าง", relation: "parent" },
      answer: { by: "post", address: "99/1 ถนนสมมติ เชียงใหม่ 50200" },
    },
  },
  "a son for his late father": {
    payload: {
      ...access,
      asker: { who: "of-the-dead", name: "ชัย ตัวอย่าง", relation: "child" },
      answer: { by: "shop" },
    },
  },
  "a document that was copied because head office wants it": {
    payload: { ...access, identity: { ...document, copyReceipt } },
    context: { reference: copyingReference },
  },
  "a police officer with a letter": { payload: letter },
  "a court on the phone": {
    payload: {
      ...letter,
      authority: "court",
      officer: "สมชาย ตัวอย่าง",
      phone: "+66815550104",
      letterNumber: null,
      how: "phone",
    },
  },
  "the shop's answer": { payload: questionAnswer },
  "a result that was fetched": { payload: handOver },
  "a new number": { payload: correction, context: ofRequest },
  "a request taken twice": { payload: voiding, context: ofRequest },
  "a letter taken twice": { payload: { ...voiding, subject: null }, context: ofLetter },
};

function without(
  changed: Partial<RightsRequest>,
  ...issue: Parameters<typeof issueAt>
): InvalidExample {
  return { payload: { ...access, ...changed }, issues: issueAt(...issue) };
}

const invalid: Record<string, InvalidExample> = {
  "nothing at all": { payload: undefined, issues: issueAt("required") },
  "a ninth right": {
    payload: { ...access, right: "revenge" },
    issues: issueAt("bad-form", "right"),
  },
  "no data": without({ data: [] }, "required", "data"),
  "the same data twice": without(
    { data: ["cctv", "cctv"], footage: footageRequest.footage },
    "bad-form",
    "data",
  ),
  "no reason where one is asked": without({ reason: null }, "reason-needed", "reason"),
  "another right's reason": without({ reason: "leaked" }, "bad-form", "reason"),
  "marketing, which is taken back at once": without(
    { right: "withdraw-consent", reason: null, data: ["marketing"] },
    "bad-form",
    "data",
  ),
  "a rectification without its values": without(
    { right: "rectification", reason: "wrong" },
    "required",
    "rectification",
  ),
  "more than access needs": without({ story: "เล่าให้ฟัง" }, "contact-not-needed", "story"),
  "footage that nobody can find": without({ data: ["cctv"] }, "required", "footage"),
  "footage that ends before it begins": {
    payload: {
      ...footageRequest,
      footage: { place: "หน้าร้าน", day: "2026-11-20", from: "15:00", to: "14:00", hold: true },
    },
    issues: issueAt("impossible-date", "footage", "to"),
  },
  "a day that does not exist": {
    payload: { ...footageRequest, footage: { ...footageRequest.footage, day: "2026-02-29" } },
    issues: issueAt("impossible-date", "footage", "day"),
  },
  "nobody can be found by a name alone": without(
    { subject: { ...kanda, phone: null } },
    "contact-needed",
    "subject",
    "phone",
  ),
  "a document that a colleague saw": without(
    { identity: { ...document, seenBy: "napat", copyReceipt: null } },
    "bad-form",
    "identity",
    "seenBy",
  ),
  "a copy that nobody wants": without(
    { identity: { ...document, copyReceipt } },
    "contact-not-needed",
    "identity",
    "copyReceipt",
  ),
  "a copy without its receipt": {
    payload: { ...access, identity: { ...document, copyReceipt: "A" } },
    issues: issueAt("bad-receipt-number", "identity", "copyReceipt"),
    context: { reference: copyingReference },
  },
  "a dot for a signature": without(
    { declaration: { ...declaration, signature: { width: 10, height: 10, strokes: [[[1, 1]]] } } },
    "signature-needed",
    "declaration",
    "signature",
  ),
  "a card number in a story": {
    payload: {
      ...access,
      right: "complaint",
      data: [],
      reason: "other",
      story: "4111 1111 1111 1111",
    },
    issues: issueAt("card-number", "story"),
  },
  "an address that is none": without(
    { answer: { by: "email", email: "kanda" } },
    "bad-email",
    "answer",
    "email",
  ),
  "a letter of nobody": {
    payload: { ...letter, office: " " },
    issues: issueAt("required", "office"),
  },
  "an answer that is too long": {
    payload: { ...questionAnswer, words: "ก".repeat(limits.story + 1) },
    issues: [{ path: ["words"], code: "too-long", limit: limits.story }],
  },
  "a result for nobody": {
    payload: { ...handOver, receiver: "ก" },
    issues: issueAt("one-character-name", "receiver"),
  },
  "a correction of another person": {
    payload: correction,
    issues: issueAt("nothing-to-amend"),
    context: ofLetter,
  },
  "a void without a reason": {
    payload: { ...voiding, reason: "" },
    issues: issueAt("reason-needed", "reason"),
    context: ofRequest,
  },
  "a void of nothing": { payload: voiding, issues: issueAt("nothing-to-amend") },
};

export const examples: KindExamples<Payload> = {
  context: { reference: exampleReference, amended: null, staff: exampleStaff },
  valid,
  invalid,
};
