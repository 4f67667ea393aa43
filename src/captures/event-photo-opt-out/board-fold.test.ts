import { expect, it } from "vitest";
import { foldBoard, groupByZone } from "./board-fold.ts";
import { correction, handOver, optOut, voiding } from "./example-acts.ts";
import { exampleEvent } from "./example-event.ts";
import { nameCapture, takeCapture } from "./example-story.ts";

const noon = Date.parse("2026-11-22T05:00:00.000Z");
const minute = 60_000;
const first = takeCapture(optOut, { device: 1, sequence: 1, clock: noon });
const second = takeCapture(
  { ...optOut, marks: { ...optOut.marks, tag: "B1", zone: null, people: 1, children: 0 } },
  { device: 2, sequence: 1, clock: noon + minute },
);
const moved = takeCapture(correction, {
  device: 2,
  sequence: 2,
  clock: noon + 2 * minute,
  amends: first.header.id,
});
const given = takeCapture(
  { ...handOver, covers: [first.header.id, second.header.id] },
  { device: 1, sequence: 2, clock: noon + 90_000 },
);

it("shows the newest facts, whichever laptop has them, and the newest first", () => {
  const board = foldBoard(exampleEvent, [moved, second, first]);
  expect(board.entries.map(({ optOut: id, marks }) => [id, marks.zone])).toEqual([
    [first.header.id, "workshop"],
    [second.header.id, null],
  ]);
  expect(board.counts).toMatchObject({ optOuts: 2, people: 4, children: 2, isNew: 2, voided: 0 });
  expect(board.counts.wishes).toEqual({ "no-photo": 2, "no-publication": 0, "take-down": 0 });
});

it("highlights what changed since the last hand-over", () => {
  const before = foldBoard(exampleEvent, [first, second, given]);
  expect(before.uncovered).toEqual([]);
  expect(before.entries.every(({ isNew }) => !isNew)).toBe(true);
  const after = foldBoard(exampleEvent, [first, second, given, moved]);
  expect(after.uncovered).toEqual([moved.header.id]);
  expect(after.entries.map(({ isNew }) => isNew)).toEqual([true, false]);
});

it("takes out what was voided and tells the photographer of it", () => {
  const gone = takeCapture(voiding, {
    device: 1,
    sequence: 3,
    clock: noon + 3 * minute,
    amends: first.header.id,
  });
  const board = foldBoard(exampleEvent, [first, second, given, gone]);
  expect(board.entries.map((entry) => entry.optOut)).toEqual([second.header.id]);
  expect(board.counts.voided).toBe(1);
  expect(board.uncovered).toEqual([gone.header.id]);
});

it("keeps an opt-out that another laptop corrected after the void", () => {
  const gone = takeCapture(voiding, {
    device: 1,
    sequence: 3,
    clock: noon + minute,
    amends: first.header.id,
  });
  expect(foldBoard(exampleEvent, [first, gone, moved]).entries).toHaveLength(1);
});

it("knows nothing of another event, of another kind, or of what was purged", () => {
  const elsewhere = takeCapture(
    { ...optOut, event: "old-town-walk-2026" },
    { device: 3, sequence: 1, clock: noon },
  );
  const purged = { ...takeCapture(optOut, { device: 3, sequence: 2, clock: noon }), payload: null };
  const foreign = { ...first, header: { ...first.header, kind: "marketing-consent" } };
  expect(foldBoard(exampleEvent, [elsewhere, purged, foreign]).entries).toEqual([]);
});

it("groups by zone, a zone where its newest entry stands", () => {
  const { entries } = foldBoard(exampleEvent, [first, second, moved]);
  expect(groupByZone(entries).map(({ zone }) => zone)).toEqual(["workshop", null]);
});

it("puts what a device took later after what it took before, though its clock fell back", () => {
  const early = takeCapture(correction, {
    device: 1,
    sequence: 2,
    clock: noon - 60 * minute,
    amends: nameCapture(1, 1),
  });
  expect(foldBoard(exampleEvent, [early, first]).entries[0]?.marks.zone).toBe("workshop");
});
