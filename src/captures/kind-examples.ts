import type { Issue, IssueCode } from "../contract/failure.ts";
import type { RuleContext } from "./define-capture.ts";

/** What must be saved as it is. Without a context of its own the kind's is taken. */
export type ValidExample<Payload> = { payload: Payload; context?: Partial<RuleContext> };

/** What must be refused with exactly these issues, by the schema or by the rules. */
export type InvalidExample = {
  payload: unknown;
  issues: readonly Issue[];
  context?: Partial<RuleContext>;
};

/** A kind told by examples, each under a name that says what it shows. Every person in them is invented. */
export type KindExamples<Payload> = {
  context: RuleContext;
  valid: Readonly<Record<string, ValidExample<Payload>>>;
  invalid: Readonly<Record<string, InvalidExample>>;
};

/** The one issue that an example is refused for. */
export function issueAt(code: IssueCode, ...path: Issue["path"]): Issue[] {
  return [{ path, code }];
}
