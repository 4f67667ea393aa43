import { type InvalidExample, issueAt } from "../kind-examples.ts";
import { answerAll, decision, refusal } from "./example-acts.ts";
import { arthur, withContacts } from "./example-people.ts";
import { exampleReference } from "./example-reference.ts";

/** The decision with its first answer changed. */
function firstAnswer(change: object) {
  const [first, ...rest] = decision.answers;
  return { ...decision, answers: [{ ...first, ...change }, ...rest] };
}

/** Answers to other questions than those that head office asks, or on another basis. */
export const invalidAnswers: Record<string, InvalidExample> = {
  "a purpose not answered": {
    payload: {
      ...decision,
      answers: decision.answers.filter(({ purpose }) => purpose !== "photo-publicity"),
    },
    issues: issueAt("answer-every-purpose", "answers", "photo-publicity"),
  },
  "a channel not answered": {
    payload: { ...decision, answers: decision.answers.filter(({ channel }) => channel !== "post") },
    issues: issueAt("answer-every-purpose", "answers", "direct-marketing", "post"),
  },
  "a purpose that head office does not ask": {
    payload: {
      ...decision,
      answers: [...decision.answers, { ...decision.answers[0], purpose: "fortune-telling" }],
    },
    issues: issueAt("unknown-purpose", "answers", decision.answers.length, "purpose"),
  },
  "a channel that head office does not use": {
    payload: {
      ...decision,
      answers: [...decision.answers, { ...decision.answers[0], channel: "telegram" }],
    },
    issues: issueAt("unknown-channel", "answers", decision.answers.length, "channel"),
  },
  "a channel for a purpose without channels": {
    payload: {
      ...decision,
      answers: [
        ...decision.answers,
        { purpose: "photo-publicity", channel: "sms", answer: "no", basis: "consent" },
      ],
    },
    issues: issueAt("unknown-channel", "answers", decision.answers.length, "channel"),
  },
  "yes to news without a channel": {
    payload: {
      ...decision,
      answers: [...decision.answers, { ...decision.answers[0], channel: null }],
    },
    issues: issueAt("choose-a-channel", "answers", decision.answers.length, "channel"),
  },
  "two answers to one question": {
    payload: {
      ...decision,
      answers: [...decision.answers, { ...decision.answers[0], answer: "no" }],
    },
    issues: issueAt("bad-form", "answers", decision.answers.length),
  },
  "a customer on the basis of a member": {
    payload: firstAnswer({ basis: "member-benefit" }),
    issues: issueAt("wrong-basis", "answers", 0, "basis"),
  },
  "a member on another basis than the DPO's": {
    payload: {
      ...decision,
      subject: arthur,
      answers: answerAll(["direct-marketing email"], "member").map((given, index) =>
        index === 2 ? { ...given, basis: "member-benefit" } : given,
      ),
    },
    issues: issueAt("wrong-basis", "answers", 2, "basis"),
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
