import type { PendingItem } from "../../contract/pending-procedures.ts";

type Ordered = Pick<PendingItem, "urgency" | "dueOn" | "capturedAt" | "id" | "part">;

/**
 * Which of two comes first for whoever has little time: withdrawals (s.19), then what has a day by which it is
 * due, the nearest first, then the oldest. Below zero: `one`.
 */
export function comparePending(one: Ordered, other: Ordered): number {
  const isDue = (item: Ordered) => (item.dueOn === null ? 1 : 0);
  const isOrdinary = (item: Ordered) => (item.urgency === "withdrawal" ? 0 : 1);
  return (
    isOrdinary(one) - isOrdinary(other) ||
    isDue(one) - isDue(other) ||
    compare(one.dueOn ?? "", other.dueOn ?? "") ||
    compare(one.capturedAt, other.capturedAt) ||
    compare(one.id, other.id) ||
    compare(one.part, other.part)
  );
}

/** ISO days and moments of one form are in the order of their text. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
