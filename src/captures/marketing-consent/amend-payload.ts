import type { Reference } from "../../contract/reference.ts";
import { type ContactKey, listNeededByAnswers, makeSubject } from "./ask-payload.ts";
import type { CorrectValues } from "./form-values.ts";
import type { Correction, Decision, Payload, Voiding } from "./payload.ts";

/** The contact details that a correction may touch: those the decision's answers need (s.22). */
export function listCorrectable(decision: Decision, reference: Reference): ContactKey[] {
  return listNeededByAnswers(decision.answers, reference);
}

/** The correction as the form has it. Only complete when `findCorrectIssues` finds nothing. */
export function makeCorrection(
  values: CorrectValues,
  decision: Decision,
  reference: Reference,
): Correction {
  const keys = new Set(listCorrectable(decision, reference));
  return {
    act: "correction",
    subject: makeSubject(decision.subject.id, values, keys),
    reason: values.reason.trim(),
  };
}

/** Takes `target` out. */
export function makeVoid(target: Payload, reason: string): Voiding {
  const subject = target.act === "void" ? target.subject : (target.subject?.id ?? null);
  return { act: "void", subject, reason: reason.trim() };
}
