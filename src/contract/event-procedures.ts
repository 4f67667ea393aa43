import { z } from "zod";
import { envelopeHeader } from "./envelope.ts";
import { event, eventPlan, takeDownAnswer } from "./event.ts";
import { eventId, moment } from "./ids.ts";

/** A capture of an event, of this PC or of another device that works it. */
export const eventCapture = z.strictObject({
  header: envelopeHeader,
  /** Parsed and of the newest version. */
  payload: z.unknown(),
  receiptNumber: z.string(),
  /** Null until head office has it; of another device's: when it came here. */
  acknowledgedAt: moment.nullable(),
  parked: z.boolean(),
  /** Taken on this PC. */
  own: z.boolean(),
});
export type EventCaptureRecord = z.infer<typeof eventCapture>;

export const eventListed = z.strictObject({
  id: eventId,
  /** As head office has it; null: it does not know of it yet, or this branch does not work it. */
  event: event.nullable(),
  /** Head office's word, else as a manager started it; null: neither is known here. */
  plan: eventPlan.nullable(),
  /** Captures that still have their content, of this PC and of others. */
  captures: z.int().nonnegative(),
});
export type EventListed = z.infer<typeof eventListed>;

export const eventRecord = z.strictObject({
  event: event.nullable(),
  /** All that this PC knows of it and that still has its content; the folds put them in order. */
  captures: z.array(eventCapture),
  /** Other devices' captures of a newer form than this version can read. */
  unreadable: z.int().nonnegative(),
  takeDownAnswers: z.array(takeDownAnswer),
});
export type EventRecord = z.infer<typeof eventRecord>;

/** What pages ask about events. */
export const eventProcedures = {
  /** Events of this branch and those started here with no line, by first day, the latest first. */
  "events.list": { input: z.undefined(), output: z.array(eventListed), callers: "signed-in" },
  /** `event` null: what belongs to no known event, which is requests to take pictures down. */
  "events.read": {
    input: z.strictObject({ event: eventId.nullable() }),
    output: eventRecord,
    callers: ["event", "manager"],
  },
  /** Every request to take a picture down that is known here, newest first, with head office's answers. */
  "events.takeDowns": {
    input: z.undefined(),
    output: z.strictObject({
      requests: z.array(eventCapture),
      answers: z.array(takeDownAnswer),
    }),
    callers: "signed-in",
  },
} as const;
