import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { alwaysCovered, type CoveredField, coveredBySetting } from "./id-document.ts";
import { listChoice, noticeId } from "./ids.ts";

/** Satang: a hundredth of a baht. */
export const satang = z.int().min(1).max(10_000_000_00);

/** Why money goes back or a gift is handed over: head office's closed list. */
const refundReason = z.strictObject({
  id: listChoice,
  name: bilingual,
  gives: z.enum(["money", "gift"]),
  /** From this amount on the document is looked at; null: never. */
  seeFrom: satang.nullable(),
  /** From this amount on a copy is kept; null: never. */
  copyFrom: satang.nullable(),
  /** What the stamp across a copy says, ending in "only" (…เท่านั้น). */
  stamp: bilingual,
  order: z.int(),
});

const bank = z.strictObject({ id: listChoice, name: bilingual, order: z.int() });

/** What copies are sealed to. Only head office has the private half. */
export const sealingKey = z.strictObject({
  id: listChoice,
  /** Uncompressed point of a P-256 key (SEC 1), base64url: 65 bytes. */
  publicKey: z.string().regex(/^B[A-Za-z0-9_-]{86}$/),
});
export type SealingKey = z.infer<typeof sealingKey>;

/** What head office decides about refunds and copies of ID documents. */
export const copyRules = z.strictObject({
  reasons: z.array(refundReason).min(1),
  banks: z.array(bank).min(1),
  /** Covered besides what is always covered. */
  coverAlso: z.array(coveredBySetting),
  /** Days from the refund's closing until a copy is destroyed; also for copies on paper. */
  daysKept: z.int().min(0).max(3650),
  /** The notice that is read before a document is looked at or copied. */
  notice: noticeId,
  sealingKey,
});
export type CopyRules = z.infer<typeof copyRules>;

/** All that must be covered, or be said not to stand on the document, before a copy is kept. */
export function listMandatoryFields({ coverAlso }: CopyRules): CoveredField[] {
  return [...alwaysCovered, ...coverAlso];
}
