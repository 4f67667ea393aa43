import { z } from "zod";
import { eventPlan } from "../../contract/event.ts";
import { captureId, eventId, moment, photographerId, staffId, zoneId } from "../../contract/ids.ts";
import { signature } from "../drawn-signature.ts";
import {
  nameLimit,
  photoConsent,
  photoWithdrawal,
  saidBy,
  type shownPlace,
} from "./consent-acts.ts";
import { referencePicture, takeDownPicture } from "./picture-acts.ts";

/** Longest text of each field, in characters. The screen shows them; the schema holds them. */
export const limits = {
  name: nameLimit,
  tag: 12,
  email: 120,
  address: 500,
  where: 300,
  reason: 300,
} as const;

/** Most captures that one hand-over or review covers: their ids and a signature fit one payload. */
export const coversLimit = 800;

/**
 * `no-photo`: not to be photographed. `no-publication`: in no published picture. `take-down`: a picture of
 * this event that is out already is to come down.
 */
export const wish = z.enum(["no-photo", "no-publication", "take-down"]);
export type Wish = z.infer<typeof wish>;

/** Which pictures the wish is about: with many people, with this person in focus, or any. */
export const framing = z.enum(["overview", "in-focus", "both"]);
export type Framing = z.infer<typeof framing>;

/** The colours that are told apart at a glance; `patterned` where no colour leads. */
export const swatches = [
  "black",
  "white",
  "grey",
  "red",
  "pink",
  "orange",
  "yellow",
  "green",
  "light-blue",
  "navy",
  "purple",
  "brown",
  "beige",
  "patterned",
] as const;
const swatch = z.enum(swatches);
/** */
export type Swatch = z.infer<typeof swatch>;

/** What a colour was seen on. */
export const garments = ["top", "bottom", "dress", "headwear", "bag"] as const;
const garment = z.enum(garments);
/** */
export type Garment = z.infer<typeof garment>;

/** How a photographer recognises somebody without biometrics. Never a face, a description of one, or a name. */
export const marks = z.strictObject({
  /** The number on a sticker or wristband. */
  tag: z.string().max(limits.tag).nullable(),
  clothing: z.array(z.strictObject({ garment, colour: swatch })).max(6),
  zone: zoneId.nullable(),
  /** When they were there, where it is not the moment of taking this down; UTC. */
  seenAt: moment.nullable(),
  /** How many people this speaks for, and how many of them are children. */
  people: z.int().min(1).max(99),
  children: z.int().min(0).max(99),
});
export type Marks = z.infer<typeof marks>;

/** Only where the person wants an answer: one of the two. */
const contact = z.strictObject({
  /** E.164, such as +66812345678. */
  phone: z.string().max(20).nullable(),
  /** Lower case. */
  email: z.string().max(limits.email).nullable(),
});
export type Contact = z.infer<typeof contact>;

/** Shown to the photographer: the captures that made the board what it was (`foldBoard`'s `covers`). */
const covers = z.array(captureId).max(coversLimit);

/** A manager starts an event with no line; head office confirms it later. */
const startEvent = z.strictObject({ act: z.literal("start-event"), plan: eventPlan });

const optOutFacts = { event: eventId, wish, framing, marks, saidBy };

/** "No photo, please." */
const optOut = z.strictObject({
  act: z.literal("opt-out"),
  ...optOutFacts,
  contact: contact.nullable(),
  /** Their own yes to a reference picture, kept sealed and destroyed with the event. */
  referencePicture: z.boolean(),
});

/** Newest facts about an opt-out: they moved, put a jacket on, or it was noted wrong. `amends` names it. */
const correction = z.strictObject({
  act: z.literal("correct"),
  ...optOutFacts,
  reason: z.string().max(limits.reason).nullable(),
});

/** Takes a capture out that should not be there, or no longer. A withdrawal and a hand-over stand. */
const voiding = z.strictObject({
  act: z.literal("void"),
  event: eventId.nullable(),
  reason: z.string().max(limits.reason),
});

/** How to find who consented in the pictures. `amends` names the consent; it goes with the event. */
const recognise = z.strictObject({ act: z.literal("recognise"), event: eventId, marks });

/** The photographer has seen the board as it was. */
const handOver = z.strictObject({
  act: z.literal("hand-over"),
  event: eventId,
  /** `id` is null for one who is not on the event's list. */
  photographer: z.strictObject({
    id: photographerId.nullable(),
    name: z.string().max(limits.name),
  }),
  signature,
  covers,
});

const count = z.int().min(0).max(1_000_000);
const pictureCounts = { seen: count, published: count, covered: count, leftOut: count };

/** Pictures were looked through against the board. The newest of one `review` holds; reviews add up. */
const picturesChecked = z.strictObject({
  act: z.literal("pictures-checked"),
  event: eventId,
  review: z.uuid(),
  counts: z.strictObject(pictureCounts),
  /** Who looked. */
  checkedBy: z.array(staffId).min(1).max(20),
  covers,
});

/** The signed close-out. It tells no person apart, so it stays when all else of the event is purged. */
const closeEvent = z.strictObject({
  act: z.literal("close-event"),
  event: eventId,
  counts: z.strictObject({
    optOuts: count,
    people: count,
    children: count,
    noPhoto: count,
    noPublication: count,
    takeDown: count,
    consents: count,
    consentsWithdrawn: count,
    handOvers: count,
    ...pictureCounts,
  }),
  checkedBy: z.array(staffId).max(20),
  signature,
});

/** A published picture is to come down. One of address, picture and words says where it was seen. */
const takeDownRequest = z.strictObject({
  act: z.literal("take-down-request"),
  /** Null: the person does not know of which event it is. */
  event: eventId.nullable(),
  seen: z.strictObject({
    /** Of the page, as copied. */
    address: z.string().max(limits.address).nullable(),
    /** Whether a sealed picture of it follows. */
    picture: z.boolean(),
    /** In words, where there is no address. */
    where: z.string().max(limits.where).nullable(),
  }),
  /** Which person in the picture it is about, where there are several. */
  marks: marks.nullable(),
  saidBy,
  contact: contact.nullable(),
});

export const payload = z.discriminatedUnion("act", [
  startEvent,
  optOut,
  correction,
  voiding,
  photoConsent,
  recognise,
  photoWithdrawal,
  handOver,
  picturesChecked,
  closeEvent,
  takeDownRequest,
  referencePicture,
  takeDownPicture,
]);
export type Payload = z.infer<typeof payload>;
export type StartEvent = z.infer<typeof startEvent>;
export type OptOut = z.infer<typeof optOut>;
export type Correction = z.infer<typeof correction>;
export type Voiding = z.infer<typeof voiding>;
export type ShownPlace = z.infer<typeof shownPlace>;
export type PhotoConsent = z.infer<typeof photoConsent>;
export type Recognise = z.infer<typeof recognise>;
export type PhotoWithdrawal = z.infer<typeof photoWithdrawal>;
export type HandOver = z.infer<typeof handOver>;
export type PicturesChecked = z.infer<typeof picturesChecked>;
export type CloseEvent = z.infer<typeof closeEvent>;
export type TakeDownRequest = z.infer<typeof takeDownRequest>;

/** The event that a capture belongs to; null where nobody knows. */
export function readEvent(item: Payload): string | null {
  return item.act === "start-event" ? item.plan.id : item.event;
}
