import type { Issue, IssueCode } from "../../contract/failure.ts";
import type { StaffId } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import { reasonsOf } from "../../contract/rights.ts";
import { parsePayload } from "../capture-reading.ts";
import { rightsRequest } from "./definition.ts";
import type { FieldIssue } from "./form-props.ts";
import { type AnswerValues, type RequestValues, tidy } from "./form-values.ts";
import type { Payload } from "./payload.ts";
import { readTypedDay, readTypedTime } from "./typed-day.ts";

const fields: Readonly<Record<string, string>> = {
  "subject.name": "name",
  "subject.phone": "phone",
  "subject.email": "email",
  "subject.memberNumber": "memberNumber",
  "asker.name": "askerName",
  "identity.copyReceipt": "copyReceipt",
  "rectification.wrong": "wrong",
  "rectification.right": "correct",
  "recipient.controller": "controller",
  "footage.place": "place",
  "footage.day": "day",
  "footage.from": "from",
  "footage.to": "to",
  "answer.email": "answerEmail",
  "answer.address": "answerAddress",
  "answer.phone": "answerPhone",
  "declaration.signature": "signature",
};
const plain = new Set([
  ...["data", "reason", "story", "words", "receiver", "document", "office", "officer", "phone"],
  "letterNumber",
]);

/** The form's field for a fault in the payload; "form" where no field has it. */
export function placeIssue({ path, code, limit }: Issue): FieldIssue {
  const [first = ""] = path;
  const known =
    fields[path.slice(0, 2).join(".")] ?? (plain.has(String(first)) ? String(first) : "form");
  return { field: known, code, ...(limit === undefined ? {} : { limit }) };
}

/** What the schema and the rules, the same that main holds to, say of a payload. */
export function checkPayload(
  made: Payload,
  reference: Reference,
  staff: StaffId,
  amended: Payload | null = null,
): FieldIssue[] {
  const read = parsePayload(rightsRequest, made);
  const context = {
    reference,
    staff,
    amended: amended && { kind: rightsRequest.kind, payload: amended },
  };
  // The rules look at a payload that the schema refuses too: a fault in one field hides none in another.
  const issues = [...(read.ok ? [] : read.issues), ...rightsRequest.checkRules(made, context)];
  return issues.map(placeIssue);
}

/** In the order of the screen, one for each field: what is missing tells more than what follows from it. */
export function arrange(order: readonly string[], ...found: FieldIssue[][]): FieldIssue[] {
  const all = found.flat();
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return all
    .filter(({ field }, index) => all.findIndex((other) => other.field === field) === index)
    .toSorted((a, b) => place(a.field) - place(b.field));
}

/** Gathers what a form lacks and its payload could not even say. */
export function listLacks(
  lacks: readonly (readonly [field: string, lacks: boolean, code?: IssueCode])[],
): FieldIssue[] {
  return lacks.flatMap(([field, isLacking, code = "required"]) =>
    isLacking ? [{ field, code }] : [],
  );
}

export function listAnswerLacks(values: AnswerValues): FieldIssue[] {
  return listLacks([
    ["by", values.by === null],
    ["answerEmail", values.by === "email" && tidy(values.answerEmail) === null],
    ["answerAddress", values.by === "post" && tidy(values.answerAddress) === null],
    ["answerPhone", values.by === "phone" && tidy(values.answerPhone) === null],
  ]);
}

const requestFields = [
  ...["right", "data", "reason", "wrong", "correct", "recipient", "controller", "story"],
  ...["place", "day", "from", "to", "who", "askerName", "power", "relation", "kin"],
  ...["name", "phone", "email", "memberNumber", "how", "document", "copyReceipt"],
  ...["by", "answerEmail", "answerAddress", "answerPhone", "signature"],
];

/** All that keeps a request from being saved. `words`: what stands above the signature now. */
export function findRequestIssues(
  values: RequestValues,
  made: Payload,
  words: string,
  today: string,
  reference: Reference,
  staff: StaffId,
): FieldIssue[] {
  const { right, who } = values;
  if (right === null) return listLacks([["right", true]]);
  const isAboutCctv = values.data.includes("cctv");
  const day = readTypedDay(values.day);
  const lacks = listLacks([
    ["reason", reasonsOf[right].length > 0 && values.reason === null, "reason-needed"],
    ["recipient", right === "portability" && values.recipient === null],
    ["controller", values.recipient === "controller" && tidy(values.controller) === null],
    ["place", isAboutCctv && tidy(values.place) === null],
    ["day", isAboutCctv && (day === null || day > today), "impossible-date"],
    ["from", isAboutCctv && readTypedTime(values.from) === null, "impossible-date"],
    ["to", isAboutCctv && readTypedTime(values.to) === null, "impossible-date"],
    ["askerName", who !== "self" && tidy(values.askerName) === null],
    ["power", who === "agent" && values.power === null],
    ["relation", who === "guardian" && values.relation === null],
    ["kin", who === "of-the-dead" && values.kin === null],
    ["name", tidy(values.name) === null],
    ["how", values.how === null],
    ["document", values.how === "document" && values.document === null],
    ["signature", values.signature === null || values.signedWords !== words, "signature-needed"],
  ]);
  return arrange(
    requestFields,
    lacks,
    listAnswerLacks(values),
    checkPayload(made, reference, staff),
  );
}
