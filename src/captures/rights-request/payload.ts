import { z } from "zod";
import { captureId, language, staffId, subjectId } from "../../contract/ids.ts";
import { dataConcerned, right } from "../../contract/rights.ts";
import { signature } from "../drawn-signature.ts";

/** Longest text of each field, in characters. */
export const limits = {
  name: 120,
  memberNumber: 30,
  phone: 20,
  email: 120,
  address: 300,
  value: 300,
  place: 200,
  story: 1000,
  words: 6000,
} as const;

const name = z.string().max(limits.name);

/** Whom the request is about, with what head office can find them by. */
export const person = z.strictObject({
  id: subjectId,
  name,
  memberNumber: z.string().max(limits.memberNumber).nullable(),
  /** E.164. */
  phone: z.string().max(limits.phone).nullable(),
  /** Lower case. */
  email: z.string().max(limits.email).nullable(),
});
export type Person = z.infer<typeof person>;

export const guardianRelation = z.enum(["parent", "guardian-by-court", "other-guardian"]);
/** The dead have no rights under the Act: the DPO decides what their family is told. */
export const kinship = z.enum(["spouse", "child", "parent", "heir", "administrator", "other"]);
export const attorneyPaper = z.enum(["seen", "to-follow"]);

/** Who stands at the counter. */
const asker = z.discriminatedUnion("who", [
  z.strictObject({ who: z.literal("self") }),
  z.strictObject({ who: z.literal("agent"), name, powerOfAttorney: attorneyPaper }),
  z.strictObject({ who: z.literal("guardian"), name, relation: guardianRelation }),
  z.strictObject({ who: z.literal("of-the-dead"), name, relation: kinship }),
]);
export type Asker = z.infer<typeof asker>;

export const identityDocument = z.enum(["thai-id", "passport", "driving-licence", "other"]);

const seen = {
  document: identityDocument,
  seenBy: staffId,
  /** Receipt number, in normal form, of the copy taken as every ID copy is; null: seen, not copied. */
  copyReceipt: z.string().max(20).nullable(),
};

/** How the counter knows who asks. `later`: head office sends a code to the phone it knows. */
const identity = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("document"), ...seen }),
  z.strictObject({ how: z.literal("later") }),
]);
export type Identity = z.infer<typeof identity>;

/** Where the answer goes. */
const answer = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("email"), email: z.string().max(limits.email) }),
  z.strictObject({ by: z.literal("post"), address: z.string().max(limits.address) }),
  z.strictObject({ by: z.literal("phone"), phone: z.string().max(limits.phone) }),
  z.strictObject({ by: z.literal("shop") }),
]);
export type AnswerTo = z.infer<typeof answer>;

/** What the person signed: the words as they stood on the screen, in their language. */
const declaration = z.strictObject({
  language,
  words: z.string().min(1).max(limits.words),
  signature,
});
export type Declaration = z.infer<typeof declaration>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Which CCTV footage. `hold`: head office has it kept at once, before its days are over. */
const footage = z.strictObject({
  place: z.string().max(limits.place),
  /** The shop's day, ISO. */
  day: z.iso.date(),
  from: timeOfDay,
  to: timeOfDay,
  hold: z.boolean(),
});
export type Footage = z.infer<typeof footage>;

export const rightReason = z.enum([
  "copy",
  "source",
  "copy-and-source",
  "legitimate-interest",
  "public-task",
  "research",
  "no-longer-needed",
  "consent-withdrawn",
  "objected",
  "unlawful",
  "being-rectified",
  "objection-being-checked",
  "instead-of-erasure",
  "needed-for-claim",
  "wrong",
  "out-of-date",
  "incomplete",
  "misleading",
  "used-without-right",
  "not-answered",
  "leaked",
  "other",
]);

const request = z.strictObject({
  act: z.literal("request"),
  right,
  subject: person,
  asker,
  identity,
  data: z.array(dataConcerned).max(dataConcerned.options.length),
  /** One of the right's own list: see `reasonsOf`. */
  reason: rightReason.nullable(),
  rectification: z
    .strictObject({ wrong: z.string().max(limits.value), right: z.string().max(limits.value) })
    .nullable(),
  /** Null as `controller`: to the person themself. */
  recipient: z.strictObject({ controller: z.string().max(limits.value).nullable() }).nullable(),
  footage: footage.nullable(),
  /** What happened, for a complaint. */
  story: z.string().max(limits.story).nullable(),
  answer,
  declaration,
});

/**
 * Police, a court or another authority asked. Nothing is answered and nothing about anybody is written down:
 * the DPO gets the letter itself.
 */
const authorityLetter = z.strictObject({
  act: z.literal("authority-letter"),
  authority: z.enum(["police", "court", "other"]),
  office: z.string().max(limits.place),
  officer: name.nullable(),
  phone: z.string().max(limits.phone).nullable(),
  letterNumber: z.string().max(60).nullable(),
  how: z.enum(["letter", "in-person", "phone"]),
});

const ofCase = {
  /** The capture that began it; maybe another PC's of the branch, so it is not the envelope's `amends`. */
  case: captureId,
  subject: subjectId.nullable(),
};

/** The shop answers what the DPO asked. */
const answerQuestion = z.strictObject({
  act: z.literal("answer-question"),
  ...ofCase,
  question: z.uuid(),
  words: z.string().max(limits.story),
});

/** The result was fetched at the shop. */
const handOver = z.strictObject({
  act: z.literal("hand-over"),
  ...ofCase,
  receiver: name,
  document: identityDocument,
  seenBy: staffId,
  declaration,
});

/** Puts right who the person is or where the answer goes. Envelope `amends` names the request. */
const correction = z.strictObject({
  act: z.literal("correct"),
  subject: person,
  answer,
  reason: z.string().max(limits.value),
});

/** Takes out a request or a letter that should not be there. Envelope `amends` names it. */
const voiding = z.strictObject({
  act: z.literal("void"),
  subject: subjectId.nullable(),
  reason: z.string().max(limits.value),
});

export const payload = z.discriminatedUnion("act", [
  request,
  authorityLetter,
  answerQuestion,
  handOver,
  correction,
  voiding,
]);
export type Payload = z.infer<typeof payload>;
export type RightsRequest = z.infer<typeof request>;
export type AuthorityLetter = z.infer<typeof authorityLetter>;
export type QuestionAnswer = z.infer<typeof answerQuestion>;
export type HandOver = z.infer<typeof handOver>;
export type Correction = z.infer<typeof correction>;
export type Voiding = z.infer<typeof voiding>;
