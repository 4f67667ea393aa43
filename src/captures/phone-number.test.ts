import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPhone, readPhone } from "./phone-number.ts";

describe("readPhone", () => {
  it.each([
    ["0812345678", "+66812345678"],
    ["081-234-5678", "+66812345678"],
    [" 081 234 5678 ", "+66812345678"],
    ["๐๘๑-๒๓๔-๕๖๗๘", "+66812345678"],
    ["+66812345678", "+66812345678"],
    ["+66 (0) 81 234 5678", "+66812345678"],
    ["02-123-4567", "+6621234567"],
    ["+49 1511 2345678", "+4915112345678"],
  ])("reads %s", (typed, e164) => {
    expect(readPhone(typed)).toEqual({ ok: true, e164 });
  });

  it.each([
    "0000000000",
    "000-000-0000",
    "1111111111",
    "1234567890",
    "0123456789",
    "๑๒๓๔๕๖๗๘๙๐",
    "0987654321",
    "9876543210",
    "0800000000",
    "0999999999",
    "+66999999999",
  ])("knows that %s is made up", (typed) => {
    expect(readPhone(typed)).toEqual({ ok: false, code: "made-up-phone" });
  });

  it.each([
    "",
    "08",
    "081234567",
    "08123456789012",
    "call me",
    "0812345678 ext 5",
    "0812345678/9",
    "4111111111111111",
  ])("refuses %j", (typed) => {
    expect(readPhone(typed)).toEqual({ ok: false, code: "bad-phone" });
  });

  it("reads its own answer to the same answer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.constantFrom("6", "8", "9"),
        (number, prefix) => {
          const first = readPhone(`0${prefix}${String(number).padStart(8, "0")}`);
          if (first.ok) expect(readPhone(first.e164)).toEqual(first);
        },
      ),
    );
  });
});

describe("maskPhone", () => {
  it("leaves the last four digits", () => {
    expect(maskPhone("+66812345678")).toBe("08x-xxx-5678");
    expect(maskPhone("+4915112345678")).toBe("+49 xxx 5678");
  });
});
