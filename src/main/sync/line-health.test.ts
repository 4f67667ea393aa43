import fc from "fast-check";
import { expect, test } from "vitest";
import { meetTrouble } from "./answer-reading.ts";
import { earliestTry, healthyLine, noteTrouble, shortestGapMs, triesAll } from "./line-health.ts";

const at = 1_000_000;

test("on a healthy line every wake goes at once", () => {
  for (const reason of ["saved", "online", "resumed", "timer", "manual"] as const) {
    expect(earliestTry(healthyLine, reason, at)).toBeLessThanOrEqual(0);
  }
});

test("after a failure the timer backs off, while a save or a person waits for the shortest gap only", () => {
  const worn = [0.9, 0.9, 0.9, 0.9, 0.9].reduce(
    (health, chance) => noteTrouble(health, meetTrouble("no-line"), at, chance),
    healthyLine,
  );
  expect(earliestTry(worn, "timer", at)).toBe(at + 28_800);
  expect(earliestTry(worn, "saved", at)).toBe(at + shortestGapMs);
  expect(earliestTry(worn, "manual", at)).toBe(at + shortestGapMs);
});

test("nobody goes before the moment that head office asked for", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.constantFrom("saved", "online", "resumed", "timer", "manual"),
      (wait, chance, reason) => {
        const health = noteTrouble(healthyLine, meetTrouble("too-many-requests", wait), at, chance);
        expect(earliestTry(health, reason, at)).toBeGreaterThanOrEqual(at + wait);
      },
    ),
  );
});

test("a clock that is set back keeps nobody waiting until it is where it was", () => {
  const health = noteTrouble(healthyLine, meetTrouble("too-many-requests", 300_000), at, 0.9);
  for (const reason of ["saved", "online", "resumed", "timer", "manual"] as const) {
    expect(earliestTry(health, reason, at - 1)).toBe(at - 1);
  }
});

test("a failure is counted and kept with its reason and its time", () => {
  const once = noteTrouble(healthyLine, meetTrouble("cut-off"), at, 0.9);
  expect(once).toEqual({
    tries: 1,
    trouble: "cut-off",
    holdUntil: at,
    nextTryAt: at + 1_800,
    lastFailedAt: at,
  });
  const twice = noteTrouble(once, meetTrouble("too-many-requests", 60_000), at + 5, 0.9);
  expect(twice).toMatchObject({ tries: 2, trouble: "too-many-requests", holdUntil: at + 60_005 });
  expect(twice.nextTryAt).toBe(at + 60_005);
});

test("the network's return, waking and a person try everything; a save and the timer what is due", () => {
  const all = (["saved", "online", "resumed", "timer", "manual"] as const).filter(triesAll);
  expect(all).toEqual(["online", "resumed", "manual"]);
});
