import type { EventPlan } from "../../../contract/event.ts";
import type { EventListed } from "../../../contract/event-procedures.ts";

/** An event that can be chosen: one without a plan has nothing to show. */
export type ListedPlan = EventListed & { plan: EventPlan };

export type EventGroup = { when: "today" | "coming" | "past"; events: ListedPlan[] };

/** Today's events first, then those to come, the nearest first, then those that are over, the latest first. */
export function groupByDay(listed: readonly EventListed[], today: string): EventGroup[] {
  const planned = listed.flatMap((item) => (item.plan ? [{ ...item, plan: item.plan }] : []));
  const last = ({ plan }: ListedPlan) => plan.days.at(-1) ?? "";
  const next = ({ plan }: ListedPlan) => plan.days.find((day) => day > today) ?? "";
  const isToday = ({ plan }: ListedPlan) => plan.days.includes(today);
  const groups: EventGroup[] = [
    { when: "today", events: planned.filter(isToday) },
    {
      when: "coming",
      events: planned
        .filter((item) => !isToday(item) && next(item) !== "")
        .sort((a, b) => compare(next(a), next(b))),
    },
    {
      when: "past",
      events: planned
        .filter((item) => !isToday(item) && next(item) === "")
        .sort((a, b) => compare(last(b), last(a))),
    },
  ];
  return groups.filter(({ events }) => events.length > 0);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
