import type { BoardEntry } from "../../../captures/event-photo-opt-out/board-fold.ts";
import { readShopDay } from "../../../captures/shop-day.ts";

/** How far apart a picture and an opt-out may lie to be looked at first: people stay, and clocks are off. */
export const nearMs = 2 * 60 * 60 * 1000;

export type PictureFacts = {
  /** UTC, ISO; null: nobody knows. */
  takenAt: string | null;
  /** Where the pictures of this folder were taken; null: in several zones, or nobody knows. */
  zone: string | null;
};

type Found = {
  takenAt: BoardEntry["takenAt"];
  marks: Pick<BoardEntry["marks"], "seenAt" | "zone">;
};

/**
 * The opt-outs to look for in a picture: `near` of its time and zone, the closest in time first, and all
 * others. Nobody is left out of both, since a clock can be wrong and people walk.
 */
export function matchOptOuts<Entry extends Found>(
  entries: readonly Entry[],
  { takenAt, zone }: PictureFacts,
): { near: Entry[]; others: Entry[] } {
  const distance = (entry: Entry) =>
    takenAt === null ? 0 : Math.abs(Date.parse(takenAt) - Date.parse(readTime(entry)));
  const sorted = entries.toSorted((a, b) => distance(a) - distance(b));
  const isNear = (entry: Entry) =>
    distance(entry) <= nearMs &&
    (zone === null || entry.marks.zone === null || entry.marks.zone === zone);
  return {
    near: sorted.filter(isNear),
    others: sorted.filter((entry) => !isNear(entry)),
  };
}

/** When they were there, or else when they said so. */
function readTime({ marks, takenAt }: Found): string {
  return marks.seenAt ?? takenAt;
}

/** The picture's time, unless it lies on none of the event's days: then the camera's clock is wrong. */
export function trustTime(takenAt: string | null, days: readonly string[]): string | null {
  if (takenAt === null || days.length === 0) return takenAt;
  return days.includes(readShopDay(new Date(takenAt))) ? takenAt : null;
}
