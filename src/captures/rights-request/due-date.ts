import type { EnvelopeHeader } from "../../contract/envelope.ts";
import { correctTime } from "../captured-at.ts";
import { readShopDay } from "../shop-day.ts";

/** s.30: days within which a request is answered, counted from the day after it was received. */
export const answerDays = 30;

const dayMs = 24 * 60 * 60 * 1000;

/** A calendar day plus so many days. Days are ISO dates, Gregorian; no clock and no time zone plays a part. */
export function addDays(day: string, days: number): string {
  return new Date(parseDay(day) + days * dayMs).toISOString().slice(0, 10);
}

/** Days from one calendar day to another; below zero where `to` comes first. */
export function countDays(from: string, to: string): number {
  return Math.round((parseDay(to) - parseDay(from)) / dayMs);
}

export function findDueDate(receivedOn: string): string {
  return addDays(receivedOn, answerDays);
}

function parseDay(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError("not a day");
  return at;
}

type Stamp = Pick<EnvelopeHeader, "capturedAt" | "clockOffsetMs">;

/** The shop's day on which a capture was received, by head office's clock as far as the device knew it. */
export function readReceivedOn(stamp: Stamp): string {
  return readShopDay(new Date(correctTime(stamp)));
}
