import type { Language } from "../../contract/ids.ts";
import { english } from "./text-en.ts";
import { thai } from "./text-th.ts";

/** The words of this kind: the same keys in each language, or it does not compile. */
export type MarketingConsentText = typeof thai;

export const marketingConsentText = { th: thai, en: english } as const satisfies Record<
  Language,
  MarketingConsentText
>;
