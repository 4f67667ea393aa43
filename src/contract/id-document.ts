import { z } from "zod";

/** What an identity document is, as the picture of it was understood. */
const documentKind = z.enum([
  "thai-id-front",
  "thai-id-back",
  "passport",
  "driving-licence",
  "house-registration",
  "other",
]);

/** What may be shown or copied at the counter: never the back of the Thai card, with its laser code. */
export const shownDocument = documentKind.exclude(["thai-id-back"]);

/** What on a document may have to be covered before it is copied. */
export const coveredField = z.enum([
  "religion",
  "blood-group",
  "race",
  "address",
  "photo",
  "id-number",
]);
export type CoveredField = z.infer<typeof coveredField>;

/** s.26: never in a copy, whatever head office sets. */
export const alwaysCovered = ["religion", "blood-group", "race"] as const satisfies CoveredField[];

/** Covered where head office says so. Of the number, all but the last four digits. */
export const coveredBySetting = z.enum(["address", "photo", "id-number"]);
