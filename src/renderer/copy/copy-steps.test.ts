import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Box } from "../../card-mask/picture.ts";
import type { DocumentKind, FieldName, Mask } from "../../card-mask/reading.ts";
import { alwaysCovered } from "../../contract/id-document.ts";
import { type CopyEvent, type CopyJob, type Legible, maySave } from "./copy-job.ts";
import { beginCopy, stepCopy } from "./copy-steps.ts";

const cover: readonly FieldName[] = [...alwaysCovered, "id-number"];

/** The card on the table: where each value stands, and whether it is the back. */
type Card = { back: boolean; values: Partial<Record<FieldName, Box>> };

function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1
  );
}

/** What an honest second reading sees: values that no mask covers whole. */
function findUncovered(card: Card, masks: readonly Mask[]): Legible[] {
  return cover.flatMap((field) => {
    const box = card.values[field];
    return box && !masks.some((mask) => holds(mask.box, box)) ? [{ field, box }] : [];
  });
}

const arbitraryBox: fc.Arbitrary<Box> = fc
  .tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
  .map(([x0, y0, width, height]) => ({ x0, y0, x1: x0 + width, y1: y0 + height }));
const arbitraryField = fc.constantFrom<FieldName>(...cover, "address");
const arbitraryMask: fc.Arbitrary<Mask> = fc.record({
  field: arbitraryField,
  box: arbitraryBox,
  found: fc.constantFrom("place", "word", "ink", "staff"),
});
const wholeCard = cover.map<Mask>((field) => ({
  field,
  box: { x0: 0, y0: 0, x1: 20, y1: 20 },
  found: "place",
}));
const arbitraryCard: fc.Arbitrary<Card> = fc.record({
  back: fc.boolean(),
  values: fc.record(
    { religion: arbitraryBox, "blood-group": arbitraryBox, "id-number": arbitraryBox },
    { requiredKeys: [] },
  ),
});
const corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
] as const;
const document = fc.constantFrom<DocumentKind>("thai-id-front", "passport", "other");

/** Anything a hand, a hurried worker or a stale answer can do, in any order. */
type Deed =
  | { do: "event"; event: CopyEvent }
  | { do: "machine-reads"; sure: boolean; hasCopy: boolean; document: DocumentKind; masks: Mask[] }
  | { do: "machine-checks"; stale: boolean }
  | { do: "everything-ticked"; as: "covered" | "absent" }
  /** What would bring it one step nearer to being saved. */
  | { do: "go-on"; sure: boolean; masks: Mask[]; as: "covered" | "absent" };

const arbitraryDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("machine-reads" as const),
      sure: fc.boolean(),
      hasCopy: fc.boolean(),
      document,
      masks: fc.array(arbitraryMask, { maxLength: 4 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("machine-checks" as const),
      stale: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("everything-ticked" as const),
      as: fc.constantFrom("covered" as const, "absent" as const),
    }),
  },
  {
    weight: 24,
    arbitrary: fc.record({
      do: fc.constant("go-on" as const),
      sure: fc.boolean(),
      masks: fc.oneof(fc.array(arbitraryMask, { maxLength: 6 }), fc.constant(wholeCard)),
      as: fc.constantFrom("covered" as const, "absent" as const),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant("event" as const),
      event: fc.oneof(
        fc.constantFrom<CopyEvent>(
          { is: "taken" },
          { is: "corners-set", corners },
          { is: "corners-asked" },
          { is: "check-asked" },
          { is: "check-asked" },
          { is: "back-to-masks" },
          { is: "stamp-moved" },
          { is: "save-asked" },
          { is: "save-asked" },
          { is: "save-failed" },
          { is: "picture-again" },
          { is: "document-set", document: "thai-id-back" },
          { is: "document-set", document: "passport" },
        ),
        fc.record({
          is: fc.constant("mask-added" as const),
          field: arbitraryField,
          box: arbitraryBox,
        }),
        fc.record({
          is: fc.constant("mask-moved" as const),
          id: fc.nat(4),
          box: arbitraryBox,
        }),
        fc.record({
          is: fc.constant("mask-removed" as const),
          id: fc.nat(4),
          instead: fc.constantFrom("nothing" as const, null),
        }),
        fc.record({
          is: fc.constant("ticked" as const),
          field: arbitraryField,
          tick: fc.constantFrom("covered" as const, "absent" as const),
        }),
      ),
    }),
  },
);

