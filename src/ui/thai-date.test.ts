import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDay, formatMoment } from "./thai-date.tsx";

describe("formatMoment", () => {
  test("counts Buddhist years in Thai and Gregorian years in English", () => {
    expect(formatMoment("2026-11-22T07:30:00.000Z", "th")).toBe("22 พ.ย. 2569 14:30 น.");
    expect(formatMoment("2026-11-22T07:30:00.000Z", "en")).toBe("22 Nov 2026, 14:30");
  });

  test("shows the day of the shop, not that of Greenwich", () => {
    expect(formatMoment("2025-12-31T18:00:00.000Z", "th")).toBe("1 ม.ค. 2569 01:00 น.");
  });

  test("writes midnight as 00:00", () => {
    expect(formatMoment("2026-02-28T17:00:00.000Z", "en")).toBe("1 Mar 2026, 00:00");
  });
});

describe("formatDay", () => {
  test("keeps a leap day", () => {
    expect(formatDay("2024-02-29", "th")).toBe("29 ก.พ. 2567");
    expect(formatDay("2024-02-29", "en")).toBe("29 Feb 2024");
  });

  test("is always 543 years apart between the two languages, on the same day", () => {
    const day = fc.date({
      min: new Date("1950-01-01T00:00:00Z"),
      max: new Date("2099-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const read = (text: string) => text.split(" ");
        const [thaiDay, , thaiYear] = read(formatDay(iso, "th"));
        const [englishDay, , englishYear] = read(formatDay(iso, "en"));
        expect(thaiDay).toBe(englishDay);
        expect(Number(thaiYear)).toBe(Number(englishYear) + 543);
      }),
    );
  });
});
