import type { Notice, Reference } from "../../contract/reference.ts";
import { readShopDay } from "../shop-day.ts";
import { findCurrentNotice } from "../shown-notice.ts";

/** The notice to be shown before consent is asked; null: none yet. */
export function findMarketingNotice({ notices, settings }: Reference, now: Date): Notice | null {
  return findCurrentNotice(notices, settings.marketingNotice, readShopDay(now));
}