/** What the world answers: `honest` OCR sees what is uncovered, the other sees nothing, ever. */
function eventsOf(job: CopyJob, deed: Deed, card: Card, honest: boolean): CopyEvent[] {
  const { picture } = job;
  switch (deed.do) {
    case "event":
      return [deed.event];
    case "machine-reads":
      return [
        {
          is: "read",
          picture,
          ...deed,
          document: card.back ? "thai-id-back" : deed.document,
          doubts: [],
        },
      ];
    case "everything-ticked":
      return cover.map((field) => ({ is: "ticked", field, tick: deed.as }));
    case "go-on":
      return goOn(job, deed, card, honest);
    case "machine-checks": {
      if (job.at !== "checking" && job.at !== "finishing") return [];
      const legible = honest ? findUncovered(card, job.masks) : [];
      const edition = deed.stale ? job.edition - 1 : job.edition;
      return job.at === "checking"
        ? [{ is: "checked", picture, edition, legible }]
        : [{ is: "finished", picture, edition }];
    }
  }
}

function goOn(
  job: CopyJob,
  deed: Extract<Deed, { do: "go-on" }>,
  card: Card,
  honest: boolean,
): CopyEvent[] {
  switch (job.at) {
    case "intake":
      return [{ is: "taken" }];
    case "reading": {
      const read = { ...deed, hasCopy: true, document: "other" } as const;
      return eventsOf(job, { ...read, do: "machine-reads" }, card, honest);
    }
    case "corners":
      return [{ is: "corners-set", corners }];
    case "masks":
      return [
        ...cover.map<CopyEvent>((field) => ({ is: "ticked", field, tick: deed.as })),
        { is: "check-asked" },
      ];
    case "checking":
    case "finishing":
      return eventsOf(job, { do: "machine-checks", stale: false }, card, honest);
    case "ready":
      return [{ is: "save-asked" }];
    case "saving":
      return [{ is: "saved" }];
    default:
      return [{ is: "picture-again" }];
  }
}

/** How often the ways came to saving: a property that none of them reaches says nothing. */
let reached = 0;
beforeEach(() => {
  reached = 0;
});

function run(card: Card, deeds: readonly Deed[], honest: boolean): CopyJob[] {
  const seen: CopyJob[] = [beginCopy()];
  for (const deed of deeds) {
    for (const event of eventsOf(seen.at(-1) ?? beginCopy(), deed, card, honest)) {
      seen.push(stepCopy(seen.at(-1) ?? beginCopy(), event, cover));
      if (seen.at(-1)?.at === "saving") reached += 1;
    }
  }
  return seen;
}

const deeds = fc.array(arbitraryDeed, { minLength: 20, maxLength: 60, size: "max" });
const runs = { numRuns: 2000 };

