import { describe, expect, it } from "vitest";
import type { RetentionContext } from "../define-capture.ts";
import { listExpired as readExpired } from "./event-retention.ts";
import {
  closing,
  consent,
  correction,
  handOver,
  optOut,
  picturesChecked,
  recognise,
  referencePicture,
  startEvent,
  takeDown,
  takeDownPicture,
  voiding,
  withdrawal,
} from "./example-acts.ts";
import { exampleEvent, exampleReference } from "./example-event.ts";
import { nameCapture, takeCapture } from "./example-story.ts";
import type { Payload } from "./payload.ts";

const closedAt = Date.parse("2026-11-23T10:00:00.000Z");
const day = 24 * 60 * 60 * 1000;

function asOf(daysAfter: number, more: Partial<RetentionContext> = {}): RetentionContext {
  const { events, eventSettings } = exampleReference;
  return { events, eventSettings, takeDownAnswers: [], now: closedAt + daysAfter * day, ...more };
}

const listExpired = (...given: Parameters<typeof readExpired>) => readExpired(...given).captures;

/** The story of an event: [what was taken, what it amends]. */
function tell(...acts: [Payload, number?][]) {
  return acts.map(([payload, amends], index) =>
    takeCapture(payload, {
      device: 1,
      sequence: index + 1,
      clock: payload.act === "close-event" ? closedAt : closedAt - day,
      amends: amends === undefined ? null : nameCapture(1, amends),
    }),
  );
}

const whole = tell(
  [optOut],
  [correction, 1],
  [voiding, 1],
  [consent],
  [recognise, 4],
  [voiding, 4],
  [withdrawal],
  [handOver],
  [picturesChecked],
  [closing],
);

describe("what of an event may go", () => {
  it("is all that recognises people, as many days after its close-out as head office set", () => {
    expect(listExpired(whole, asOf(6.9))).toEqual([]);
    expect(listExpired(whole, asOf(7))).toEqual([1, 2, 3, 5].map((at) => nameCapture(1, at)));
    const settings = { purgeAfterDays: 0, photoPurpose: "photo-publicity" };
    expect(listExpired(whole, asOf(0, { eventSettings: settings }))).toHaveLength(4);
    expect(listExpired(whole, asOf(7, { eventSettings: null }))).toHaveLength(4);
  });

  it("is nothing while the event is open, or its close-out was taken back", () => {
    expect(listExpired(tell([optOut]), asOf(1000))).toEqual([]);
    const reopened = tell([optOut], [closing], [voiding, 2]);
    expect(listExpired(reopened, asOf(1000))).toEqual([]);
  });

  it("goes by head office's closing too, and by the latest one", () => {
    const events = exampleReference.events.map((event) => ({
      ...event,
      closedAt: new Date(closedAt + 3 * day).toISOString(),
    }));
    expect(listExpired(tell([optOut]), asOf(9, { events }))).toEqual([]);
    expect(listExpired(tell([optOut]), asOf(10, { events }))).toEqual([nameCapture(1, 1)]);
    expect(listExpired(tell([optOut], [closing]), asOf(9, { events }))).toEqual([]);
  });

  it("is a void whose opt-out was purged before, and never the void of what stays", () => {
    const later = whole.map((item) =>
      item.payload.act === "opt-out" ? { ...item, payload: null } : item,
    );
    expect(listExpired(later, asOf(7))).toContain(nameCapture(1, 3));
    expect(listExpired(later, asOf(7))).not.toContain(nameCapture(1, 6));
  });

  it("is everything beside the captures too, from the same day", () => {
    expect(readExpired(whole, asOf(6.9)).isOver).toBe(false);
    expect(readExpired(whole, asOf(7)).isOver).toBe(true);
  });

  it("is a take-down request only after its final answer", () => {
    const asked = tell([takeDown], [closing]);
    const answer = {
      request: nameCapture(1, 1),
      words: null,
      at: new Date(closedAt).toISOString(),
    };
    const answered = (outcome: "in-work" | "taken-down", days: number) =>
      listExpired(asked, asOf(days, { takeDownAnswers: [{ ...answer, outcome }] }));
    expect(listExpired(asked, asOf(1000))).toEqual([]);
    expect(answered("in-work", 1000)).toEqual([]);
    expect(answered("taken-down", 6)).toEqual([]);
    expect(answered("taken-down", 7)).toEqual([nameCapture(1, 1)]);
  });

  it("is a reference picture as soon as the event is closed, or its opt-out is taken out", () => {
    const picture = nameCapture(1, 2);
    expect(listExpired(tell([optOut], [referencePicture, 1]), asOf(1000))).toEqual([]);
    const closed = tell([optOut], [referencePicture, 1], [closing]);
    expect(listExpired(closed, asOf(0))).toEqual([picture]);
    const takenOut = tell([optOut], [referencePicture, 1], [voiding, 1]);
    expect(listExpired(takenOut, asOf(0))).toEqual([picture]);
  });

  it("is the picture of where it was seen with its request, and at once where that is taken out", () => {
    const asked = tell([takeDown], [takeDownPicture, 1], [closing]);
    const answer = {
      request: nameCapture(1, 1),
      outcome: "taken-down" as const,
      words: null,
      at: new Date(closedAt).toISOString(),
    };
    const answered = (days: number) =>
      listExpired(asked, asOf(days, { takeDownAnswers: [answer] }));
    expect(listExpired(asked, asOf(1000))).toEqual([]);
    expect(answered(6)).toEqual([]);
    expect(answered(7)).toEqual([nameCapture(1, 1), nameCapture(1, 2)]);
    const takenOut = tell([takeDown], [takeDownPicture, 1], [voiding, 1]);
    expect(listExpired(takenOut, asOf(0))).toEqual([nameCapture(1, 2)]);
  });

  it("of captures without an event is nothing but answered requests", () => {
    const lost: Payload = { ...takeDown, event: null };
    expect(listExpired(tell([lost]), asOf(1000))).toEqual([]);
    expect(listExpired([], asOf(1000))).toEqual([]);
    const started = { ...startEvent, plan: { ...startEvent.plan, id: exampleEvent } };
    expect(listExpired(tell([started], [closing]), asOf(1000))).toEqual([]);
  });
});
