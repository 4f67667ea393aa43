import fc from "fast-check";
import { expect, test } from "vitest";
import { formCsv } from "./csv.ts";

test("begins with a byte order mark and doubles quotes", () => {
  expect(
    formCsv([
      ["เรื่อง", 'a "b", c'],
      ["x\ny", -3],
    ]),
  ).toBe('\u{FEFF}"เรื่อง","a ""b"", c"\r\n"x\ny","-3"\r\n');
});

test("no text is a formula to a spreadsheet, whatever it is", () => {
  const dangerous = fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), fc.string());
  fc.assert(
    fc.property(dangerous, ([sign, rest]) => {
      expect(formCsv([[sign + rest]])).toMatch(/^\u{FEFF}"'/u);
    }),
  );
});
