import type { Issue } from "../../contract/failure.ts";
import type { StaffId } from "../../contract/ids.ts";
import type { RuleContext } from "../define-capture.ts";
import { checkSignature } from "../drawn-signature.ts";
import { readReceiptNumber } from "../receipt-number.ts";
import { checkName, checkText } from "../typed-rules.ts";
import { checkAnswers, saysYes } from "./answer-rules.ts";
import type {
  Correction,
  Decision,
  Guardian,
  Means,
  NoThankYou,
  Payload,
  Voiding,
  Withdrawal,
} from "./payload.ts";
import { checkNeeds, checkSubject } from "./subject-rules.ts";

const shortestReason = 2;

/** What law and policy ask of a marketing consent beyond its schema. Each path is that of a payload field. */
export function checkRules(item: Payload, context: RuleContext): Issue[] {
  switch (item.act) {
    case "decision":
      return checkDecision(item, context);
    case "no-thank-you":
      return checkNoThankYou(item);
    case "withdrawal":
      return checkWithdrawal(item, context);
    case "correction":
      return checkCorrection(item, context);
    case "void":
      return checkVoid(item, context);
  }
}

function checkDecision(item: Decision, { reference, staff }: RuleContext): Issue[] {
  return [
    ...checkSubject(item.subject),
    ...checkNeeds(item.subject, item.answers, reference),
    ...checkAnswers(item, reference),
    ...checkGuardian(item),
    ...checkMeans(item.means, staff),
  ];
}

/**
 * s.20: under 20 a yes needs the holder of parental power, who signs; so a minor's own "yes", said or
 * signed, is never enough. To say no nobody is needed.
 */
function checkGuardian({ guardian, subject, answers }: Decision): Issue[] {
  if (saysYes(answers) && subject.ageBand === null) {
    return [{ path: ["subject", "ageBand"], code: "required" }];
  }
  if (guardian === null) {
    const isNeeded = subject.ageBand !== "adult" && saysYes(answers);
    return isNeeded ? [{ path: ["guardian"], code: "guardian-needed" }] : [];
  }
  if (subject.ageBand === "adult") return [{ path: ["guardian"], code: "guardian-not-needed" }];
  return checkGuardianDetails(guardian);
}

function checkGuardianDetails(item: Guardian): Issue[] {
  return [
    ...checkName(item.name, ["guardian", "name"]),
    ...checkSignature(item.signature, ["guardian", "signature"]),
  ];
}

/** Whoever heard it says so: an attestation in a colleague's name is none. */
function checkMeans(item: Means, staff: StaffId): Issue[] {
  if (item.how === "signature") return checkSignature(item.signature, ["means", "signature"]);
  return item.attestedBy === staff ? [] : [{ path: ["means", "attestedBy"], code: "bad-form" }];
}

function checkNoThankYou(item: NoThankYou): Issue[] {
  return item.subject === null ? [] : checkSubject(item.subject);
}

/**
 * As easy as giving (s.19): nothing is asked of a withdrawal but that it can be matched. Its scope is not
 * held against head office's list, since a purpose that is no longer asked can still be taken back.
 */
function checkWithdrawal(item: Withdrawal, { staff }: RuleContext): Issue[] {
  return [
    ...checkSubject(item.subject),
    ...item.receipts.flatMap((receipt, index): Issue[] =>
      readReceiptNumber(receipt)?.normal === receipt
        ? []
        : [{ path: ["receipts", index], code: "bad-receipt-number" }],
    ),
    ...checkMeans(item.means, staff),
  ];
}

/** The answers stay, so the person as corrected must still have what the answers need. */
function checkCorrection(item: Correction, { reference, amended }: RuleContext): Issue[] {
  const issues = [...checkSubject(item.subject), ...checkReason(item.reason)];
  const decision = readAmended(amended);
  if (decision?.act !== "decision" || decision.subject.id !== item.subject.id) {
    return [...issues, { path: [], code: "nothing-to-amend" }];
  }
  issues.push(...checkNeeds(item.subject, decision.answers, reference));
  if (saysYes(decision.answers)) issues.push(...checkCorrectedAge(item.subject, decision));
  return issues;
}

function checkCorrectedAge({ ageBand }: Correction["subject"], { guardian }: Decision): Issue[] {
  const path = ["subject", "ageBand"];
  if (ageBand === null) return [{ path, code: "required" }];
  return ageBand !== "adult" && guardian === null ? [{ path, code: "guardian-needed" }] : [];
}

function checkVoid(item: Voiding, { amended }: RuleContext): Issue[] {
  const issues = checkReason(item.reason);
  const target = readAmended(amended);
  if (target?.act === "withdrawal") return [...issues, { path: [], code: "withdrawal-stands" }];
  const isVoidable = target !== null && target.act !== "void";
  if (!isVoidable || (target.subject?.id ?? null) !== item.subject) {
    issues.push({ path: [], code: "nothing-to-amend" });
  }
  return issues;
}

function checkReason(reason: string): Issue[] {
  const path = ["reason"];
  if ([...reason.trim()].length < shortestReason) return [{ path, code: "reason-needed" }];
  return checkText(reason, path);
}

function readAmended(amended: RuleContext["amended"]): Payload | null {
  // The context promises a parsed payload of the kind it names.
  return amended?.kind === "marketing-consent" ? (amended.payload as Payload) : null;
}
