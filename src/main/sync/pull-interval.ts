import { readShopDay } from "../../captures/shop-day.ts";
import type { Reference } from "../../contract/reference.ts";

/** How old what head office said may grow before the desk asks by itself, in ms. */
const usually = 300_000;
/** On the day of an event, where the other laptops' opt-outs are waited for: at every idle tick. */
const atAnEvent = 25_000;

/** `now`: the device's clock, ms since 1970. */
export function choosePullInterval(reference: Reference | null, now: number): number {
  const today = readShopDay(new Date(now));
  const isEventDay = reference?.events.some(
    ({ status, days }) => status !== "closed" && days.includes(today),
  );
  return isEventDay ? atAnEvent : usually;
}
