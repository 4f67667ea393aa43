import type { CaseState, CaseStep } from "../../contract/case.ts";
import { addDays, answerDays, countDays } from "./due-date.ts";

type Taken<Name extends CaseStep["step"]> = Extract<CaseStep, { step: Name }>;

/** What the DPO asked the shop, with the answer once there is one. */
export type CaseQuestion = {
  id: string;
  askedAt: string;
  words: string;
  answer: { at: string; words: string } | null;
};

/** Where a case stands: all that its steps have made of it. */
export type CaseProgress = {
  state: CaseState;
  /** The shop's day, ISO: the clock starts here. */
  receivedOn: string;
  /** Days for which the clock stood still, in pauses that are over. */
  pausedDays: number;
  /** The day since which it stands still now. */
  pausedSince: string | null;
  extendedDays: number;
  identityChecked: boolean;
  /** ISO, UTC. */
  lastStepAt: string | null;
  questions: readonly CaseQuestion[];
  wait: Taken<"wait"> | null;
  extension: Taken<"extend"> | null;
  result: Taken<"finish"> | null;
  refusal: Taken<"refuse"> | null;
  handOver: Taken<"hand-over"> | null;
};

/** A case as it comes in. `identitySeen`: a document was shown at the counter. */
export function startCase(receivedOn: string, identitySeen: boolean): CaseProgress {
  return {
    state: "received",
    receivedOn,
    pausedDays: 0,
    pausedSince: null,
    extendedDays: 0,
    identityChecked: identitySeen,
    lastStepAt: null,
    questions: [],
    wait: null,
    extension: null,
    result: null,
    refusal: null,
    handOver: null,
  };
}

export function isClosed({ state }: CaseProgress): boolean {
  return state === "done" || state === "refused";
}

/**
 * The day by which the case is answered: 30 days after its receipt, every day of a pause added, and the days
 * that a letter added. While the clock stands still it moves on with `today`; both are shop days, ISO.
 */
export function findCaseDueDate(progress: CaseProgress, today: string): string {
  const { receivedOn, pausedDays, pausedSince, extendedDays } = progress;
  const running = pausedSince === null ? 0 : Math.max(0, countDays(pausedSince, today));
  return addDays(receivedOn, answerDays + pausedDays + running + extendedDays);
}

/** Days that are left of a case; below zero when it is overdue. */
export function countDaysLeft(progress: CaseProgress, today: string): number {
  return countDays(today, findCaseDueDate(progress, today));
}
