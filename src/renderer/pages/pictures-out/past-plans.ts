import { readShopDay } from "../../../captures/shop-day.ts";
import type { EventPlan } from "../../../contract/event.ts";
import type { EventListed } from "../../../contract/event-procedures.ts";

/** The events that have begun, of which a picture can be out, the latest first. */
export function listPastPlans(listed: readonly EventListed[], now: Date): EventPlan[] {
  const today = readShopDay(now);
  return listed
    .flatMap(({ plan }) => (plan && (plan.days[0] ?? "") <= today ? [plan] : []))
    .sort((a, b) => ((a.days[0] ?? "") < (b.days[0] ?? "") ? 1 : -1));
}
