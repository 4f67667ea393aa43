import { type InvalidExample, issueAt } from "../kind-examples.ts";
import {
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
import { exampleSignature } from "./example-event.ts";
import type { Payload } from "./payload.ts";

const amends = (payload: Payload) => ({ amended: { kind: "event-photo-opt-out", payload } });
const dot = { ...exampleSignature, strokes: [[[5, 5]]] };
const guardian = {
  name: "สมหญิง ทดสอบ",
  relation: "parent" as const,
  signature: exampleSignature,
};
const { plan } = startEvent;

const optOuts: Record<string, InvalidExample> = {
  "nothing to recognise them by": {
    payload: { ...optOut, marks: { ...exampleMarks, tag: null, clothing: [], zone: null } },
    issues: issueAt("required", "marks"),
  },
  "a colour that is no swatch": {
    payload: {
      ...optOut,
      marks: { ...exampleMarks, clothing: [{ garment: "top", colour: "skin" }] },
    },
    issues: issueAt("bad-form", "marks", "clothing", 0, "colour"),
  },
  "a face in words": {
    payload: { ...optOut, marks: { ...exampleMarks, face: "round" } },
    issues: issueAt("bad-form", "marks", "face"),
  },
  "more children than people": {
    payload: { ...optOut, marks: { ...exampleMarks, children: 4 } },
    issues: [{ path: ["marks", "children"], code: "bad-form", limit: 3 }],
  },
  "a zone that the event does not have": {
    payload: { ...optOut, marks: { ...exampleMarks, zone: "garden" } },
    issues: issueAt("bad-form", "marks", "zone"),
  },
  "a tag that is too long": {
    payload: { ...optOut, marks: { ...exampleMarks, tag: "1111111111119" } },
    issues: [{ path: ["marks", "tag"], code: "too-long", limit: 12 }],
  },
  "a contact that is none": {
    payload: { ...optOut, contact: { phone: null, email: null } },
    issues: issueAt("contact-needed", "contact"),
  },
  "a made-up phone": {
    payload: { ...optOut, contact: { phone: "0000000000", email: null } },
    issues: issueAt("made-up-phone", "contact", "phone"),
  },
  "a reference picture of children by their own word": {
    payload: { ...optOut, saidBy: "person", referencePicture: true },
    issues: issueAt("guardian-needed", "saidBy"),
  },
  "a correction of nothing": { payload: correction, issues: issueAt("nothing-to-amend") },
  "a correction at another event": {
    payload: { ...correction, event: "old-town-walk-2026", marks: { ...exampleMarks, zone: null } },
    context: amends(optOut),
    issues: issueAt("nothing-to-amend"),
  },
  "a correction with an ID number for a reason": {
    payload: { ...correction, reason: "เลขบัตร 1111111111119" },
    context: amends(optOut),
    issues: issueAt("id-number", "reason"),
  },
  "a void without a reason": {
    payload: { ...voiding, reason: " " },
    context: amends(optOut),
    issues: issueAt("reason-needed", "reason"),
  },
  "a void with a card number for a reason": {
    payload: { ...voiding, reason: "4111 1111 1111 1111" },
    context: amends(optOut),
    issues: issueAt("card-number", "reason"),
  },
  "a void of a withdrawal": {
    payload: voiding,
    context: amends(withdrawal),
    issues: issueAt("withdrawal-stands"),
  },
  "a void of a hand-over": {
    payload: voiding,
    context: amends(handOver),
    issues: issueAt("nothing-to-amend"),
  },
};

const consents: Record<string, InvalidExample> = {
  "a consent for another purpose": {
    payload: { ...consent, purpose: "direct-marketing" },
    issues: issueAt("unknown-purpose", "purpose"),
  },
  "a consent for one place twice": {
    payload: { ...consent, shownAt: ["website", "website"] },
    issues: issueAt("bad-form", "shownAt"),
  },
  "a consent for no place": {
    payload: { ...consent, shownAt: [] },
    issues: [{ path: ["shownAt"], code: "too-short", limit: 1 }],
  },
  "an unsigned consent": {
    payload: { ...consent, signature: null },
    issues: issueAt("signature-needed", "signature"),
  },
  "a consent signed with a dot": {
    payload: { ...consent, signature: dot },
    issues: issueAt("signature-needed", "signature"),
  },
  "an adult with a guardian": {
    payload: { ...consent, guardian },
    issues: issueAt("guardian-not-needed", "guardian"),
  },
  "a pupil without a guardian": {
    payload: { ...consent, ageBand: "over-10-under-20" },
    issues: issueAt("guardian-needed", "guardian"),
  },
  "a guardian who made a dot": {
    payload: { ...consent, ageBand: "up-to-10", guardian: { ...guardian, signature: dot } },
    issues: issueAt("signature-needed", "guardian", "signature"),
  },
  "marks of no consent": {
    payload: recognise,
    context: amends(optOut),
    issues: issueAt("nothing-to-amend"),
  },
  "a withdrawal of nobody": {
    payload: { ...withdrawal, name: null },
    issues: issueAt("required", "name"),
  },
  "a withdrawal of an opt-out": {
    payload: withdrawal,
    context: amends(optOut),
    issues: issueAt("nothing-to-amend"),
  },
  "a withdrawal with a receipt that is none": {
    payload: { ...withdrawal, receipts: ["00100011"] },
    issues: issueAt("bad-receipt-number", "receipts", 0),
  },
  "a withdrawal attested in a colleague's name": {
    payload: { ...withdrawal, means: { how: "spoken", attestedBy: "prasert" } },
    issues: issueAt("bad-form", "means", "attestedBy"),
  },
};

const work: Record<string, InvalidExample> = {
  "an event under an id that is taken": {
    payload: { ...startEvent, plan: { ...plan, id: "camera-fair-2026" } },
    issues: issueAt("bad-form", "plan", "id"),
  },
  "an event with its days the wrong way round": {
    payload: { ...startEvent, plan: { ...plan, days: ["2026-11-29", "2026-11-28"] } },
    issues: issueAt("impossible-date", "plan", "days"),
  },
  "an event with a notice that nobody knows": {
    payload: { ...startEvent, plan: { ...plan, notice: "no-notice" } },
    issues: issueAt("bad-form", "plan", "notice"),
  },
  "a hand-over without a name": {
    payload: { ...handOver, photographer: { id: null, name: " " } },
    issues: issueAt("required", "photographer", "name"),
  },
  "a hand-over acknowledged with a dot": {
    payload: { ...handOver, signature: dot },
    issues: issueAt("signature-needed", "signature"),
  },
  "more pictures decided than seen": {
    payload: { ...picturesChecked, counts: { seen: 1, published: 1, covered: 1, leftOut: 0 } },
    issues: [{ path: ["counts", "seen"], code: "bad-form", limit: 2 }],
  },
  "a take-down of who knows what": {
    payload: { ...takeDown, seen: { address: null, picture: false, where: null } },
    issues: issueAt("required", "seen"),
  },
  "a take-down with a card number for words": {
    payload: {
      ...takeDown,
      seen: { address: null, picture: false, where: "4111111111111111" },
    },
    issues: issueAt("card-number", "seen", "where"),
  },
  "a take-down with an ID number for an address": {
    payload: {
      ...takeDown,
      seen: { address: "1111111111119", picture: false, where: null },
    },
    issues: issueAt("id-number", "seen", "address"),
  },
};

const pictures: Record<string, InvalidExample> = {
  "a picture of nobody's opt-out": {
    payload: referencePicture,
    context: amends(takeDown),
    issues: issueAt("nothing-to-amend"),
  },
  "a picture of an opt-out at another event": {
    payload: { ...referencePicture, event: "old-town-walk-2026" },
    context: amends(optOut),
    issues: issueAt("nothing-to-amend"),
  },
  "a picture with children by their own yes": {
    payload: { ...referencePicture, agreedBy: "person" },
    context: amends(optOut),
    issues: issueAt("guardian-needed", "agreedBy"),
  },
  "a picture that was taken for something else": {
    payload: { ...referencePicture, picture: takeDownPicture.picture },
    context: amends(optOut),
    issues: issueAt("bad-form", "picture", "purpose"),
  },
  "a picture of where an opt-out was seen": {
    payload: takeDownPicture,
    context: amends(optOut),
    issues: issueAt("nothing-to-amend"),
  },
};

/** What must not be kept, each under a name that says why. */
export const invalidExamples: Record<string, InvalidExample> = {
  ...optOuts,
  ...consents,
  ...work,
  ...pictures,
};
