import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { hashEnrolmentCode, makeEnrolmentCode } from "./enrolment-code.ts";

test("codes are easy to read aloud and use every letter alike", () => {
  const counts = new Map<string, number>();
  for (let n = 0; n < 3000; n += 1) {
    const code = makeEnrolmentCode(randomBytes);
    expect(code).toMatch(/^[0-9A-HJKMNPQRSTVWXY]{4}(-[0-9A-HJKMNPQRSTVWXY]{4}){2}$/);
    for (const letter of code.replaceAll("-", "")) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
  }
  const expected = (3000 * 12) / 31;
  expect(counts.size).toBe(31);
  for (const count of counts.values())
    expect(Math.abs(count - expected)).toBeLessThan(expected / 4);
});

test("bytes that would favour a letter are passed over", () => {
  const bytes = [255, 248, 0, 30];
  expect(makeEnrolmentCode(() => new Uint8Array(bytes))).toBe("0Y0Y-0Y0Y-0Y0Y");
});

test("hyphens, spaces and case do not matter", () => {
  expect(hashEnrolmentCode(" 7kq2 m0xa-91td")).toBe(hashEnrolmentCode("7KQ2-M0XA-91TD"));
  expect(hashEnrolmentCode("7KQ2-M0XA-91TE")).not.toBe(hashEnrolmentCode("7KQ2-M0XA-91TD"));
});
