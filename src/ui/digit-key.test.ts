import { expect, test } from "vitest";
import { readDigit } from "./digit-key.ts";

test.each([
  ["Digit0", 0],
  ["Digit9", 9],
  ["Numpad5", 5],
  ["NumpadEnter", null],
  ["KeyA", null],
  ["F1", null],
  ["", null],
])("%s is %s", (code, digit) => {
  expect(readDigit(code)).toBe(digit);
});
