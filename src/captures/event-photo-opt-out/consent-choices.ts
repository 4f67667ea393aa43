import type { PhotoConsent } from "./payload.ts";

/** In the order in which they are offered. */
export const ageBands: readonly PhotoConsent["ageBand"][] = [
  "adult",
  "over-10-under-20",
  "up-to-10",
];

export const guardianRelations: readonly NonNullable<PhotoConsent["guardian"]>["relation"][] = [
  "parent",
  "guardian-by-court",
  "other-holder-of-parental-power",
];
