import type { CaptureId } from "../../contract/ids.ts";
import { groupBy } from "../group-by.ts";
import {
  type EventCapture,
  findVoids,
  type OrderedCapture,
  orderEvent,
  writeTime,
} from "./event-order.ts";
import { type Framing, type Marks, type Payload, type Wish, wish } from "./payload.ts";

/** One opt-out as the board shows it: its newest facts. */
export type BoardEntry = {
  /** What a correction or a void amends. */
  optOut: CaptureId;
  receiptNumber: string;
  wish: Wish;
  framing: Framing;
  marks: Marks;
  saidBy: "person" | "guardian";
  wantsAnswer: boolean;
  referencePicture: boolean;
  /** ISO, UTC: when it was taken, and when its facts last changed. */
  takenAt: string;
  changedAt: string;
  branch: string;
  staff: string;
  /** No photographer has acknowledged it in its present form. */
  isNew: boolean;
};

export type BoardCounts = {
  optOuts: number;
  people: number;
  children: number;
  wishes: Record<Wish, number>;
  isNew: number;
  /** Taken out again. */
  voided: number;
};

export type Board = {
  event: string;
  /** What changed last comes first. */
  entries: BoardEntry[];
  counts: BoardCounts;
  /** All that made the board what it is, in rising order: what a hand-over of it covers. */
  covers: CaptureId[];
  /** Of `covers`, what no hand-over covers: the photographers have to be told. */
  uncovered: CaptureId[];
};

/**
 * The no-photo board of an event: the same from the same captures, in whatever order and from however many
 * laptops they came.
 */
export function foldBoard(event: string, captures: readonly EventCapture[]): Board {
  const ordered = orderEvent(event, captures);
  const voids = findVoids(ordered);
  const covered = new Set(ordered.flatMap(({ payload }) => readCovers(payload)));
  const newest = findNewestFacts(ordered);

  const entries: BoardEntry[] = [];
  let voided = 0;
  for (const { optOut, facts } of newest.values()) {
    if (voids.has(optOut.header.id)) voided += 1;
    else entries.push(formEntry(optOut, facts, covered));
  }
  entries.sort((a, b) => compareDown(a.changedAt, b.changedAt) || compareDown(a.optOut, b.optOut));
  const covers = listShaping(ordered);
  return {
    event,
    entries,
    counts: countEntries(entries, voided),
    covers,
    uncovered: covers.filter((id) => !covered.has(id)),
  };
}

/** The entries of each zone, those of no zone under null; a zone comes where its newest entry does. */
export function groupByZone(
  entries: readonly BoardEntry[],
): { zone: string | null; entries: BoardEntry[] }[] {
  return [...groupBy(entries, ({ marks }) => marks.zone)].map(([zone, found]) => ({
    zone,
    entries: found,
  }));
}

type Facts = { optOut: OrderedCapture; facts: OrderedCapture };

function findNewestFacts(ordered: readonly OrderedCapture[]): Map<CaptureId, Facts> {
  const newest = new Map<CaptureId, Facts>();
  for (const item of ordered) {
    if (item.payload.act === "opt-out") newest.set(item.header.id, { optOut: item, facts: item });
  }
  for (const item of ordered) {
    const known = item.payload.act === "correct" && newest.get(item.header.amends ?? "");
    if (known) known.facts = item;
  }
  return newest;
}

function formEntry(
  optOut: OrderedCapture,
  facts: OrderedCapture,
  covered: ReadonlySet<CaptureId>,
): BoardEntry {
  const first = optOut.payload;
  const told = facts.payload;
  if (first.act !== "opt-out" || (told.act !== "opt-out" && told.act !== "correct")) {
    throw new Error("unreachable: facts are those of an opt-out or its correction");
  }
  return {
    optOut: optOut.header.id,
    receiptNumber: optOut.receiptNumber,
    wish: told.wish,
    framing: told.framing,
    marks: told.marks,
    saidBy: told.saidBy,
    wantsAnswer: first.contact !== null,
    referencePicture: first.referencePicture,
    takenAt: writeTime(optOut.at),
    changedAt: writeTime(facts.at),
    branch: optOut.header.branch,
    staff: optOut.header.staff,
    isNew: !covered.has(facts.header.id),
  };
}

/** Opt-outs, and what changed them or took them out. */
function listShaping(ordered: readonly OrderedCapture[]): CaptureId[] {
  const optOuts = new Set(
    ordered.flatMap(({ header, payload }) => (payload.act === "opt-out" ? [header.id] : [])),
  );
  return ordered
    .filter(({ header, payload }) => {
      if (payload.act === "opt-out") return true;
      return (
        (payload.act === "correct" || payload.act === "void") && optOuts.has(header.amends ?? "")
      );
    })
    .map(({ header }) => header.id)
    .sort();
}

function readCovers(payload: Payload): readonly CaptureId[] {
  return payload.act === "hand-over" ? payload.covers : [];
}

function countEntries(entries: readonly BoardEntry[], voided: number): BoardCounts {
  const sum = (read: (entry: BoardEntry) => number) =>
    entries.reduce((total, entry) => total + read(entry), 0);
  const wishes = Object.fromEntries(
    wish.options.map((option) => [option, entries.filter((entry) => entry.wish === option).length]),
  ) as Record<Wish, number>;
  return {
    optOuts: entries.length,
    people: sum(({ marks }) => marks.people),
    children: sum(({ marks }) => marks.children),
    wishes,
    isNew: entries.filter(({ isNew }) => isNew).length,
    voided,
  };
}

function compareDown(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
