import type { CaseRow } from "../../../contract/case-procedures.ts";
import { isCaseClosed, isOverdue } from "./days-left.tsx";

export const caseFilters = ["open", "soon", "overdue", "ask", "fetch", "closed"] as const;
export type CaseFilter = (typeof caseFilters)[number];

/** Whether a case is due within so many days, or overdue. */
export function isDueSoon(row: CaseRow, soon: number): boolean {
  const isRunning =
    row.right !== null && !isCaseClosed(row) && row.state !== "waiting-for-customer";
  return isRunning && row.daysLeft >= 0 && row.daysLeft <= soon;
}

export function matchesFilter(row: CaseRow, filter: CaseFilter, soon: number): boolean {
  switch (filter) {
    case "open":
      return !isCaseClosed(row) || row.waitsAtShop;
    case "soon":
      return isDueSoon(row, soon);
    case "overdue":
      return isOverdue(row);
    case "ask":
      return row.openQuestions > 0;
    case "fetch":
      return row.waitsAtShop;
    case "closed":
      return isCaseClosed(row) && !row.waitsAtShop;
  }
}
