import type { Language } from "../../../../contract/ids.ts";
import { recordEn } from "../../text/record-en.ts";
import { recordTh } from "../../text/record-th.ts";

/** Words for what a record of any kind holds. */
export const recordWords = { th: recordTh, en: recordEn } as const satisfies Record<
  Language,
  unknown
>;

/** Says nothing to a reader: ids of records, digests, and lists of what was drawn. */
export const unspoken: ReadonlySet<string> = new Set([
  "id",
  "case",
  "question",
  "review",
  "covers",
  "attachment",
  "masks",
  "digest",
  "size",
]);
