import type { EventPlan } from "../../contract/event.ts";
import type { Notice, Reference } from "../../contract/reference.ts";
import { readShopDay } from "../shop-day.ts";
import { findCurrentNotice } from "../shown-notice.ts";

/** The photo notice of an event; null: none yet. */
export function findPhotoNotice(
  event: Pick<EventPlan, "notice">,
  reference: Reference,
  now: Date,
): Notice | null {
  return findCurrentNotice(reference.notices, event.notice, readShopDay(now));
}