describe("whatever is done in whatever order", () => {
  test("nothing that the second reading can see is ever saved", () => {
    fc.assert(
      fc.property(arbitraryCard, deeds, (card, done) => {
        for (const job of run(card, done, true)) {
          if (job.at === "saving") expect(findUncovered(card, job.masks)).toEqual([]);
        }
      }),
      runs,
    );
    expect(reached).toBeGreaterThan(200);
  });

  test("even where the second reading sees nothing, every field is covered by a mask or said to be absent", () => {
    fc.assert(
      fc.property(arbitraryCard, deeds, (card, done) => {
        for (const job of run(card, done, false)) {
          if (job.at !== "saving") continue;
          for (const field of cover) {
            const isMasked = job.masks.some((mask) => mask.field === field);
            expect(job.ticks[field]).toBeDefined();
            if (job.ticks[field] === "covered") expect(isMasked).toBe(true);
          }
        }
      }),
      runs,
    );
    expect(reached).toBeGreaterThan(200);
  });

  test("the back is never worked on, finished or saved", () => {
    fc.assert(
      fc.property(arbitraryCard, deeds, (card, done) => {
        if (!card.back) return;
        const reached = run(card, done, false).map(({ at }) => at);
        for (const at of ["masks", "checking", "finishing", "ready", "saving", "saved"] as const) {
          expect(reached).not.toContain(at);
        }
      }),
      runs,
    );
  });

  test("saving comes from a copy that was read clean and flattened with the masks that it has", () => {
    fc.assert(
      fc.property(arbitraryCard, deeds, (card, done) => {
        const seen = run(card, done, true);
        for (const [at, job] of seen.entries()) {
          if (job.at !== "saving" || seen[at - 1]?.at !== "ready") continue;
          const since = seen.slice(0, at).findLastIndex((one) => one.at === "masks");
          const between = seen
            .slice(since + 1, at)
            .map((one) => one.at)
            .filter((one) => one !== "saving");
          expect(new Set(between)).toEqual(new Set(["checking", "finishing", "ready"]));
          expect(maySave(job, cover)).toBe(true);
        }
      }),
      runs,
    );
    expect(reached).toBeGreaterThan(200);
  });
});

test("the ways through are long enough to reach the end: a copy is saved in some of them", () => {
  const card: Card = { back: false, values: { religion: { x0: 1, y0: 1, x1: 2, y1: 2 } } };
  const wide = { x0: 0, y0: 0, x1: 5, y1: 5 };
  const masks: Mask[] = cover.map((field) => ({ field, box: wide, found: "place" }));
  expect(overlaps(wide, { x0: 1, y0: 1, x1: 2, y1: 2 })).toBe(true);
  const job = run(
    card,
    [
      { do: "event", event: { is: "taken" } },
      { do: "machine-reads", sure: true, hasCopy: true, document: "thai-id-front", masks },
      { do: "everything-ticked", as: "covered" },
      { do: "event", event: { is: "check-asked" } },
      { do: "machine-checks", stale: false },
      { do: "machine-checks", stale: false },
      { do: "event", event: { is: "save-asked" } },
    ],
    true,
  ).at(-1);
  expect(job?.at).toBe("saving");
});

describe("a mask over a field that must not be kept", () => {
  const mask: Mask = { field: "religion", box: { x0: 0, y0: 0, x1: 4, y1: 4 }, found: "place" };
  function onBench(events: readonly CopyEvent[]): CopyJob {
    const start: CopyEvent[] = [
      { is: "taken" },
      {
        is: "read",
        picture: 1,
        sure: true,
        document: "thai-id-front",
        hasCopy: true,
        masks: [mask],
        doubts: [],
      },
      { is: "ticked", field: "religion", tick: "covered" },
    ];
    return [...start, ...events].reduce((job, event) => stepCopy(job, event, cover), beginCopy());
  }

  test("stays unless it is said what stands there instead", () => {
    const kept = onBench([{ is: "mask-removed", id: 0, instead: null }]);
    expect(kept).toMatchObject({ masks: [mask] });
    const gone = onBench([{ is: "mask-removed", id: 0, instead: "dates" }]);
    expect(gone).toMatchObject({ masks: [], ticks: {} });
  });

  test("loses its tick when it is moved, and keeps it when it only grows", () => {
    const away = { x0: 2, y0: 0, x1: 6, y1: 4 };
    expect(onBench([{ is: "mask-moved", id: 0, box: away }])).toMatchObject({ ticks: {} });
    const larger = { x0: 0, y0: 0, x1: 6, y1: 6 };
    expect(onBench([{ is: "mask-moved", id: 0, box: larger }])).toMatchObject({
      ticks: { religion: "covered" },
    });
  });
});

test("an answer about an earlier picture is dropped", () => {
  const second = [
    { is: "taken" },
    { is: "picture-again" },
    { is: "taken" },
    { is: "faulty", picture: 1, fault: "blurred" },
  ] satisfies CopyEvent[];
  const job = second.reduce<CopyJob>((one, event) => stepCopy(one, event, cover), beginCopy());
  expect(job).toMatchObject({ at: "reading", picture: 2 });
});
