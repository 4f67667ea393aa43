import { z } from "zod";
import { type Language, language } from "../../contract/ids.ts";
import { answerWay, dataConcerned, right } from "../../contract/rights.ts";
import { signature } from "../drawn-signature.ts";
import { readPhone } from "../phone-number.ts";
import {
  attorneyPaper,
  guardianRelation,
  identityDocument,
  kinship,
  type Person,
  rightReason,
} from "./payload.ts";

const typed = z.string();

/** A signature with the words that stood above it: other words have to be signed again. */
const signed = z.object({ signature: signature.nullable(), signedWords: typed });
export type SignedValues = z.infer<typeof signed>;

export const answerValues = z.object({
  by: answerWay.nullable(),
  answerEmail: typed,
  answerAddress: typed,
  answerPhone: typed,
});
export type AnswerValues = z.infer<typeof answerValues>;

export const personValues = z.object({
  name: typed,
  phone: typed,
  email: typed,
  memberNumber: typed,
});
export type PersonValues = z.infer<typeof personValues>;

/** The request on the screen, as typed. Empty text: nothing. */
export const requestValues = z.object({
  ...signed.shape,
  ...answerValues.shape,
  ...personValues.shape,
  language,
  right: right.nullable(),
  data: z.array(dataConcerned),
  reason: rightReason.nullable(),
  wrong: typed,
  correct: typed,
  recipient: z.enum(["self", "controller"]).nullable(),
  controller: typed,
  place: typed,
  day: typed,
  from: typed,
  to: typed,
  story: typed,
  who: z.enum(["self", "agent", "guardian", "of-the-dead"]),
  askerName: typed,
  power: attorneyPaper.nullable(),
  relation: guardianRelation.nullable(),
  kin: kinship.nullable(),
  how: z.enum(["document", "later"]).nullable(),
  document: identityDocument.nullable(),
  copyReceipt: typed,
});
export type RequestValues = z.infer<typeof requestValues>;

export const letterValues = z.object({
  authority: z.enum(["police", "court", "other"]).nullable(),
  office: typed,
  officer: typed,
  phone: typed,
  letterNumber: typed,
  how: z.enum(["letter", "in-person", "phone"]).nullable(),
});
export type LetterValues = z.infer<typeof letterValues>;

export const questionValues = z.object({ words: typed });
export const handOverValues = z.object({
  ...signed.shape,
  language,
  receiver: typed,
  document: identityDocument.nullable(),
});
export type HandOverValues = z.infer<typeof handOverValues>;

export const correctValues = z.object({
  ...answerValues.shape,
  ...personValues.shape,
  reason: typed,
});
export type CorrectValues = z.infer<typeof correctValues>;
export const voidValues = z.object({ reason: typed });

/** Who it is about, as far as the desk knows already. */
export function startPerson(known: Person | null): PersonValues {
  return {
    name: known?.name ?? "",
    phone: known?.phone ?? "",
    email: known?.email ?? "",
    memberNumber: known?.memberNumber ?? "",
  };
}

/** A request before the first key. Nothing that the person wants is chosen for them. */
export function startRequest(known: Person | null, spoken: Language): RequestValues {
  return {
    ...startPerson(known),
    language: spoken,
    right: null,
    data: [],
    reason: null,
    wrong: "",
    correct: "",
    recipient: null,
    controller: "",
    place: "",
    day: "",
    from: "",
    to: "",
    story: "",
    // Whoever stands there mostly asks for themself; the others say so.
    who: "self",
    askerName: "",
    power: null,
    relation: null,
    kin: null,
    how: null,
    document: null,
    copyReceipt: "",
    by: null,
    answerEmail: known?.email ?? "",
    answerAddress: "",
    answerPhone: known?.phone ?? "",
    signature: null,
    signedWords: "",
  };
}

/** A phone number in its stored form; what cannot be read stays as typed, so that the rules name the fault. */
export function storePhone(text: string): string | null {
  const tidied = tidy(text);
  if (tidied === null) return null;
  const read = readPhone(tidied);
  return read.ok ? read.e164 : tidied;
}

/** Text as it was meant: no blanks around it, nothing instead of emptiness. */
export function tidy(text: string): string | null {
  return text.trim().replace(/[^\S\n]+/g, " ") || null;
}
