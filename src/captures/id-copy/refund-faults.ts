import type { CopyRules } from "../../contract/copy-rules.ts";
import type { Issue, IssueCode } from "../../contract/failure.ts";
import type { SubjectId } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import type { Voucher } from "../define-capture.ts";
import { type CorrectValues, makeCorrection } from "./correct-values.ts";
import type { Refund } from "./payload.ts";
import {
  findWanted,
  isGift,
  makeEvidence,
  makeRefund,
  needsManager,
  type RefundValues,
  readAmount,
} from "./refund-values.ts";
import { checkRules } from "./rules.ts";
import { readTypedDay } from "./typed-day.ts";

/** What is wrong with one field of the form. */
export type RefundFault = { field: RefundField; code: IssueCode; limit?: number };

/** The form's fields in the order of the screen. */
export const refundFields = [
  "sale",
  "reason",
  "amount",
  "how",
  "bank",
  "account",
  "name",
  "director",
  "evidence",
  "noticeShown",
  "document",
  "seenName",
  "lastFour",
  "validUntil",
  "why",
  "manager",
  "correction",
] as const;
export type RefundField = (typeof refundFields)[number];

const nobody: SubjectId = "00000000-0000-7000-8000-000000000000";

const fieldOf: Readonly<Record<string, RefundField>> = {
  "subject.name": "name",
  "subject.director": "director",
  sale: "sale",
  amount: "amount",
  reason: "reason",
  "paid.how": "how",
  "paid.bank": "bank",
  "paid.account": "account",
  "evidence.sight.name": "seenName",
  "evidence.sight.lastFour": "lastFour",
  "evidence.sight.document": "document",
  exception: "why",
  "exception.reason": "why",
  "exception.manager": "manager",
  why: "correction",
};

/** The form's field for an issue of the payload; null: it has none. */
export function placeRefundIssue({ path }: Issue): RefundField | null {
  return fieldOf[path.join(".")] ?? null;
}

/** All that keeps the refund from being saved, one fault a field, in the order of the screen. */
export function findRefundFaults(
  values: RefundValues,
  rules: CopyRules,
  reference: Reference,
  staff: Voucher,
): RefundFault[] {
  return arrange([...listLacks(values, rules), ...listBroken(values, rules, reference, staff)]);
}

/** The same of a correction, in which what shows who got the money is as it was. */
export function findCorrectionFaults(
  values: CorrectValues,
  refund: Refund,
  rules: CopyRules,
  reference: Reference,
  staff: Voucher,
): RefundFault[] {
  const lacks = listLacks(values, rules).filter(({ field }) => !ofEvidence.has(field));
  const issues = checkRules(makeCorrection(values, rules, refund), {
    reference,
    amended: { kind: "id-copy", payload: refund },
    ...nameWitnesses(values, staff),
  });
  return arrange([...lacks, ...placeIssues(issues)]);
}

/** Fields of the proof, which a correction does not touch. */
const ofEvidence: ReadonlySet<RefundField> = new Set([
  "evidence",
  "noticeShown",
  "document",
  "seenName",
  "lastFour",
  "validUntil",
]);

function arrange(all: readonly RefundFault[]): RefundFault[] {
  return refundFields.flatMap((field) => all.find((one) => one.field === field) ?? []);
}

function listLacks(values: RefundValues, rules: CopyRules): RefundFault[] {
  const isEmpty = (text: string) => text.trim() === "";
  const isSeen = values.evidence === "seen";
  const wanted = findWanted(values, rules);
  const isAgainst = needsManager(values, rules);
  const lacks: readonly (readonly [RefundField, boolean, IssueCode?])[] = [
    ["sale", isEmpty(values.sale)],
    ["reason", values.reason === null],
    ["amount", isEmpty(values.amount)],
    ["amount", readAmount(values.amount) === null, "bad-form"],
    ["how", !isGift(values, rules) && values.how === null],
    ["bank", values.how === "transfer" && !isGift(values, rules) && values.bank === null],
    ["name", isEmpty(values.name)],
    ["director", values.who === "company" && isEmpty(values.director)],
    ["evidence", wanted !== null && values.evidence === null],
    ["noticeShown", isNoticeNeeded(values) && values.noticeShown === null],
    ["document", isSeen && values.document === null],
    ["lastFour", isSeen && isEmpty(values.lastFour)],
    ["validUntil", isSeen && !values.isForLife && isEmpty(values.validUntil)],
    [
      "validUntil",
      isSeen && !values.isForLife && readTypedDay(values.validUntil) === null,
      "impossible-date",
    ],
    ["why", isAgainst && isEmpty(values.why), "reason-needed"],
    ["manager", isAgainst && values.manager === null, "pin-needed"],
  ];
  return lacks.flatMap(([field, isLacking, code = "required"]) =>
    isLacking ? [{ field, code }] : [],
  );
}

/** Told before a document is looked at or copied (s.23). */
export function isNoticeNeeded({ evidence }: RefundValues): boolean {
  return evidence === "seen" || evidence === "copied";
}

function listBroken(
  values: RefundValues,
  rules: CopyRules,
  reference: Reference,
  staff: Voucher,
): RefundFault[] {
  const made = makeRefund(values, rules, nobody);
  // Of a copy that is yet to be made nothing can be wrong; a look in its place asks for no more here.
  const evidence = makeEvidence(values, staff.staff) ?? { how: "not-needed" as const };
  return placeIssues(
    checkRules(
      { ...made, evidence },
      { reference, amended: null, ...nameWitnesses(values, staff) },
    ),
  );
}

function nameWitnesses({ manager }: RefundValues, staff: Voucher) {
  const vouchers = manager ? [staff, { staff: manager, roles: ["manager"] as const }] : [staff];
  return { staff: staff.staff, vouchers };
}

function placeIssues(issues: readonly Issue[]): RefundFault[] {
  return issues.flatMap((issue) => {
    const field = placeRefundIssue(issue);
    // What a manager has to stand for is told above, by what is chosen and not by what is made already.
    if (field === null || issue.path[0] === "exception") return [];
    return [{ field, code: issue.code, ...(issue.limit ? { limit: issue.limit } : {}) }];
  });
}
