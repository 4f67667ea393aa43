import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  deviceNumberLimit,
  formatReceiptNumber,
  formReceiptNumber,
  readReceiptNumber,
} from "./receipt-number.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";
const device = fc.integer({ min: 1, max: deviceNumberLimit });
const sequence = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);

describe("receipt numbers", () => {
  it("have three digits of the device, at least four of the sequence, and a check character", () => {
    expect(formReceiptNumber(1, 1)).toMatch(/^001-0001-[0-9A-Y]$/);
    expect(formReceiptNumber(deviceNumberLimit, 31 ** 4)).toMatch(/^YYY-10000-[0-9A-Y]$/);
  });

  it("can be read back", () => {
    fc.assert(
      fc.property(device, sequence, (deviceNumber, number) => {
        const read = readReceiptNumber(formReceiptNumber(deviceNumber, number));
        expect(read).toMatchObject({ deviceNumber, sequence: number });
      }),
    );
  });

  it("differ wherever device or sequence differs", () => {
    fc.assert(
      fc.property(device, sequence, device, sequence, (a, m, b, n) => {
        fc.pre(a !== b || m !== n);
        expect(formReceiptNumber(a, m)).not.toBe(formReceiptNumber(b, n));
      }),
    );
  });

  it("are read however they are typed or scanned", () => {
    const shown = formReceiptNumber(311, 31 * 31 + 1);
    const normal = shown.replaceAll("-", "");
    for (const text of [
      shown.toLowerCase(),
      ` ${normal} `,
      shown.replaceAll("-", " "),
      shown.replaceAll("-", "–"),
      normal.replaceAll("0", "o"),
      normal.replaceAll("1", "l"),
      normal.replaceAll("0", "๐"),
      `YINYOM:${shown}`,
    ]) {
      expect(readReceiptNumber(text)?.normal, text).toBe(normal);
    }
    expect(formatReceiptNumber(normal)).toBe(shown);
  });

  it("show any single wrong character", () => {
    fc.assert(
      fc.property(
        device,
        sequence,
        fc.nat(),
        fc.integer({ min: 1, max: 30 }),
        (deviceNumber, number, place, shift) => {
          const normal = formReceiptNumber(deviceNumber, number).replaceAll("-", "");
          const at = place % normal.length;
          const wrong = alphabet.charAt((alphabet.indexOf(normal.charAt(at)) + shift) % 31);
          expect(readReceiptNumber(normal.slice(0, at) + wrong + normal.slice(at + 1))).toBeNull();
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("show any two characters that changed places", () => {
    fc.assert(
      fc.property(device, sequence, fc.nat(), fc.nat(), (deviceNumber, number, one, other) => {
        const characters = [...formReceiptNumber(deviceNumber, number).replaceAll("-", "")];
        const [i, j] = [one % characters.length, other % characters.length];
        const [a, b] = [characters[i] ?? "", characters[j] ?? ""];
        fc.pre(a !== b);
        characters[i] = b;
        characters[j] = a;
        expect(readReceiptNumber(characters.join(""))).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it("never are a number of no device, no sequence, or with other spellings", () => {
    for (const text of [
      "",
      "00000000",
      "0000001",
      "ABC",
      "0812345678x",
      "สมหญิง",
      "U".repeat(9),
      "0".repeat(40),
    ]) {
      expect(readReceiptNumber(text), text).toBeNull();
    }
    // 001-00001 with a right check character: weights 6, 2 and 1 of eight-plus-one places.
    const padded = [...alphabet].map((check) => readReceiptNumber(`00100001${check}`));
    expect(padded.every((read) => read === null)).toBe(true);
  });

  it("refuse numbers that head office never gives", () => {
    for (const [deviceNumber, number] of [
      [0, 1],
      [deviceNumberLimit + 1, 1],
      [1, 0],
      [1.5, 1],
    ] as const) {
      expect(() => formReceiptNumber(deviceNumber, number)).toThrow(RangeError);
    }
  });
});
