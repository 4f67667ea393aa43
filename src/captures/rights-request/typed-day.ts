import { plainDigits } from "../thai-digits.ts";

/** A year above this is of the Buddhist era: no customer asks about what a camera sees in the year 2400. */
const eraBoundary = 2400;
const eraOffset = 543;

/**
 * A day as people type it, day first: `22/11/2569`, `22-11-2026`, `๒๒.๑๑.๒๕๖๙`, or an ISO date. Years of the
 * Buddhist era are known by their size; two digits would be a guess. The answer is an ISO date, Gregorian;
 * null where there is no such day.
 */
export function readTypedDay(text: string): string | null {
  const typed = plainDigits(text).trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const local = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/.exec(typed);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : null;
  if (parts === null) return null;
  const [written = 0, month = 0, day = 0] = parts.map(Number);
  const year = written > eraBoundary ? written - eraOffset : written;
  const date = new Date(Date.UTC(year, month - 1, day));
  // JavaScript rolls 31 April over into May: then it was no day.
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** A time of day as people type it: `14:30`, `14.30`, `9.05`. The answer is `HH:MM`; null where it is none. */
export function readTypedTime(text: string): string | null {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(plainDigits(text).trim());
  if (!found) return null;
  const hour = Number(found[1]);
  const minute = Number(found[2]);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${found[2]}`;
}
