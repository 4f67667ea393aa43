import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { noticeShown } from "./envelope.ts";
import { coveredField } from "./id-document.ts";
import { captureId, moment } from "./ids.ts";
import { pictureBytes } from "./refund-procedures.ts";

const nothing = z.undefined();
const staffOfTheShop = ["counter", "manager"] as const;

/** What the copy window shows of what the copy is for, and what it must cover. */
const copyTask = z.strictObject({
  /** The number on the sale's receipt. */
  sale: z.string(),
  /** Who gets the money or the gift. */
  who: z.string(),
  /** What the stamp says, ending in "only" (…เท่านั้น). */
  stamp: bilingual,
  shop: bilingual,
  cover: z.array(coveredField),
  /** Most bytes of the finished picture. */
  limit: z.int().positive(),
});

/**
 * The short-lived window in which a document is copied. The desk's page begins it and is answered when the window
 * is gone; task, keep and leave are the window's own.
 */
export const copyWindowProcedures = {
  "copy.begin": {
    input: z.strictObject({
      request: z.uuid(),
      /** The refund as its form made it, all but what shows who got the money. */
      refund: z.record(z.string(), z.unknown()),
      notice: noticeShown,
      sale: z.string().max(60),
      who: z.string().max(260),
      reason: z.string().max(40),
    }),
    /** Null: the window was left without a copy. */
    output: z
      .strictObject({ id: captureId, receiptNumber: z.string(), capturedAt: moment })
      .nullable(),
    callers: staffOfTheShop,
  },
  "copy.task": { input: nothing, output: copyTask, callers: staffOfTheShop },
  "copy.keep": {
    input: z.strictObject({
      /** What is said of the copy besides the picture: the kind's `copyDetails`. */
      copy: z.unknown(),
      picture: pictureBytes,
    }),
    output: nothing,
    callers: staffOfTheShop,
  },
  "copy.leave": { input: nothing, output: nothing, callers: staffOfTheShop },
  /** The files that the last copy was made from, where they came from a disk: they lie there still. */
  "copy.leftover": {
    input: nothing,
    output: z.array(z.strictObject({ name: z.string(), folder: z.string() })),
    callers: staffOfTheShop,
  },
  /** Deletes those very files and no others; `false`: one stays, as it was changed since or the disk refused. */
  "copy.deleteLeftover": { input: nothing, output: z.boolean(), callers: staffOfTheShop },
  "copy.keepLeftover": { input: nothing, output: nothing, callers: staffOfTheShop },
} as const;
