import fc from "fast-check";
import { expect, it } from "vitest";
import { foldBoard } from "./board-fold.ts";
import { foldEvent } from "./event-fold.ts";
import {
  closing,
  consent,
  correction,
  handOver,
  optOut,
  takeDown,
  voiding,
  withdrawal,
} from "./example-acts.ts";
import { exampleEvent, exampleReference } from "./example-event.ts";
import { nameCapture, takeCapture } from "./example-story.ts";
import type { Payload } from "./payload.ts";

const start = Date.parse("2026-11-22T03:00:00.000Z");
const acts: readonly Payload[] = [
  optOut,
  { ...optOut, wish: "no-publication", marks: { ...optOut.marks, zone: null, tag: "C3" } },
  correction,
  { ...correction, marks: { ...correction.marks, zone: null } },
  voiding,
  { ...optOut, wish: "take-down" },
  { ...correction, wish: "take-down" },
  takeDown,
  handOver,
  consent,
  withdrawal,
  closing,
];
const [event = null] = exampleReference.events;

/** What two laptops with clocks of their own took, each amending anything that either may have taken. */
const story = fc
  .array(
    fc.record({
      device: fc.constantFrom(1, 2),
      act: fc.constantFrom(...acts),
      minutes: fc.integer({ min: -30, max: 30 }),
      amends: fc.option(fc.tuple(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 8 }))),
      covers: fc.array(fc.tuple(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 8 })), {
        maxLength: 4,
      }),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((taken) => {
    const sequences = new Map<number, number>();
    return taken.map(({ device, act, minutes, amends, covers }) => {
      const sequence = (sequences.get(device) ?? 0) + 1;
      sequences.set(device, sequence);
      const payload: Payload =
        act.act === "hand-over" ? { ...act, covers: covers.map((at) => nameCapture(...at)) } : act;
      return takeCapture(payload, {
        device,
        sequence,
        clock: start + minutes * 60_000,
        amends: amends && nameCapture(...amends),
      });
    });
  });

it("gives one board and one event for any order of two laptops' captures, however often they come", () => {
  const orders = story.chain((captures) =>
    fc.tuple(
      fc.constant(captures),
      fc.shuffledSubarray([...captures, ...captures], {
        minLength: captures.length * 2,
        maxLength: captures.length * 2,
      }),
    ),
  );
  fc.assert(
    fc.property(orders, ([captures, shuffled]) => {
      expect(foldBoard(exampleEvent, shuffled)).toEqual(foldBoard(exampleEvent, captures));
      expect(foldEvent(exampleEvent, event, shuffled, "2026-11-22")).toEqual(
        foldEvent(exampleEvent, event, captures, "2026-11-22"),
      );
    }),
    { numRuns: 300 },
  );
});

it("shows every opt-out once unless it was taken out, and counts what it shows", () => {
  fc.assert(
    fc.property(story, (captures) => {
      const { entries, counts, covers, uncovered } = foldBoard(exampleEvent, captures);
      const optOuts = captures.filter(({ payload }) => payload.act === "opt-out");
      expect(entries.length + counts.voided).toBe(optOuts.length);
      expect(new Set(entries.map((entry) => entry.optOut)).size).toBe(entries.length);
      expect(counts.people).toBe(entries.reduce((sum, { marks }) => sum + marks.people, 0));
      expect(covers).toEqual(expect.arrayContaining(uncovered));
    }),
    { numRuns: 200 },
  );
});
