import type { Issue, IssueCode } from "../../contract/failure.ts";
import type { StaffId } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import { parsePayload } from "../capture-reading.ts";
import { readReceiptNumber } from "../receipt-number.ts";
import { makeCorrection, makeVoid } from "./amend-payload.ts";
import {
  contactKeys,
  guardianActsAlone,
  listPurposes,
  makeDecision,
  makeMeans,
  needsGuardian,
  saysYes,
  tidy,
} from "./ask-payload.ts";
import type { ConsentState } from "./consent-fold.ts";
import { marketingConsent } from "./definition.ts";
import type { AskValues, CorrectValues, MeansValues, WithdrawValues } from "./form-values.ts";
import type { Decision, Payload, Subject } from "./payload.ts";
import { makeWithdrawal } from "./withdraw-payload.ts";

/** What is wrong with one field of a form; `field` is the form's own name for it. */
export type FieldIssue = { field: string; code: IssueCode; limit?: number };

/** Only to look for faults in a payload that is not to be saved yet. */
const nobody = "00000000-0000-7000-8000-000000000000";

/** The field of one purpose's answer. */
export function nameReply(purpose: string): string {
  return `replies.${purpose}`;
}

/** The form's field for a fault in the payload; "form" where no field has it. */
export function placeIssue(found: Issue, sent: Payload): FieldIssue {
  return {
    field: nameField(found.path, sent),
    code: found.code,
    ...(found.limit === undefined ? {} : { limit: found.limit }),
  };
}

function nameField([first, second, third]: Issue["path"], sent: Payload): string {
  if (first === "subject" && second === "contacts" && typeof third === "string") return third;
  if (first === "subject" && typeof second === "string") return second;
  if (first === "guardian" && typeof second === "string") {
    return `guardian${second.charAt(0).toUpperCase()}${second.slice(1)}`;
  }
  if (first === "answers" && typeof second === "string") return nameReply(second);
  if (first === "answers" && sent.act === "decision" && typeof second === "number") {
    const purpose = sent.answers[second]?.purpose;
    return purpose === undefined ? "form" : nameReply(purpose);
  }
  if (first === "means") return second === "signature" ? "signature" : "how";
  if (first === "scope")
    return sent.act === "withdrawal" && sent.scope !== "all" ? "cells" : "scope";
  if (first === "receipts") return "receipt";
  return first === "collectionPoint" || first === "reason" ? first : "form";
}

/** What the schema and the rules, the same that main holds to, say of a payload. */
function checkPayload(
  made: Payload,
  reference: Reference,
  staff: StaffId,
  amended: Payload | null,
): FieldIssue[] {
  const read = parsePayload(marketingConsent, made);
  const context = {
    reference,
    staff,
    amended: amended && { kind: marketingConsent.kind, payload: amended },
  };
  // The rules look at a payload that the schema refuses too: a fault in one field hides none in another.
  const issues = [...(read.ok ? [] : read.issues), ...marketingConsent.checkRules(made, context)];
  return issues.map((found) => placeIssue(found, made));
}

/** In the order of the screen, one for each field: what is missing tells more than what follows from it. */
function arrange(fields: readonly string[], ...found: FieldIssue[][]): FieldIssue[] {
  const all = found.flat();
  const place = (field: string) => (fields.includes(field) ? fields.indexOf(field) : fields.length);
  return all
    .filter(({ field }, index) => all.findIndex((other) => other.field === field) === index)
    .toSorted((a, b) => place(a.field) - place(b.field));
}

/** Gathers what a form lacks and its payload could not even say. */
function listLacks(lacks: readonly (readonly [field: string, lacks: boolean, code?: IssueCode])[]) {
  return lacks.flatMap(([field, isLacking, code = "required"]) =>
    isLacking ? [{ field, code }] : [],
  );
}

function listMeansLacks(values: MeansValues): FieldIssue[] {
  return listLacks([
    ["how", values.how === null],
    ["signature", values.how === "signature" && makeMeans(values, "") === null, "signature-needed"],
  ]);
}

