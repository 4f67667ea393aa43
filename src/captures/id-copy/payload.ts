import { z } from "zod";
import { attachmentMark } from "../../contract/attachment.ts";
import { satang } from "../../contract/copy-rules.ts";
import { coveredField, shownDocument } from "../../contract/id-document.ts";
import { listChoice, staffId, subjectId } from "../../contract/ids.ts";

/** Longest text of each field, in characters. */
export const limits = {
  name: 120,
  sale: 40,
  account: 12,
  label: 30,
  place: 120,
  reason: 300,
  stampLine: 90,
} as const;

const name = z.string().max(limits.name);

/** Who gets the money or the gift: a person, or a company through its authorised director. */
export const recipient = z.discriminatedUnion("is", [
  z.strictObject({ id: subjectId, is: z.literal("person"), name }),
  z.strictObject({ id: subjectId, is: z.literal("company"), name, director: name }),
]);
export type Recipient = z.infer<typeof recipient>;

/** How it is given back. Of a payment card nothing is kept: the till knows which one it reverses. */
export const payment = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("cash") }),
  z.strictObject({
    how: z.literal("transfer"),
    bank: listChoice,
    /** Digits only. The one place of this kind where an account number may stand. */
    account: z.string().max(limits.account),
  }),
  z.strictObject({ how: z.literal("card-reversal") }),
  z.strictObject({ how: z.literal("gift") }),
]);
export type Payment = z.infer<typeof payment>;

/** What a member of staff saw on the document, without copying it. */
export const sight = z.strictObject({
  document: shownDocument,
  /** As on the document. */
  name,
  /** Of the document's number: never more than its last four characters. */
  lastFour: z.string().max(4),
  /** Null: it does not expire. */
  validUntil: z.iso.date().nullable(),
  seenBy: staffId,
});
export type Sight = z.infer<typeof sight>;

/** A rectangle that hides something in the copy, and what found the place. */
const maskNote = z.strictObject({
  field: coveredField,
  found: z.enum(["place", "word", "ink", "staff"]),
});

/** What was ticked of a field before the copy was kept. */
const fieldTick = z.strictObject({
  field: coveredField,
  state: z.enum(["covered", "not-on-document"]),
});

/** What is said of a copy besides the picture itself. */
export const copyDetails = z.strictObject({
  document: shownDocument,
  fields: z.array(fieldTick).max(coveredField.options.length),
  masks: z.array(maskNote).max(60),
  /** The words across the copy, as drawn. */
  stamp: z.array(z.string().max(limits.stampLine)).min(1).max(4),
});
export type CopyDetails = z.infer<typeof copyDetails>;

/** What shows who got the money: nothing, a look at the document, or a covered and sealed copy of it. */
export const evidence = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("not-needed") }),
  z.strictObject({ how: z.literal("seen"), sight }),
  z.strictObject({ how: z.literal("copied"), copy: copyDetails, attachment: attachmentMark }),
]);
export type Evidence = z.infer<typeof evidence>;

/** Less or more than head office's rule asks, with the manager who stands for it. */
const exception = z.strictObject({
  reason: z.string().max(limits.reason),
  manager: staffId,
});

/** What a correction may put right; the evidence it may not. */
const terms = {
  subject: recipient,
  /** The number on the sale's receipt, as printed. */
  sale: z.string().max(limits.sale),
  /** Satang; of a gift, what it is worth. */
  amount: satang,
  paid: payment,
  /** From head office's list. */
  reason: listChoice,
};

const refund = z.strictObject({
  act: z.literal("refund"),
  ...terms,
  evidence,
  exception: exception.nullable(),
});

/** Amends the refund, or stands alone for a copy found in a drawer. */
const paperCopy = z.strictObject({
  act: z.literal("paper-copy"),
  subject: subjectId.nullable(),
  document: shownDocument,
  /** The number on its sticker. */
  label: z.string().max(limits.label),
  /** Where it lies. */
  place: z.string().max(limits.place),
  destroyBy: z.iso.date(),
});

/** Amends the copy on paper that was shredded. */
const shred = z.strictObject({
  act: z.literal("shred"),
  subject: subjectId.nullable(),
  day: z.iso.date(),
  /** The second person, who watched. */
  witness: staffId,
});

/** Amends the refund. From `day` the time counts until its copies are destroyed. */
const refundClosed = z.strictObject({
  act: z.literal("refund-closed"),
  subject: subjectId,
  day: z.iso.date(),
});

/** Amends the refund and replaces what it says, but for its evidence. */
const correct = z.strictObject({
  act: z.literal("correct"),
  ...terms,
  exception: exception.nullable(),
  why: z.string().max(limits.reason),
});

/** Takes the amended capture out. */
const voiding = z.strictObject({
  act: z.literal("void"),
  subject: subjectId.nullable(),
  reason: z.string().max(limits.reason),
});

export const payload = z.discriminatedUnion("act", [
  refund,
  paperCopy,
  shred,
  refundClosed,
  correct,
  voiding,
]);
export type Payload = z.infer<typeof payload>;
export type Refund = z.infer<typeof refund>;
export type PaperCopy = z.infer<typeof paperCopy>;
export type Shred = z.infer<typeof shred>;
export type RefundClosed = z.infer<typeof refundClosed>;
export type Correct = z.infer<typeof correct>;
export type Voiding = z.infer<typeof voiding>;
