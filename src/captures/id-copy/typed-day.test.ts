import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, readTypedDay, writeTypedDay } from "./typed-day.ts";

test("reads a day in either era and with the usual marks between", () => {
  for (const text of ["31/12/2570", "31-12-2027", "31.12.2570", " 31 12 2027 "]) {
    expect(readTypedDay(text)).toBe("2027-12-31");
  }
  expect(readTypedDay("29/2/2571")).toBe("2028-02-29");
});

test("takes no day that there is not", () => {
  for (const text of ["", "31/2/2570", "29/2/2570", "0/1/2570", "1/13/2570", "1/1/70", "today"]) {
    expect(readTypedDay(text)).toBeNull();
  }
});

test("every day it writes it reads again", () => {
  const day = fc.date({
    min: new Date("1950-01-01"),
    max: new Date("2150-01-01"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(readTypedDay(writeTypedDay(iso))).toBe(iso);
    }),
  );
});

test("counts days over the end of a month and a year", () => {
  expect(addDays("2026-12-15", 30)).toBe("2027-01-14");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
});
