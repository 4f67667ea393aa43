import fc from "fast-check";
import { expect, test } from "vitest";
import { drawBackoff, firstBackoffMs, longestBackoffMs, readRetryAfter } from "./backoff.ts";

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("a wait stays between half a second and five minutes, however many tries failed", () => {
  fc.assert(
    fc.property(fc.nat(), chance, (tries, drawn) => {
      const wait = drawBackoff(tries, drawn);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(longestBackoffMs);
      expect(Number.isInteger(wait)).toBe(true);
    }),
  );
});

test("the longest possible wait doubles with each failure until its bound", () => {
  const almostOne = 1 - Number.EPSILON;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (tries) => {
      const bound = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (tries - 1));
      expect(drawBackoff(tries, almostOne)).toBe(bound - 1);
    }),
  );
});

test("the jitter is full: a draw in the lower half gives a wait in the lower half", () => {
  expect(drawBackoff(8, 0.25)).toBe(64_000);
  expect(drawBackoff(8, 0.5)).toBe(128_000);
});

const now = Date.parse("2026-03-02T04:00:00.000Z");

test.each([
  ["7", 7_000],
  ["0", 0],
  ["12", 12_000],
  ["86400", longestBackoffMs],
  ["Mon, 02 Mar 2026 04:00:30 GMT", 30_000],
  ["Mon, 02 Mar 2026 03:00:00 GMT", 0],
  ["Tue, 03 Mar 2026 04:00:00 GMT", longestBackoffMs],
  ["2026-03-02T04:00:30+00:00", 30_000],
  ["", null],
  ["soon", null],
  [null, null],
])("Retry-After %j asks for %j ms", (header, wait) => {
  expect(readRetryAfter(header, now)).toBe(wait);
});
