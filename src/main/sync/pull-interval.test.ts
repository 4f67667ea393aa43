import { expect, it } from "vitest";
import { exampleReference } from "../../captures/event-photo-opt-out/example-event.ts";
import { choosePullInterval } from "./pull-interval.ts";

const at = (moment: string) => Date.parse(moment);

it("is short on an event's day in Thailand, and long on any other and once it is closed", () => {
  const short = choosePullInterval(exampleReference, at("2026-11-22T03:00:00Z"));
  const long = choosePullInterval(null, 0);
  // Shorter than the idle tick of 30 seconds, or every second one would go by unused.
  expect(short).toBe(25_000);
  expect(long).toBe(300_000);
  expect(choosePullInterval(exampleReference, at("2026-11-23T16:59:59Z"))).toBe(short);
  expect(choosePullInterval(exampleReference, at("2026-11-23T17:00:00Z"))).toBe(long);
  const events = exampleReference.events.map((event) => ({ ...event, status: "closed" as const }));
  expect(choosePullInterval({ ...exampleReference, events }, at("2026-11-22T03:00:00Z"))).toBe(
    long,
  );
});
