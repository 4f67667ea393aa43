import { z } from "zod";
import { channelId, purposeId, staffId, subjectId } from "../../contract/ids.ts";
import { signature } from "../drawn-signature.ts";

/** Longest text of each field, in characters. The screen shows them; the schema holds them. */
export const limits = {
  name: 120,
  memberNumber: 30,
  email: 120,
  line: 60,
  address: 300,
  reason: 300,
} as const;

/** What a person can be reached by. Only what the chosen channels need is asked. */
export const contacts = z.strictObject({
  /** E.164, such as +66812345678. */
  phone: z.string().max(20).nullable(),
  /** Lower case. */
  email: z.string().max(limits.email).nullable(),
  line: z.string().max(limits.line).nullable(),
  address: z.string().max(limits.address).nullable(),
});
export type Contacts = z.infer<typeof contacts>;

/** How the person said it (s.19: an act of the person's own): drawn, or said aloud and attested. */
export const means = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("signature"), signature }),
  z.strictObject({ how: z.literal("spoken"), attestedBy: staffId }),
]);
export type Means = z.infer<typeof means>;

/** s.20: an age band instead of a birth date, which is more than is needed. */
export const ageBand = z.enum(["adult", "over-10-under-20", "up-to-10"]);
export type AgeBand = z.infer<typeof ageBand>;

export const guardianRelation = z.enum([
  "parent",
  "guardian-by-court",
  "other-holder-of-parental-power",
]);

export const guardian = z.strictObject({
  name: z.string().max(limits.name),
  relation: guardianRelation,
  signature,
});
export type Guardian = z.infer<typeof guardian>;

/** Where the data was collected: the policy's closed list. */
export const collectionPoint = z.enum([
  "membership-application",
  "purchase",
  "online-order",
  "promotional-activity",
  "premises",
  "questionnaire",
]);

export const subject = z.strictObject({
  id: subjectId,
  name: z.string().max(limits.name).nullable(),
  standing: z.enum(["customer", "member"]),
  memberNumber: z.string().max(limits.memberNumber).nullable(),
  /** Null where it was not asked: neither a no nor taking back needs an age. */
  ageBand: ageBand.nullable(),
  contacts,
});
export type Subject = z.infer<typeof subject>;

/** `channel` is null for a purpose that uses no channels. */
export const cell = z.strictObject({ purpose: purposeId, channel: channelId.nullable() });
export type Cell = z.infer<typeof cell>;

/** On what the company relies; for members the DPO's setting decides, it is never inferred. */
export const basis = z.enum(["consent", "member-benefit"]);
export type Basis = z.infer<typeof basis>;

export const answer = z.strictObject({ ...cell.shape, answer: z.enum(["yes", "no"]), basis });
export type Answer = z.infer<typeof answer>;

/** Yes or no to every purpose that was asked. */
const decision = z.strictObject({
  act: z.literal("decision"),
  subject,
  guardian: guardian.nullable(),
  collectionPoint,
  answers: z.array(answer).min(1).max(200),
  means,
});

/** "No, thank you" to all, by one key. It leaves earlier consents alone and stops the asking for `day`. */
const noThankYou = z.strictObject({
  act: z.literal("no-thank-you"),
  /** Null: a passer-by, of whom nothing is kept. */
  subject: subject.nullable(),
  /** The shop's local date, ISO. */
  day: z.iso.date(),
});

/**
 * Takes back consent (s.19) or objects to marketing (s.32). It reaches every capture of the subject, and
 * of anyone known by the same phone, email, member number or receipt: so a branch that has no record of
 * the person can take it all the same.
 */
const withdrawal = z.strictObject({
  act: z.literal("withdrawal"),
  subject,
  /** Receipts that the person showed, in normal form. */
  receipts: z.array(z.string().max(20)).max(10),
  scope: z.union([z.literal("all"), z.array(cell).min(1).max(200)]),
  right: z.enum(["withdrawal", "objection"]),
  means,
});

/** Puts right who the person is or how to reach them; the answers stay. Envelope `amends` names a decision. */
const correction = z.strictObject({
  act: z.literal("correction"),
  subject,
  reason: z.string().max(limits.reason),
});

/** Takes a capture out that should not be there, such as one of the wrong person. A withdrawal stands. */
const voiding = z.strictObject({
  act: z.literal("void"),
  subject: subjectId.nullable(),
  reason: z.string().max(limits.reason),
});

export const payload = z.discriminatedUnion("act", [
  decision,
  noThankYou,
  withdrawal,
  correction,
  voiding,
]);
export type Payload = z.infer<typeof payload>;
export type Decision = z.infer<typeof decision>;
export type Withdrawal = z.infer<typeof withdrawal>;
export type NoThankYou = z.infer<typeof noThankYou>;
export type Correction = z.infer<typeof correction>;
export type Voiding = z.infer<typeof voiding>;
