import { expect, test } from "vitest";
import { formatMinutes } from "./format-minutes.ts";

test.each([
  [null, "–", "–"],
  [0, "0 minutes", "0 นาที"],
  [1, "1 minute", "1 นาที"],
  [59, "59 minutes", "59 นาที"],
  [150, "2 hours", "2 ชั่วโมง"],
  [3000, "2 days", "2 วัน"],
])("%s minutes", (minutes, en, th) => {
  expect(formatMinutes(minutes, "en")).toBe(en);
  expect(formatMinutes(minutes, "th")).toBe(th);
});
