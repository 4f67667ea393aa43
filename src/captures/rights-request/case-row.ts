import type { CaseRow } from "../../contract/case-procedures.ts";
import type { CaseRecord } from "./case-fold.ts";
import { countDaysLeft, findCaseDueDate, isClosed } from "./case-state.ts";

/** A case as a list shows it on a shop's day, ISO. */
export function makeCaseRow(record: CaseRecord, today: string): CaseRow {
  const { progress } = record;
  const isFetched = progress.result?.answeredBy === "shop" && progress.handOver === null;
  return {
    id: record.id,
    number: record.number,
    right: record.right,
    person: record.person,
    receivedOn: progress.receivedOn,
    dueOn: findCaseDueDate(progress, today),
    daysLeft: countDaysLeft(progress, today),
    clockDoubtful: record.clockDoubtful,
    state: progress.state,
    holdsFootage: record.holdsFootage,
    openQuestions: isClosed(progress)
      ? 0
      : progress.questions.filter(({ answer }) => answer === null).length,
    waitsAtShop: isFetched,
  };
}

/**
 * The order of work: footage that would be deleted meanwhile, then consents taken back, then by days left.
 * Closed cases come after all that are open, the newest first.
 */
export function compareCases(one: CaseRow, other: CaseRow): number {
  const rank = rankCase(one) - rankCase(other);
  if (rank !== 0) return rank;
  const byDay = isOver(one) ? 0 : one.daysLeft - other.daysLeft;
  if (byDay !== 0) return byDay;
  if (one.receivedOn !== other.receivedOn) {
    return (one.receivedOn < other.receivedOn ? -1 : 1) * (isOver(one) ? -1 : 1);
  }
  return one.number < other.number ? -1 : 1;
}

function rankCase(row: CaseRow): number {
  if (isOver(row)) return 3;
  if (row.holdsFootage) return 0;
  return row.right === "withdraw-consent" ? 1 : 2;
}

function isOver({ state }: CaseRow): boolean {
  return state === "done" || state === "refused";
}
