import type { KindExamples } from "../kind-examples.ts";
import {
  closing,
  consent,
  correction,
  exampleMarks,
  handOver,
  optOut,
  picturesChecked,
  recognise,
  referencePicture,
  startEvent,
  takeDown,
  takeDownPicture,
  voiding,
  withdrawal,
} from "./example-acts.ts";
import { exampleReference, exampleSignature, exampleStaff } from "./example-event.ts";
import { invalidExamples } from "./invalid-examples.ts";
import type { Payload } from "./payload.ts";

/** What an example amends. */
function amends(payload: Payload) {
  return { amended: { kind: "event-photo-opt-out", payload } };
}

const pupil: Payload = {
  ...consent,
  name: "น้องพลอย ตัวอย่าง",
  ageBand: "up-to-10",
  guardian: { name: "สมหญิง ทดสอบ", relation: "parent", signature: exampleSignature },
  signature: null,
};
const bare = { ...exampleMarks, tag: null, clothing: [], people: 1, children: 0 };

export const examples: KindExamples<Payload> = {
  context: { reference: exampleReference, amended: null, staff: exampleStaff },
  invalid: invalidExamples,
  valid: {
    "no photo, said by a mother for her children": { payload: optOut },
    "no publication, by a zone alone": {
      payload: { ...optOut, wish: "no-publication", marks: bare, saidBy: "person" },
    },
    "take down, in focus, by colours and a time": {
      payload: {
        ...optOut,
        wish: "take-down",
        framing: "in-focus",
        marks: { ...exampleMarks, tag: null, zone: null, seenAt: "2026-11-22T03:00:00.000Z" },
      },
    },
    "with a contact, and a reference picture of an adult": {
      payload: {
        ...optOut,
        saidBy: "person",
        marks: { ...exampleMarks, people: 1, children: 0 },
        contact: { phone: null, email: "somying@example.com" },
        referencePicture: true,
      },
    },
    "at an event that head office does not know yet": {
      payload: { ...optOut, event: startEvent.plan.id, marks: { ...exampleMarks, zone: "stall" } },
    },
    "they moved": { payload: correction, context: amends(optOut) },
    "they left": { payload: voiding, context: amends(optOut) },
    "a close-out taken back": { payload: voiding, context: amends(closing) },
    "a take-down of no known event taken back": {
      payload: { ...voiding, event: null },
      context: amends({ ...takeDown, event: null }),
    },
    "an event started with no line": { payload: startEvent },
    "a consent to be shown in focus": { payload: consent },
    "a child's consent, by the guardian": { payload: pupil },
    "how to find who consented": { payload: recognise, context: amends(consent) },
    "a withdrawal by name": { payload: withdrawal },
    "a withdrawal of a known consent, for some places": {
      payload: { ...withdrawal, name: null, scope: ["website"] },
      context: amends(consent),
    },
    "a signed withdrawal": {
      payload: { ...withdrawal, means: { how: "signature", signature: exampleSignature } },
    },
    "a hand-over": { payload: handOver },
    "a hand-over to somebody who stood in, of an empty board": {
      payload: { ...handOver, photographer: { id: null, name: "Sam Sample" }, covers: [] },
    },
    "pictures checked, some not decided yet": {
      payload: { ...picturesChecked, counts: { ...picturesChecked.counts, published: 100 } },
    },
    "a close-out": { payload: closing },
    "a take-down with an address full of digits": { payload: takeDown },
    "a picture of what a family wears, by the mother's yes": {
      payload: referencePicture,
      context: amends(optOut),
    },
    "a picture of where it was seen": { payload: takeDownPicture, context: amends(takeDown) },
    "a take-down by words, of no known event": {
      payload: {
        ...takeDown,
        event: null,
        seen: { address: null, picture: true, where: "โปสเตอร์หน้าร้าน" },
        contact: null,
      },
    },
  },
};
