import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findForbiddenText } from "./typed-text.ts";

/** Test numbers that card schemes publish; no card has them. */
const cards = [
  "4111111111111111",
  "5555555555554444",
  "378282246310005",
  "6011111111111117",
  "3530111333300000",
  "4222222222222",
  "6304000000000000000",
];
/** Invented: twelve ones and their check digit, and so on. */
const ids = ["1111111111119", "3100500123453", "0105500000001"].map((id) => withCheckDigit(id));

function withCheckDigit(id: string): string {
  const sum = [...id.slice(0, 12)].reduce(
    (total, digit, place) => total + Number(digit) * (13 - place),
    0,
  );
  return id.slice(0, 12) + ((11 - (sum % 11)) % 10);
}

function luhnDigit(body: string): number {
  for (let digit = 0; digit < 10; digit += 1) {
    const total = [...`${body}${digit}`].reverse().reduce((sum, character, place) => {
      const value = Number(character) * (place % 2 === 1 ? 2 : 1);
      return sum + Math.floor(value / 10) + (value % 10);
    }, 0);
    if (total % 10 === 0) return digit;
  }
  throw new Error("unreachable");
}

const inThai = (text: string) => text.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙".charAt(Number(digit)));
const grouped = (text: string, gap: string) => text.replace(/(\d{4})(?=\d)/g, `$1${gap}`);

describe("findForbiddenText", () => {
  it.each(cards)("finds the card number %s however it is written", (card) => {
    for (const text of [
      card,
      grouped(card, " "),
      grouped(card, "-"),
      grouped(card, " - ").replaceAll(" - ", "–"),
      grouped(card, "."),
      inThai(card),
      inThai(grouped(card, " ")),
      [...card].join(" "),
      `บัตร ${card} หมดอายุ 12/29`,
      `${grouped(card, " ")} 12/29`,
      `${grouped(card, " ")} 123`,
      `paid with ${card}.`,
      `x${card}x`,
    ]) {
      expect(findForbiddenText(text), text).not.toBeNull();
    }
  });

  it.each(ids)("finds the ID number %s however it is written", (id) => {
    const hyphenated = `${id[0]}-${id.slice(1, 5)}-${id.slice(5, 10)}-${id.slice(10, 12)}-${id[12]}`;
    for (const text of [
      id,
      hyphenated,
      hyphenated.replaceAll("-", " "),
      inThai(hyphenated),
      `เลข ${id} ค่ะ`,
    ]) {
      expect(findForbiddenText(text), text).toBe("id-number");
    }
  });

  it("finds every number of 13 to 19 digits that passes Luhn's check", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 17 }),
        (first, rest) => {
          const body = `${first}${rest.join("")}`;
          expect(findForbiddenText(`${body}${luhnDigit(body)}`)).not.toBeNull();
        },
      ),
    );
  });

  it("finds nothing in what a counter writes every day", () => {
    for (const text of [
      "",
      "สมหญิง ใจดี",
      "99/12 ซอย 5 ถนนนิมมานเหมินท์ เชียงใหม่ 50200",
      "081-234-5678",
      "081 234 5678 10500",
      "+66812345678",
      "M-0012345",
      "2026-11-22 17:30",
      "4111111111111113",
      "1111111111113",
      "12345678901234567890123456789012",
    ]) {
      expect(findForbiddenText(text), text).toBeNull();
    }
  });

  it("answers quickly for the longest hostile text", () => {
    expect(findForbiddenText("1 ".repeat(30_000).trimEnd().replace(/1$/, "x"))).toBeNull();
  });
});
