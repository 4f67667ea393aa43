import { expect, it } from "vitest";
import { correctTime, isClockDoubtful } from "./captured-at.ts";

it("adds the last known offset to the device's time, or none before the first contact", () => {
  const capturedAt = "2026-11-22T03:00:00.000Z";
  expect(correctTime({ capturedAt, clockOffsetMs: null })).toBe(Date.UTC(2026, 10, 22, 3));
  expect(correctTime({ capturedAt, clockOffsetMs: -1500 })).toBe(Date.UTC(2026, 10, 22, 3) - 1500);
});

it("is doubted when the PC's clock is far off or never was compared", () => {
  expect(isClockDoubtful({ clockOffsetMs: 120_000 })).toBe(false);
  expect(isClockDoubtful({ clockOffsetMs: -400_000 })).toBe(true);
  expect(isClockDoubtful({ clockOffsetMs: null })).toBe(true);
});
