import type { Failure, IssueCode } from "../../contract/failure.ts";
import { placeRefundIssue } from "./refund-faults.ts";

type Sayings = {
  notSaved: string;
  describeFailure(failure: Failure): string;
  describeIssue(code: IssueCode, limit?: number): string;
};

/** What of a failed save stands at no field, in the words of the language that the screen has now; null: nothing. */
export function sayRefundFailure(
  failed: Failure | null,
  { notSaved, describeFailure, describeIssue }: Sayings,
): string | null {
  if (failed === null) return null;
  if (failed.code !== "refused") return `${notSaved} ${describeFailure(failed)}`;
  const homeless = failed.issues.filter((issue) => placeRefundIssue(issue) === null);
  const said = homeless.map(({ code, limit }) => describeIssue(code, limit));
  return said.length > 0 ? [notSaved, ...said].join(" ") : null;
}
