import { isClockDoubtful } from "../../captures/captured-at.ts";
import type { AnyCaptureDefinition } from "../../captures/define-capture.ts";
import {
  type HoldReason,
  type PendingRules,
  usualPendingRules,
} from "../../contract/pending-rules.ts";

export type HoldFacts = {
  definition: AnyCaptureDefinition;
  payload: unknown;
  /** Null: head office has said nothing. */
  rules: PendingRules | null;
  /** Whoever takes it: a manager has seen it by that. */
  isByManager: boolean;
  amendsHeld: boolean;
  clockOffsetMs: number | null;
  /** When it was taken, and the capture before it, by this device's clock; ms since 1970. */
  at: number;
  previousAt: number | null;
};

/**
 * Why a manager looks at a capture before it is sent; empty: it goes without waiting. A withdrawal never
 * waits (s.19), nor does what a kind says may not.
 */
export function findHoldReasons(facts: HoldFacts): HoldReason[] {
  const { definition, payload, previousAt } = facts;
  const { review } = facts.rules ?? usualPendingRules;
  const found = definition.review?.(payload) ?? null;
  if (found === null || facts.isByManager) return [];
  if (definition.urgency(payload) === "withdrawal") return [];
  const isSetBack = previousAt !== null && facts.at < previousAt;
  const isInDoubt = isSetBack || isClockDoubtful({ clockOffsetMs: facts.clockOffsetMs });
  const reasons: HoldReason[] = review.conditions.filter((condition) =>
    condition === "clock-in-doubt" ? isInDoubt : found.includes(condition),
  );
  if (review.kinds.includes(definition.kind)) reasons.push("kind");
  if (facts.amendsHeld) reasons.push("amends-held");
  return reasons;
}