/** The consent form's fields in the order of the screen. */
function listAskFields(reference: Reference): string[] {
  const replies = listPurposes(reference).map(({ id }) => nameReply(id));
  return [
    ...["noticeShown", "name", "standing", "memberNumber", "ageBand", "collectionPoint"],
    ...replies,
    ...contactKeys,
    ...["guardianName", "guardianRelation", "guardianSignature", "how", "signature"],
  ];
}

/** All that keeps a consent form from being saved. */
export function findAskIssues(
  values: AskValues,
  reference: Reference,
  staff: StaffId,
): FieldIssue[] {
  const isYes = saysYes(values.replies);
  const needs = needsGuardian(values);
  const lacks = listLacks([
    ["noticeShown", values.noticeShown === null],
    ["name", isYes && tidy(values.name) === null],
    ["ageBand", values.ageBand === null],
    ...listPurposes(reference).flatMap(({ id, usesChannels }) => {
      const given = values.replies[id];
      const field = nameReply(id);
      const lacksChannel = usesChannels && given?.reply === "yes" && given.channels.length === 0;
      return [
        [field, !given?.reply, "answer-every-purpose"] as const,
        [field, lacksChannel, "choose-a-channel"] as const,
      ];
    }),
    ["guardianName", needs && tidy(values.guardianName) === null],
    ["guardianRelation", needs && values.guardianRelation === null],
    ["guardianSignature", needs && values.guardianSignature === null, "signature-needed"],
  ]);
  const faults = checkPayload(
    makeDecision(values, reference, { subject: nobody, staff }),
    reference,
    staff,
    null,
  ).filter(({ field, code }) => {
    // These say again, with no field of their own, what is lacking above.
    return field !== "form" && code !== "guardian-needed" && code !== "answer-every-purpose";
  });
  const means = guardianActsAlone(values) ? [] : listMeansLacks(values);
  return arrange(listAskFields(reference), lacks, means, faults);
}

const withdrawFields = [
  ...["phone", "email", "memberNumber", "receipt", "name"],
  ...["scope", "cells", "how", "signature"],
];

/** What keeps a withdrawal from being saved. Somebody unknown is named by one thing at least. */
export function findWithdrawIssues(
  values: WithdrawValues,
  known: Subject | null,
  state: ConsentState | null,
  reference: Reference,
  staff: StaffId,
): FieldIssue[] {
  const { phone, email, memberNumber, receipt } = values;
  const isUnnamed = [phone, email, memberNumber, receipt].every((text) => tidy(text) === null);
  const isMisread = tidy(receipt) !== null && readReceiptNumber(receipt) === null;
  const lacks = listLacks([
    ["phone", known === null && isUnnamed],
    ["receipt", known === null && isMisread, "bad-receipt-number"],
    ["scope", values.scope === null],
    ["cells", values.scope === "some" && values.cells.length === 0],
  ]);
  const made = makeWithdrawal(values, known, state, reference, { subject: nobody, staff });
  const faults = checkPayload(made, reference, staff, null);
  return arrange(withdrawFields, lacks, listMeansLacks(values), faults);
}

const correctFields = [
  ...["name", "standing", "memberNumber", "ageBand"],
  ...contactKeys,
  "reason",
];

/** What keeps a correction of `decision` from being saved. */
export function findCorrectIssues(
  values: CorrectValues,
  decision: Decision,
  reference: Reference,
  staff: StaffId,
): FieldIssue[] {
  const made = makeCorrection(values, decision, reference);
  const lacks = listLacks([["ageBand", values.ageBand === null]]);
  return arrange(correctFields, lacks, checkPayload(made, reference, staff, decision));
}

/** What keeps `target` from being voided. */
export function findVoidIssues(
  reason: string,
  target: Payload,
  reference: Reference,
  staff: StaffId,
): FieldIssue[] {
  return arrange(["reason"], checkPayload(makeVoid(target, reason), reference, staff, target));
}
