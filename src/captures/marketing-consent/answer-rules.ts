import type { Issue } from "../../contract/failure.ts";
import type { Purpose, Reference } from "../../contract/reference.ts";
import { chooseBasis } from "./answer-basis.ts";
import type { Answer, Decision } from "./payload.ts";

/**
 * s.19: each purpose is its own question with its own answer, of a purpose and channel that head office
 * asks. An answer that is missing is named by purpose, and by channel where there are channels:
 * `["answers", "direct-marketing", "sms"]`.
 */
export function checkAnswers(item: Decision, reference: Reference): Issue[] {
  return [
    ...item.answers.flatMap((given, index) => checkAnswer(item, given, index, reference)),
    ...reference.purposes.flatMap((purpose) => findUnanswered(item.answers, purpose, reference)),
  ];
}

export function saysYes(answers: readonly Answer[]): boolean {
  return answers.some((given) => given.answer === "yes");
}

function checkAnswer(item: Decision, given: Answer, index: number, reference: Reference): Issue[] {
  const at = ["answers", index];
  const purpose = reference.purposes.find(({ id }) => id === given.purpose);
  if (!purpose) return [{ path: [...at, "purpose"], code: "unknown-purpose" }];
  const isRepeated = item.answers.findIndex((other) => isSameCell(other, given)) < index;
  if (isRepeated) return [{ path: at, code: "bad-form" }];
  if (purpose.usesChannels && given.channel === null) {
    return [{ path: [...at, "channel"], code: "choose-a-channel" }];
  }
  const knowsChannel = purpose.usesChannels
    ? reference.channels.some(({ id }) => id === given.channel)
    : given.channel === null;
  if (!knowsChannel) return [{ path: [...at, "channel"], code: "unknown-channel" }];
  if (given.basis !== chooseBasis(purpose, item.subject.standing, reference)) {
    return [{ path: [...at, "basis"], code: "wrong-basis" }];
  }
  return [];
}

function findUnanswered(
  answers: readonly Answer[],
  purpose: Purpose,
  reference: Reference,
): Issue[] {
  const channels = purpose.usesChannels ? reference.channels.map(({ id }) => id) : [null];
  return channels
    .filter(
      (channel) => !answers.some((given) => isSameCell(given, { purpose: purpose.id, channel })),
    )
    .map((channel) => ({
      path: ["answers", purpose.id, ...(channel === null ? [] : [channel])],
      code: "answer-every-purpose",
    }));
}

function isSameCell(
  a: Pick<Answer, "purpose" | "channel">,
  b: Pick<Answer, "purpose" | "channel">,
) {
  return a.purpose === b.purpose && a.channel === b.channel;
}
