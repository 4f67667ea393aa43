import { expect, test } from "vitest";
import { exampleReference } from "../../../captures/event-photo-opt-out/example-event.ts";
import { readPlan } from "../../../contract/event.ts";
import type { EventListed } from "../../../contract/event-procedures.ts";
import { groupByDay } from "./event-days.ts";

const [fair] = exampleReference.events;
if (!fair) throw new Error("the demo has no event");

function list(id: string, ...days: string[]): EventListed {
  const event = { ...fair, id, days } as typeof fair & object;
  return { id, event, plan: readPlan(event), captures: 0 };
}

test("today's events come first, then the nearest to come, then the latest that is over", () => {
  const groups = groupByDay(
    [
      list("later", "2026-12-05"),
      list("long-ago", "2026-01-02"),
      list("now", "2026-11-20", "2026-11-22"),
      list("soon", "2026-11-21", "2026-11-23"),
      list("yesterday", "2026-11-21"),
    ],
    "2026-11-22",
  );
  expect(groups.map(({ when, events }) => [when, ...events.map(({ id }) => id)])).toEqual([
    ["today", "now"],
    ["coming", "soon", "later"],
    ["past", "yesterday", "long-ago"],
  ]);
});

test("an event without a plan cannot be chosen", () => {
  const unknown: EventListed = { id: "only-captures", event: null, plan: null, captures: 2 };
  expect(groupByDay([unknown], "2026-11-22")).toEqual([]);
});
