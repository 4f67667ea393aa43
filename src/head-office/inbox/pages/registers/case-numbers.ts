import type { InboxCaseRow } from "../../../../contract/inbox-case-procedures.ts";

export type NumbersRow = {
  key: string;
  count: number;
  open: number;
  done: number;
  refused: number;
  /** Days from receipt to answer, of those answered; null: none was. */
  medianDays: number | null;
};

const dayMs = 24 * 60 * 60 * 1000;

/** Days from receipt to the answer, both shop days; null while it is open. */
export function countDaysTaken({ receivedOn, closedOn }: InboxCaseRow): number | null {
  if (closedOn === null) return null;
  return Math.round((Date.parse(closedOn) - Date.parse(receivedOn)) / dayMs);
}

/** Cases counted under a name each, in the order of the names. */
export function countCases(
  cases: readonly InboxCaseRow[],
  nameOf: (row: InboxCaseRow) => string,
): NumbersRow[] {
  const groups = new Map<string, InboxCaseRow[]>();
  for (const row of cases) {
    const key = nameOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, rows]) => {
      const count = (state: InboxCaseRow["state"]) =>
        rows.filter((row) => row.state === state).length;
      const [done, refused] = [count("done"), count("refused")];
      const taken = rows.flatMap((row) => countDaysTaken(row) ?? []);
      return {
        key,
        count: rows.length,
        open: rows.length - done - refused,
        done,
        refused,
        medianDays: findMedian(taken),
      };
    });
}

function findMedian(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
