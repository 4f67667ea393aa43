import { expect, test } from "vitest";
import { formatElapsed } from "./elapsed-time.ts";

const now = new Date("2026-11-22T12:00:00.000Z");
const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();

test.each([
  [59_000, "1 minute", "1 นาที"],
  [5 * 60_000, "5 minutes", "5 นาที"],
  [3_600_000, "1 hour", "1 ชั่วโมง"],
  [47 * 3_600_000, "1 day", "1 วัน"],
  [30 * 86_400_000, "30 days", "30 วัน"],
])("%i ms ago is %s, %s", (ms, english, thai) => {
  expect(formatElapsed(ago(ms), now, "en")).toBe(english);
  expect(formatElapsed(ago(ms), now, "th")).toBe(thai);
});

test("a moment in the future, as after a clock was set back, is not a negative age", () => {
  expect(formatElapsed(ago(-3_600_000), now, "en")).toBe("1 minute");
});
