import fc from "fast-check";
import { expect, test } from "vitest";
import { holdsNul } from "./nul.ts";

test("NUL is found at any depth, and what only looks like it is not", () => {
  const text = fc.string({ unit: fc.constantFrom("\0", "\\", "u", "0", "ก", '"') });
  fc.assert(
    fc.property(text, text, (name, value) => {
      const json = JSON.stringify([{ [name]: value }]);
      expect(holdsNul(json)).toBe(`${name}${value}`.includes("\0"));
    }),
  );
  expect(holdsNul(JSON.stringify("\\u0000"))).toBe(false);
});
