import { type Event, type EventPlan, readPlan } from "../../contract/event.ts";
import type { CaptureId } from "../../contract/ids.ts";
import { foldBoard } from "./board-fold.ts";
import { type ConsentEntry, foldPhotoConsents } from "./consent-fold.ts";
import {
  type EventCapture,
  findVoids,
  type OrderedCapture,
  orderEvent,
  writeTime,
} from "./event-order.ts";
import type { CloseEvent, PicturesChecked } from "./payload.ts";
import { foldTakeDowns, type TakeDownEntry } from "./take-down-fold.ts";

/** What one photographer has acknowledged. */
export type PhotographerState = {
  /** Null: not on the event's list, known by name only. */
  id: string | null;
  name: string;
  /** ISO, UTC; null: nothing was ever handed over. */
  lastAt: string | null;
  /** Changes of the board that this photographer has not acknowledged. */
  missing: number;
};

export type Closing = {
  capture: CaptureId;
  receiptNumber: string;
  /** ISO, UTC. */
  at: string;
  staff: string;
  counts: CloseEvent["counts"];
};

export type EventState = {
  /** Head office's word where there is one, else as it was started; null: only its captures are known. */
  plan: EventPlan | null;
  /** Head office has not confirmed it yet. */
  isProposal: boolean;
  /** `handed-over`: every photographer who acknowledged anything has acknowledged the board as it is. */
  status: "planned" | "running" | "handed-over" | "closed";
  photographers: PhotographerState[];
  /** ISO, UTC; null: nothing was ever handed over. */
  lastHandOverAt: string | null;
  handOvers: number;
  /** The board has something that was never handed over. */
  changedSinceHandOver: boolean;
  consents: ConsentEntry[];
  /** Newest first. */
  takeDowns: TakeDownEntry[];
  /** All reviews together. */
  pictures: PicturesChecked["counts"];
  /** Everyone who looked through pictures, in alphabetical order. */
  checkedBy: string[];
  closing: Closing | null;
};

/** Where an event stands. `known`: as head office published it; `today`: the shop's day, ISO date. */
export function foldEvent(
  event: string,
  known: Event | null,
  captures: readonly EventCapture[],
  today: string,
): EventState {
  const all = orderEvent(event, captures);
  const voids = findVoids(all);
  const standing = all.filter(({ header }) => !voids.has(header.id));
  const board = foldBoard(event, captures);
  const plan = known ? readPlan(known) : findPlan(standing);
  const handOvers = standing.filter(({ payload }) => payload.act === "hand-over");
  const closing = findClosing(standing);
  const isClosed = closing !== null || known?.status === "closed";
  const isHandedOver = handOvers.length > 0 && board.uncovered.length === 0;
  const hasBegun = all.some(({ payload }) => payload.act !== "start-event");
  const isToday = plan?.days.includes(today) ?? false;
  return {
    plan,
    isProposal: known === null || known.status === "proposed",
    status: isClosed
      ? "closed"
      : isHandedOver
        ? "handed-over"
        : hasBegun || isToday
          ? "running"
          : "planned",
    photographers: listPhotographers(plan, handOvers, board.covers),
    lastHandOverAt: latest(handOvers),
    handOvers: handOvers.length,
    changedSinceHandOver: board.uncovered.length > 0,
    consents: foldPhotoConsents(standing),
    takeDowns: foldTakeDowns(standing, board.entries),
    ...foldPictures(standing),
    closing,
  };
}

function findPlan(standing: readonly OrderedCapture[]): EventPlan | null {
  const started = standing.find(({ payload }) => payload.act === "start-event");
  return started?.payload.act === "start-event" ? started.payload.plan : null;
}

function findClosing(standing: readonly OrderedCapture[]): Closing | null {
  const last = standing.findLast(({ payload }) => payload.act === "close-event");
  if (last?.payload.act !== "close-event") return null;
  return {
    capture: last.header.id,
    receiptNumber: last.receiptNumber,
    at: writeTime(last.at),
    staff: last.header.staff,
    counts: last.payload.counts,
  };
}

function listPhotographers(
  plan: EventPlan | null,
  handOvers: readonly OrderedCapture[],
  covers: readonly CaptureId[],
): PhotographerState[] {
  const people = new Map<string, { id: string | null; name: string; given: OrderedCapture[] }>();
  for (const { id, name } of plan?.photographers ?? []) people.set(id, { id, name, given: [] });
  for (const item of handOvers) {
    if (item.payload.act !== "hand-over") continue;
    const { id, name } = item.payload.photographer;
    // Slugs have no spaces, so a name typed by hand is never taken for one.
    const key = id ?? `named ${name.trim()}`;
    const person = people.get(key) ?? { id, name, given: [] };
    person.given.push(item);
    people.set(key, person);
  }
  return [...people.values()].map(({ id, name, given }) => {
    const seen = new Set(
      given.flatMap(({ payload }) => (payload.act === "hand-over" ? payload.covers : [])),
    );
    const missing = covers.filter((capture) => !seen.has(capture)).length;
    return { id, name, lastAt: latest(given), missing };
  });
}

function latest(items: readonly OrderedCapture[]): string | null {
  return items.length === 0 ? null : writeTime(Math.max(...items.map(({ at }) => at)));
}

/** The newest word on each review, added up. */
function foldPictures(
  standing: readonly OrderedCapture[],
): Pick<EventState, "pictures" | "checkedBy"> {
  const reviews = new Map<string, PicturesChecked>();
  for (const { payload } of standing) {
    if (payload.act === "pictures-checked") reviews.set(payload.review, payload);
  }
  const pictures = { seen: 0, published: 0, covered: 0, leftOut: 0 };
  const people = new Set<string>();
  for (const { counts, checkedBy } of reviews.values()) {
    pictures.seen += counts.seen;
    pictures.published += counts.published;
    pictures.covered += counts.covered;
    pictures.leftOut += counts.leftOut;
    for (const person of checkedBy) people.add(person);
  }
  return { pictures, checkedBy: [...people].sort() };
}
