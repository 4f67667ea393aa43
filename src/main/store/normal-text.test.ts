import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalText } from "./normal-text.ts";

describe("normal text", () => {
  it.each([
    ["capitals", "SOMYING Test", "somying test"],
    ["spaces around and between", "  สมหญิง \t  ทดสอบ\n", "สมหญิง ทดสอบ"],
    ["Thai digits", "สาขา ๑๒๓", "สาขา 123"],
    ["sara am in two parts", "น\u0E49\u0E4D\u0E32", "น้ำ"],
    ["sara am in two parts, tone mark within", "น\u0E4D\u0E49\u0E32", "น้ำ"],
    ["a tone mark after sara am", "น\u0E33\u0E49", "น้ำ"],
    ["a tone mark after two of them", "น\u0E33\u0E33\u0E49", "น\u0E49\u0E33\u0E33"],
    ["sara ae typed as two sara e", "\u0E40\u0E40ก้ว", "แก้ว"],
    ["a break that no one sees", "สม\u200Bหญิง", "สมหญิง"],
    ["a letter and its accent apart", "Zoe\u0308", "zoë"],
    ["half a surrogate pair", "ก\uD83D", "ก"],
    [
      "marks kept apart by a break that no one sees",
      "น\u0E33\u0301\u200B\u0E48",
      "น\u0E48\u0E33\u0301",
    ],
    ["nothing", " \u200B ", ""],
  ])("reads %s", (_, typed, normal) => {
    expect(normalText(typed)).toBe(normal);
  });

  const thai = fc.string({
    unit: fc.oneof(
      fc.constantFrom(..."กขคนมสหอเแาำิีุู่้๊๋์ํๆ๑๒ "),
      fc.constantFrom(..."aÉßΣİ \u200B\u0301"),
    ),
    maxLength: 30,
  });

  it("leaves what is normal already as it is", () => {
    fc.assert(
      fc.property(thai, (text) => {
        const once = normalText(text);
        expect(normalText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it("makes of any part of normal text a part of it", () => {
    fc.assert(
      fc.property(thai, fc.nat(), fc.nat(), (text, from, length) => {
        const points = [...normalText(text)];
        const part = points.slice(from % (points.length + 1)).slice(0, 1 + (length % 8));
        expect(points.join("")).toContain(normalText(part.join("")));
      }),
      { numRuns: 2000 },
    );
  });
});
