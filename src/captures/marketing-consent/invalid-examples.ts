import { type InvalidExample, issueAt } from "../kind-examples.ts";
import { correction, decision, withdrawal } from "./example-acts.ts";
import { exampleSignature, somying } from "./example-people.ts";
import { invalidActs } from "./invalid-acts.ts";
import { invalidAnswers } from "./invalid-answers.ts";
import { invalidDetails } from "./invalid-details.ts";
import { limits } from "./payload.ts";

/** What is no payload at all. */
const unreadable: Record<string, InvalidExample> = {
  "nothing at all": { payload: undefined, issues: issueAt("required") },
  "an act nobody knows": {
    payload: { ...decision, act: "guess" },
    issues: issueAt("bad-form", "act"),
  },
  "a field nobody asked": {
    payload: { ...decision, birthDate: "1990-01-01" },
    issues: issueAt("bad-form", "birthDate"),
  },
  "a name over its limit": {
    payload: { ...decision, subject: { ...somying, name: "ก".repeat(limits.name + 1) } },
    issues: [{ path: ["subject", "name"], code: "too-long", limit: limits.name }],
  },
  "a reason over its limit": {
    payload: { ...correction, reason: "ก".repeat(limits.reason + 1) },
    issues: [{ path: ["reason"], code: "too-long", limit: limits.reason }],
  },
  "a control character in a name": {
    payload: { ...decision, subject: { ...somying, name: "Som\u0000ying" } },
    issues: issueAt("bad-form", "subject", "name"),
  },
  "a day that does not exist": {
    payload: { act: "no-thank-you", subject: null, day: "2026-02-29" },
    issues: issueAt("impossible-date", "day"),
  },
  "a day of the Buddhist era, written as people do": {
    payload: { act: "no-thank-you", subject: null, day: "22/11/2569" },
    issues: issueAt("impossible-date", "day"),
  },
  "a withdrawal of nothing": {
    payload: { ...withdrawal, scope: [] },
    issues: [{ path: ["scope"], code: "too-short", limit: 1 }],
  },
  "a signature without a stroke": {
    payload: {
      ...decision,
      means: { how: "signature", signature: { ...exampleSignature, strokes: [] } },
    },
    issues: [{ path: ["means", "signature", "strokes"], code: "too-short", limit: 1 }],
  },
};

/** What a marketing consent is refused for. */
export const invalidExamples: Record<string, InvalidExample> = {
  ...unreadable,
  ...invalidAnswers,
  ...invalidDetails,
  ...invalidActs,
};
