import type { StaffId, SubjectId } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import {
  type DataConcerned,
  dataConcerned,
  reasonsOf,
  usualRightsSettings,
} from "../../contract/rights.ts";
import type { Signature } from "../drawn-signature.ts";
import { readReceiptNumber } from "../receipt-number.ts";
import { addDays, countDays } from "./due-date.ts";
import {
  type AnswerValues,
  type PersonValues,
  type RequestValues,
  storePhone,
  tidy,
} from "./form-values.ts";
import type { AnswerTo, Asker, Footage, Identity, Person, RightsRequest } from "./payload.ts";
import { readTypedDay, readTypedTime } from "./typed-day.ts";

/** A mark that nobody drew, so that a payload without a signature can be looked over as well. */
export const noSignature: Signature = { width: 1, height: 1, strokes: [[[0, 0]]] };

/** Days for which footage of a day is still there, today among them; null where the day cannot be read. */
export function countFootageDays(
  day: string,
  today: string,
  reference: Reference,
): { left: number; all: number } | null {
  const read = readTypedDay(day);
  if (read === null) return null;
  const { footageDays } = reference.rightsSettings ?? usualRightsSettings;
  return { left: countDays(today, addDays(read, footageDays)), all: footageDays };
}

export function makePerson(id: SubjectId, values: PersonValues): Person {
  return {
    id,
    name: tidy(values.name) ?? "",
    memberNumber: tidy(values.memberNumber),
    phone: storePhone(values.phone),
    email: tidy(values.email)?.toLowerCase() ?? null,
  };
}

/** Where the answer goes. No way chosen yet counts as the shop, which asks for nothing more. */
export function makeAnswer(values: AnswerValues): AnswerTo {
  switch (values.by) {
    case "email":
      return { by: "email", email: tidy(values.answerEmail)?.toLowerCase() ?? "" };
    case "post":
      return { by: "post", address: tidy(values.answerAddress) ?? "" };
    case "phone":
      return { by: "phone", phone: storePhone(values.answerPhone) ?? "" };
    case "shop":
    case null:
      return { by: "shop" };
  }
}

function makeAsker(values: RequestValues): Asker {
  const name = tidy(values.askerName) ?? "";
  switch (values.who) {
    case "self":
      return { who: "self" };
    case "agent":
      return { who: "agent", name, powerOfAttorney: values.power ?? "to-follow" };
    case "guardian":
      return { who: "guardian", name, relation: values.relation ?? "other-guardian" };
    case "of-the-dead":
      return { who: "of-the-dead", name, relation: values.kin ?? "other" };
  }
}

function makeIdentity(values: RequestValues, staff: StaffId, reference: Reference): Identity {
  if (values.how !== "document") return { how: "later" };
  const wantsCopy = reference.rightsSettings?.keepsDocumentCopy === true;
  const typed = wantsCopy ? tidy(values.copyReceipt) : null;
  return {
    how: "document",
    document: values.document ?? "other",
    seenBy: staff,
    copyReceipt: typed && (readReceiptNumber(typed)?.normal ?? typed.slice(0, 20)),
  };
}

function makeFootage(values: RequestValues, today: string, reference: Reference): Footage {
  const days = countFootageDays(values.day, today, reference);
  return {
    place: tidy(values.place) ?? "",
    day: readTypedDay(values.day) ?? "",
    from: readTypedTime(values.from) ?? "",
    to: readTypedTime(values.to) ?? "",
    // What is gone cannot be kept; while any day is left it is asked for at once.
    hold: days !== null && days.left >= 0,
  };
}

type Who = { subject: SubjectId; staff: StaffId; today: string };

/** The request as the form has it, but for what is signed. Only complete when nothing is found against it. */
export function makeMatter(
  values: RequestValues,
  reference: Reference,
  { subject, staff, today }: Who,
): Omit<RightsRequest, "declaration"> {
  const right = values.right ?? "access";
  const allowed: readonly string[] = reasonsOf[right];
  return {
    act: "request",
    right,
    subject: makePerson(subject, values),
    asker: makeAsker(values),
    identity: makeIdentity(values, staff, reference),
    data: listChoosable(right).filter((one) => values.data.includes(one)),
    reason: values.reason !== null && allowed.includes(values.reason) ? values.reason : null,
    rectification:
      right === "rectification"
        ? { wrong: tidy(values.wrong) ?? "", right: tidy(values.correct) ?? "" }
        : null,
    recipient:
      right === "portability"
        ? { controller: values.recipient === "controller" ? (tidy(values.controller) ?? "") : null }
        : null,
    footage: values.data.includes("cctv") ? makeFootage(values, today, reference) : null,
    story: right === "complaint" ? (tidy(values.story) ?? "") : null,
    answer: makeAnswer(values),
  };
}

/** Which data this right can be about: consent to marketing and objection to it go another way, at once. */
export function listChoosable(right: RightsRequest["right"]): DataConcerned[] {
  const isAtOnce = right === "withdraw-consent" || right === "objection";
  return dataConcerned.options.filter((one) => !(isAtOnce && one === "marketing"));
}
