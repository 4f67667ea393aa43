import { listMandatoryFields } from "../../contract/copy-rules.ts";
import type { Issue } from "../../contract/failure.ts";
import type { RuleContext } from "../define-capture.ts";
import { checkName, checkText } from "../typed-rules.ts";
import type {
  CopyDetails,
  Correct,
  Evidence,
  PaperCopy,
  Payload,
  Refund,
  RefundClosed,
  Shred,
  Sight,
  Voiding,
} from "./payload.ts";
import { checkTerms } from "./terms-rules.ts";
import { findWantedEvidence, isAgainstRule } from "./wanted-evidence.ts";

const shortestReason = 2;
const fourCharacters = /^[0-9A-Z]{4}$/;

/** What law, policy and head office ask of a refund and its papers beyond the schema. */
export function checkRules(item: Payload, context: RuleContext): Issue[] {
  switch (item.act) {
    case "refund":
      return checkRefund(item, context);
    case "paper-copy":
      return checkPaperCopy(item, context);
    case "shred":
      return checkShred(item, context);
    case "refund-closed":
      return checkClosing(item, context);
    case "correct":
      return checkCorrection(item, context);
    case "void":
      return checkVoid(item, context);
  }
}

function checkRefund(item: Refund, context: RuleContext): Issue[] {
  return [
    ...checkTerms(item, context.reference),
    ...checkEvidence(item.evidence, context),
    ...checkException(item, item.evidence, context),
  ];
}

function checkEvidence(item: Evidence, context: RuleContext): Issue[] {
  switch (item.how) {
    case "not-needed":
      return [];
    case "seen":
      return checkSight(item.sight, context);
    case "copied":
      return checkCopy(item.copy, context);
  }
}

/** Whoever looked says so: a look in a colleague's name is none. */
function checkSight(item: Sight, { staff }: RuleContext): Issue[] {
  const at = ["evidence", "sight"];
  const issues = checkName(item.name, [...at, "name"]);
  if (!fourCharacters.test(item.lastFour)) {
    issues.push({ path: [...at, "lastFour"], code: "last-four" });
  }
  if (item.seenBy !== staff) issues.push({ path: [...at, "seenBy"], code: "bad-form" });
  return issues;
}

/** s.26 and head office: each field that may not be in a copy is covered by a mask, or is not on the document. */
function checkCopy(item: CopyDetails, { reference }: RuleContext): Issue[] {
  const at = ["evidence", "copy"];
  const ticked = new Set(item.fields.map(({ field }) => field));
  const masked = new Set(item.masks.map(({ field }) => field));
  const mandatory = reference.copyRules ? listMandatoryFields(reference.copyRules) : [];
  const allTicked = mandatory.every((field) => ticked.has(field));
  const allMeant =
    ticked.size === item.fields.length &&
    item.fields.every(({ field, state }) => state === "not-on-document" || masked.has(field));
  return [
    ...(allTicked && allMeant
      ? []
      : [{ path: [...at, "fields"], code: "tick-every-field" } satisfies Issue]),
    ...item.stamp.flatMap((line, index) => checkText(line, [...at, "stamp", index])),
  ];
}

/** More or less than the thresholds ask is the manager's to answer for, by name, reason and PIN. */
function checkException(
  item: Pick<Refund, "amount" | "reason" | "exception">,
  given: Evidence,
  { reference, vouchers = [] }: RuleContext,
): Issue[] {
  const wanted =
    reference.copyRules && findWantedEvidence(reference.copyRules, item.reason, item.amount);
  // A reason that is not on the list is an issue of its own.
  if (wanted === null) return [];
  const path = ["exception"];
  if (!isAgainstRule(given.how, wanted)) {
    return item.exception === null ? [] : [{ path, code: "bad-form" }];
  }
  if (item.exception === null) return [{ path, code: "manager-needed" }];
  const { manager, reason } = item.exception;
  const isVouched = vouchers.some(
    ({ staff, roles }) => staff === manager && roles.includes("manager"),
  );
  return [
    ...checkReason(reason, [...path, "reason"]),
    ...(isVouched ? [] : [{ path: [...path, "manager"], code: "pin-needed" } satisfies Issue]),
  ];
}

function checkPaperCopy(item: PaperCopy, { amended }: RuleContext): Issue[] {
  const issues = [
    ...checkText(item.label, ["label"]),
    ...checkText(item.place, ["place"], shortestReason),
  ];
  if (amended === null && item.subject === null) return issues;
  const refund = readAmended(amended);
  const isOfRefund = refund?.act === "refund" && refund.subject.id === item.subject;
  return isOfRefund ? issues : [...issues, { path: [], code: "nothing-to-amend" }];
}

/** Two people: one shreds, the other watches and says so with a PIN. */
function checkShred(item: Shred, { amended, staff, vouchers = [] }: RuleContext): Issue[] {
  const issues: Issue[] = [];
  const path = ["witness"];
  if (item.witness === staff) issues.push({ path, code: "second-person-needed" });
  else if (!vouchers.some((voucher) => voucher.staff === item.witness)) {
    issues.push({ path, code: "pin-needed" });
  }
  const paper = readAmended(amended);
  const isPaper = paper?.act === "paper-copy" && paper.subject === item.subject;
  return isPaper ? issues : [...issues, { path: [], code: "nothing-to-amend" }];
}

function checkClosing(item: RefundClosed, { amended }: RuleContext): Issue[] {
  const refund = readAmended(amended);
  const isOfRefund = refund?.act === "refund" && refund.subject.id === item.subject;
  return isOfRefund ? [] : [{ path: [], code: "nothing-to-amend" }];
}

/** The evidence stays, so it must still be what the corrected amount and reason ask. */
function checkCorrection(item: Correct, context: RuleContext): Issue[] {
  const issues = [...checkTerms(item, context.reference), ...checkReason(item.why, ["why"])];
  const refund = readAmended(context.amended);
  if (refund?.act !== "refund" || refund.subject.id !== item.subject.id) {
    return [...issues, { path: [], code: "nothing-to-amend" }];
  }
  return [...issues, ...checkException(item, refund.evidence, context)];
}

function checkVoid(item: Voiding, { amended }: RuleContext): Issue[] {
  const issues = checkReason(item.reason, ["reason"]);
  const target = readAmended(amended);
  const isVoidable = target !== null && target.act !== "void";
  const subject = isVoidable ? findSubjectId(target) : null;
  if (!isVoidable || subject !== item.subject) {
    issues.push({ path: [], code: "nothing-to-amend" });
  }
  return issues;
}

function checkReason(reason: string, path: Issue["path"]): Issue[] {
  if ([...reason.trim()].length < shortestReason) return [{ path, code: "reason-needed" }];
  return checkText(reason, path);
}

/** Whom an act is about; null: a copy on paper of somebody who is not known here. */
export function findSubjectId(item: Payload): string | null {
  return item.act === "refund" || item.act === "correct" ? item.subject.id : item.subject;
}

function readAmended(amended: RuleContext["amended"]): Payload | null {
  // The context promises a parsed payload of the kind it names.
  return amended?.kind === "id-copy" ? (amended.payload as Payload) : null;
}
