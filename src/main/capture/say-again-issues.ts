import { parsePayload } from "../../captures/capture-reading.ts";
import type { AnyCaptureDefinition, RuleContext } from "../../captures/define-capture.ts";
import type { Envelope } from "../../contract/envelope.ts";
import type { Issue } from "../../contract/failure.ts";

/** A capture that head office refused, to be said again: its notice and its witness stay what they were. */
export type SaidAgain = { envelope: Envelope; payload: unknown };

/**
 * What is said again may break rules that have come since, and those that ask who was there; it may not break
 * one more than it did. It stands for itself, so what it amends is no part of the rules.
 */
export function listNewIssues(
  definition: AnyCaptureDefinition,
  payload: unknown,
  again: SaidAgain,
  context: RuleContext,
): Issue[] {
  const alone = { ...context, staff: again.envelope.staff, amended: null };
  const name = ({ path, code }: Issue) => JSON.stringify([path, code]);
  const old = parsePayload(definition, again.payload);
  const before = new Set(old.ok ? definition.checkRules(old.value, alone).map(name) : []);
  return (
    definition
      .checkRules(payload, alone)
      // A first that fits no form cannot be asked whether it lacked this too.
      .filter((issue) => issue.code !== "nothing-to-amend" && !before.has(name(issue)))
  );
}
