import type { CopyRules } from "../../contract/copy-rules.ts";
import type { Evidence } from "./payload.ts";

export type EvidenceLevel = Evidence["how"];

const levels: readonly EvidenceLevel[] = ["not-needed", "seen", "copied"];

/** What head office's thresholds ask of a refund of `amount` satang; null: it has no such reason. */
export function findWantedEvidence(
  rules: CopyRules,
  reason: string,
  amount: number,
): EvidenceLevel | null {
  const found = rules.reasons.find(({ id }) => id === reason);
  if (!found) return null;
  if (found.copyFrom !== null && amount >= found.copyFrom) return "copied";
  if (found.seeFrom !== null && amount >= found.seeFrom) return "seen";
  return "not-needed";
}

/** A look more than is asked does no harm; a copy more does, and less than is asked is no proof. */
export function isAgainstRule(given: EvidenceLevel, wanted: EvidenceLevel): boolean {
  if (given === "copied") return wanted !== "copied";
  return levels.indexOf(given) < levels.indexOf(wanted);
}
