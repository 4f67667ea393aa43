import type { CaseState } from "../../../../contract/case.ts";
import type { InboxCaseRow } from "../../../../contract/inbox-case-procedures.ts";
import type { Right } from "../../../../contract/rights.ts";

export type CaseFilter = {
  state: CaseState | "open" | "any";
  /** `letter`: what authorities sent. */
  right: Right | "letter" | "any";
  branch: string;
};

/** Those that fit all of a filter, in the order they came in. */
export function filterCases(cases: readonly InboxCaseRow[], filter: CaseFilter): InboxCaseRow[] {
  return cases.filter((row) => {
    const isOpen = row.state !== "done" && row.state !== "refused";
    const fitsState =
      filter.state === "any" || (filter.state === "open" ? isOpen : row.state === filter.state);
    const fitsRight = filter.right === "any" || (row.right ?? "letter") === filter.right;
    return fitsState && fitsRight && (filter.branch === "any" || row.branch === filter.branch);
  });
}
