import { z } from "zod";
import { envelope } from "./envelope.ts";
import {
  branchId,
  captureId,
  eventId,
  moment,
  noticeId,
  photographerId,
  purposeId,
  zoneId,
} from "./ids.ts";

const words = z.strictObject({ th: z.string().min(1).max(120), en: z.string().min(1).max(120) });

/** A part of the place that staff and photographers call by one name. */
const eventZone = z.strictObject({ id: zoneId, name: words });

const eventPhotographer = z.strictObject({
  id: photographerId,
  name: z.string().min(1).max(120),
});

/** What an event is, whoever planned it: head office, or a manager with no line. */
export const eventPlan = z.strictObject({
  id: eventId,
  name: words,
  place: words,
  /** ISO dates in rising order, each once. */
  days: z.array(z.iso.date()).min(1).max(31),
  zones: z.array(eventZone).max(40),
  photographers: z.array(eventPhotographer).max(20),
  /** The photo notice that hangs there and that is read before a consent. */
  notice: noticeId,
});
export type EventPlan = z.infer<typeof eventPlan>;

/** An event as head office keeps it. */
export const event = z.strictObject({
  ...eventPlan.shape,
  /** `proposed`: a manager started it, head office has not confirmed it yet. */
  status: z.enum(["proposed", "confirmed", "closed"]),
  /** When it was closed by head office's clock; null unless it is. */
  closedAt: moment.nullable(),
  /** The branches whose devices work it: they get each other's captures of it. */
  branches: z.array(branchId).min(1),
});
export type Event = z.infer<typeof event>;

/** What head office decides for all events. */
export const eventSettings = z.strictObject({
  /** Days from an event's close-out until what helped to recognise people is purged everywhere. */
  purgeAfterDays: z.int().min(0).max(365),
  /** The consent to be shown in focus, of the list of purposes. */
  photoPurpose: purposeId,
});
export type EventSettings = z.infer<typeof eventSettings>;

/** In force until head office says otherwise. */
export const defaultEventSettings: EventSettings = {
  purgeAfterDays: 7,
  photoPurpose: "photo-publicity",
};

/** Another device's capture of an event, as head office passes it on. Payload and salt are null once purged. */
export const relayedCapture = z.strictObject({
  /** Null: of an event that nobody knows. */
  event: eventId.nullable(),
  /** Of the device that took it, for its receipt number. */
  deviceNumber: z.int().min(1).max(29_790),
  capture: envelope,
});
export type RelayedCapture = z.infer<typeof relayedCapture>;

/** An event without what head office alone decides about it. */
export function readPlan({
  id,
  name,
  place,
  days,
  zones,
  photographers,
  notice,
}: Event): EventPlan {
  return { id, name, place, days, zones, photographers, notice };
}

/** What a capture says that concerns an event as a whole. */
export type EventWord =
  | { says: "started"; plan: EventPlan }
  | { says: "closed"; event: string }
  | { says: "take-down"; event: string | null }
  /** `isTakeDown`: what is asked is that a picture which is out comes down. */
  | { says: "opted-out"; event: string; isTakeDown: boolean }
  /** The opt-out that it amends asks for this now. */
  | { says: "corrected"; isTakeDown: boolean }
  /** A consent to be shown in focus is taken back: what is out by it comes down where that can be done. */
  | { says: "consent-ended"; event: string }
  /** What it amends is not to count. */
  | { says: "taken-back" };

/** Head office's word on a request to take a published picture down. */
export const takeDownAnswer = z.strictObject({
  request: captureId,
  outcome: z.enum(["in-work", "taken-down", "not-ours", "refused"]),
  /** What the person is told. There is no refusal without it. */
  words: z.string().max(1000).nullable(),
  at: moment,
});
export type TakeDownAnswer = z.infer<typeof takeDownAnswer>;
