import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { branchId, captureId, moment, staffId } from "./ids.ts";
import { type InboxProcedure, nothing } from "./inbox-procedure.ts";

/** Fewest characters of the reason for which a copy is opened. */
export const shortestOpeningReason = 5;

/** One use of a private key of head office's: why, the key's file as `npm run copy-key` made it, its passphrase. */
export const keyUse = {
  reason: z.string().trim().min(shortestOpeningReason).max(300),
  /** It is used this once and kept nowhere. */
  keyFile: z.string().max(4000),
  passphrase: z.string().min(1).max(200),
};

/** Why a copy is still there, or that it is not. */
const keptWhy = z.enum([
  /** Its refund is not closed. */
  "refund-open",
  /** Its days after the closing are not over. */
  "days-left",
  /** To be destroyed. */
  "due",
  "destroyed",
]);

/** One copy of an ID document, as the report lists it: nothing of the person, whom the copy itself names. */
export const keptCopy = z.strictObject({
  capture: captureId,
  receiptNumber: z.string(),
  /** The number on the sale's receipt, as it was printed. */
  sale: z.string(),
  branch: branchId,
  /** Who took it. */
  staff: staffId,
  capturedAt: moment,
  /** From head office's list; null: the list has it no more. */
  reason: bilingual.nullable(),
  /** When all of it was here; null: the shop's PC has it still. */
  arrivedAt: moment.nullable(),
  closedOn: z.iso.date().nullable(),
  /** The day on which it is to be destroyed; null: not known before its refund is closed. */
  dueOn: z.iso.date().nullable(),
  why: keptWhy,
  destroyedAt: moment.nullable(),
});
export type KeptCopy = z.infer<typeof keptCopy>;

const copyLogLine = z.strictObject({
  entry: z.int().positive(),
  at: moment,
  action: z.enum(["open", "open-failed", "destroy"]),
  receiptNumber: z.string(),
  /** The sign-in name; null: head office by itself. */
  who: z.string().nullable(),
  reason: z.string(),
});
export type CopyLogLine = z.infer<typeof copyLogLine>;

/** Copies of ID documents that refunds needed, sealed until somebody who may opens one. */
export const inboxCopyProcedures = {
  "copies.list": {
    summary: "Copies of ID documents: what is kept, why and until when; the destroyed ones last",
    input: nothing,
    output: z.strictObject({ copies: z.array(keptCopy) }),
    callers: "signed-in",
  },
  "copies.log": {
    summary: "Who opened which copy and why, and what was destroyed, newest first",
    input: z.strictObject({
      /** Lines before this one; null: the newest. */
      before: z.int().positive().nullable(),
    }),
    output: z.strictObject({
      lines: z.array(copyLogLine),
      /** Whether each line follows from the one before. */
      whole: z.boolean(),
      more: z.boolean(),
    }),
    callers: "signed-in",
  },
  "copies.open": {
    summary: "Open one copy with the key's file and its passphrase; the log has it first",
    input: z.strictObject({ capture: captureId, ...keyUse }),
    output: z.strictObject({
      type: z.enum(["image/jpeg", "image/webp"]),
      picture: z.base64(),
    }),
    callers: "dpo",
  },
} as const satisfies Record<string, InboxProcedure>;
