import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, answerDays, countDays, findDueDate, readReceivedOn } from "./due-date.ts";
import { readTypedDay, readTypedTime } from "./typed-day.ts";

const days = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2190-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("the due date", () => {
  it.each([
    ["2026-11-22", "2026-12-22"],
    ["2026-01-31", "2026-03-02"],
    ["2028-01-31", "2028-03-01"],
    ["2028-02-29", "2028-03-30"],
    ["2026-12-15", "2027-01-14"],
    ["2100-02-01", "2100-03-03"],
  ])("of what came on %s is %s", (received, due) => {
    expect(findDueDate(received)).toBe(due);
  });

  it("is thirty midnights later, over every month's end and leap day", () => {
    fc.assert(
      fc.property(days, (received) => {
        let day = received;
        for (let count = 0; count < answerDays; count += 1) {
          const next = addDays(day, 1);
          expect(next > day).toBe(true);
          day = next;
        }
        expect(findDueDate(received)).toBe(day);
        expect(countDays(received, day)).toBe(answerDays);
      }),
    );
  });

  it("counts back what it added", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(countDays(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  it("refuses what is no day", () => {
    expect(() => addDays("2026-13-01", 1)).toThrow(RangeError);
  });
});

describe("the day of receipt", () => {
  it("is the shop's, whatever the PC's time zone", () => {
    const zone = process.env.TZ;
    try {
      for (const tz of ["UTC", "Asia/Bangkok", "Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env.TZ = tz;
        const read = (capturedAt: string) => readReceivedOn({ capturedAt, clockOffsetMs: 0 });
        expect(read("2026-11-22T16:59:59.999Z")).toBe("2026-11-22");
        expect(read("2026-11-22T17:00:00.000Z")).toBe("2026-11-23");
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("is by head office's clock", () => {
    const capturedAt = "2026-11-22T16:59:00.000Z";
    expect(readReceivedOn({ capturedAt, clockOffsetMs: 120_000 })).toBe("2026-11-23");
  });
});

describe("a typed day", () => {
  it.each([
    ["22/11/2569", "2026-11-22"],
    ["๒๒.๑๑.๒๕๖๙", "2026-11-22"],
    ["1-3-2026", "2026-03-01"],
    ["29/2/2571", "2028-02-29"],
    ["2026-11-22", "2026-11-22"],
    ["2569-11-22", "2026-11-22"],
    ["29/2/2570", null],
    ["31/4/2569", null],
    ["22/11/69", null],
    ["", null],
  ])("%s is %s", (typed, day) => {
    expect(readTypedDay(typed)).toBe(day);
  });

  it("is the same in both eras", () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = day.split("-").map(Number) as [number, number, number];
        expect(readTypedDay(`${date}/${month}/${year}`)).toBe(day);
        expect(readTypedDay(`${date}/${month}/${year + 543}`)).toBe(day);
      }),
    );
  });

  it.each([
    ["14:30", "14:30"],
    ["9.05", "09:05"],
    ["๑๔:๓๐", "14:30"],
    ["24:00", null],
    ["14:60", null],
    ["1430", null],
  ])("and the time %s is %s", (typed, time) => {
    expect(readTypedTime(typed)).toBe(time);
  });
});
