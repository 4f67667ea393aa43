import type { CaptureId } from "../../contract/ids.ts";
import { correctTime } from "../captured-at.ts";
import type { BoardEntry } from "./board-fold.ts";
import { type EventCapture, type OrderedCapture, writeTime } from "./event-order.ts";
import type { Marks, Payload } from "./payload.ts";

/** One wish that a published picture comes down, for head office to answer. */
export type TakeDownEntry = {
  capture: CaptureId;
  receiptNumber: string;
  /** Null: the person does not know of which event the picture is. */
  event: string | null;
  /** ISO, UTC. */
  at: string;
  /** Where it was seen, as an address or in words; null where nobody noted it, as in an opt-out. */
  seen: string | null;
  /** How to find the person in the picture; null where nobody noted it. */
  marks: Marks | null;
  /** Where the answer goes, as a phone number or an email address; null: none is wanted. */
  contact: string | null;
};

/** What an opt-out or a request would have taken down, by its own words; null of any other capture. */
export function readTakeDown({
  header,
  payload,
  receiptNumber,
}: EventCapture): TakeDownEntry | null {
  // Whoever hands captures over has parsed them: see `EventCapture`.
  const told = payload as Payload;
  if (told.act !== "opt-out" && told.act !== "take-down-request") return null;
  const seen = told.act === "take-down-request" ? (told.seen.address ?? told.seen.where) : null;
  return {
    capture: header.id,
    receiptNumber,
    event: told.event,
    at: writeTime(correctTime(header)),
    seen,
    marks: told.marks,
    contact: told.contact?.phone ?? told.contact?.email ?? null,
  };
}

/** Requests, and the opt-outs that the board has now as asking for the same, whatever they said at first. */
export function foldTakeDowns(
  standing: readonly OrderedCapture[],
  board: readonly BoardEntry[],
): TakeDownEntry[] {
  const asking = new Map(
    board.flatMap((entry) => (entry.wish === "take-down" ? [[entry.optOut, entry.marks]] : [])),
  );
  const entries = standing.flatMap((item) => {
    const entry = readTakeDown(item);
    if (entry === null) return [];
    if (item.payload.act === "take-down-request") return [entry];
    const marks = asking.get(entry.capture);
    return marks ? [{ ...entry, marks }] : [];
  });
  return sortTakeDowns(entries);
}

/** Newest first. */
export function sortTakeDowns(entries: readonly TakeDownEntry[]): TakeDownEntry[] {
  return entries.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}
