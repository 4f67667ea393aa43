import type { CaseFault, CaseStep } from "../../contract/case.ts";
import { fail, type Result, succeed } from "../../contract/failure.ts";
import { readShopDay } from "../shop-day.ts";
import { type CaseProgress, findCaseDueDate, isClosed } from "./case-state.ts";
import { countDays } from "./due-date.ts";

const longestExtension = 30;
/** Questions, answers and identity papers may come while the clock stands still. */
const alsoWhileWaiting: ReadonlySet<CaseStep["step"]> = new Set([
  "resume",
  "confirm-identity",
  "ask-shop",
  "shop-answered",
]);

/**
 * Takes one step of a case, or says why it cannot be taken from where the case stands. No step leads to a
 * refusal without a reason or to a result without an identity check, and none loses a day of the clock.
 */
export function takeStep(progress: CaseProgress, step: CaseStep): Result<CaseProgress> {
  const fault = findFault(progress, step);
  if (fault !== null) return fail({ code: "case-step", fault });
  return succeed({ ...apply(progress, step), lastStepAt: step.at });
}

function findFault(progress: CaseProgress, step: CaseStep): CaseFault | null {
  const { lastStepAt } = progress;
  if (lastStepAt !== null && Date.parse(step.at) < Date.parse(lastStepAt)) {
    return "before-the-last-step";
  }
  if (step.step === "hand-over") return findHandOverFault(progress);
  if (isClosed(progress)) return "case-closed";
  if (progress.state === "waiting-for-customer" && !alsoWhileWaiting.has(step.step)) {
    return step.step === "wait" ? "already-waiting" : "still-waiting";
  }
  switch (step.step) {
    case "wait":
    case "refuse":
      return isBlank(step.words) ? "reason-missing" : null;
    case "resume":
      return progress.state === "waiting-for-customer" ? null : "not-waiting";
    case "extend":
      return findExtensionFault(progress, step);
    case "ask-shop":
      return isBlank(step.words) ? "reason-missing" : null;
    case "shop-answered":
      return findAnswerFault(progress, step);
    case "finish":
      return progress.identityChecked ? null : "identity-not-checked";
    case "check-identity":
    case "confirm-identity":
    case "begin":
      return null;
  }
}

function findHandOverFault({ state, handOver }: CaseProgress): CaseFault | null {
  if (handOver !== null) return "already-handed-over";
  return state === "done" ? null : "nothing-to-hand-over";
}

/** Once, in writing, with at most as many days again, and before the time is over: never afterwards. */
function findExtensionFault(
  progress: CaseProgress,
  step: Extract<CaseStep, { step: "extend" }>,
): CaseFault | null {
  if (progress.extension !== null) return "already-extended";
  if (isBlank(step.letter)) return "letter-missing";
  if (!Number.isInteger(step.days) || step.days < 1 || step.days > longestExtension) {
    return "bad-length";
  }
  const today = readShopDay(new Date(step.at));
  return today > findCaseDueDate(progress, today) ? "too-late" : null;
}

function findAnswerFault(
  { questions }: CaseProgress,
  step: Extract<CaseStep, { step: "shop-answered" }>,
): CaseFault | null {
  const question = questions.find(({ id }) => id === step.question);
  if (!question) return "no-such-question";
  return question.answer === null ? null : "already-answered";
}

function apply(progress: CaseProgress, step: CaseStep): CaseProgress {
  switch (step.step) {
    case "check-identity":
      return { ...progress, state: "checking-identity" };
    case "confirm-identity": {
      const isChecking = progress.state === "checking-identity";
      return {
        ...progress,
        identityChecked: true,
        ...(isChecking ? { state: findWorkingState(progress) } : {}),
      };
    }
    case "begin":
      return { ...progress, state: findWorkingState(progress) };
    case "wait":
      return {
        ...progress,
        state: "waiting-for-customer",
        pausedSince: readShopDay(new Date(step.at)),
        wait: step,
      };
    case "resume":
      return resume(progress, step.at);
    case "extend":
      return { ...progress, state: "extended", extendedDays: step.days, extension: step };
    case "ask-shop":
      return {
        ...progress,
        questions: [
          ...progress.questions,
          { id: step.question, askedAt: step.at, words: step.words, answer: null },
        ],
      };
    case "shop-answered":
      return {
        ...progress,
        questions: progress.questions.map((question) =>
          question.id === step.question
            ? { ...question, answer: { at: step.at, words: step.words } }
            : question,
        ),
      };
    case "finish":
      return { ...progress, state: "done", result: step };
    case "refuse":
      return { ...progress, state: "refused", refusal: step };
    case "hand-over":
      return { ...progress, handOver: step };
  }
}

/** The days of the pause are added to the clock, so that none is lost. */
function resume(progress: CaseProgress, at: string): CaseProgress {
  const { pausedSince, pausedDays } = progress;
  const today = readShopDay(new Date(at));
  return {
    ...progress,
    state: findWorkingState(progress),
    pausedSince: null,
    pausedDays: pausedDays + (pausedSince === null ? 0 : countDays(pausedSince, today)),
    wait: null,
  };
}

function findWorkingState({ extension }: CaseProgress): "extended" | "in-progress" {
  return extension === null ? "in-progress" : "extended";
}

function isBlank(words: string): boolean {
  return words.trim() === "";
}
