import type { EnvelopeHeader } from "../../contract/envelope.ts";
import { correctTime } from "../captured-at.ts";
import { groupBy } from "../group-by.ts";
import { type Payload, readEvent } from "./payload.ts";

/** A capture as the folds take it. `payload` is parsed and of the newest version; null once purged. */
export type EventCapture = { header: EnvelopeHeader; payload: unknown; receiptNumber: string };

/** A capture in its place. `at`: head office's clock as far as its device knew it, ms since 1970. */
export type OrderedCapture = EventCapture & { payload: Payload; at: number };

/**
 * One event's captures, each once, in one order whatever order they came in: a device's own by their
 * sequence, those of several devices by time. Where a device's clock fell back, its later captures count as
 * taken no earlier than those before them; so the two never contradict each other.
 */
export function orderEvent(event: string, captures: readonly EventCapture[]): OrderedCapture[] {
  const devices = groupBy(readDated(event, captures), ({ header }) => header.device);
  const placed = [...devices.values()].flatMap((own) => {
    let latest = Number.NEGATIVE_INFINITY;
    return own
      .toSorted((a, b) => a.header.sequence - b.header.sequence || compareText(a, b))
      .map((item) => {
        latest = Math.max(latest, item.at);
        return { item, place: latest };
      });
  });
  placed.sort((a, b) => a.place - b.place || compareDevices(a.item, b.item));
  return placed.map(({ item }) => item);
}

function readDated(event: string, captures: readonly EventCapture[]): OrderedCapture[] {
  const dated = new Map<string, OrderedCapture>();
  for (const item of captures) {
    if (item.header.kind !== "event-photo-opt-out" || item.payload === null) continue;
    // Whoever hands captures over has parsed them: see `EventCapture`.
    const payload = item.payload as Payload;
    if (readEvent(payload) !== event) continue;
    dated.set(item.header.id, { ...item, payload, at: correctTime(item.header) });
  }
  return [...dated.values()];
}

function compareDevices(a: OrderedCapture, b: OrderedCapture): number {
  if (a.header.device !== b.header.device) return a.header.device < b.header.device ? -1 : 1;
  return a.header.sequence - b.header.sequence || compareText(a, b);
}

function compareText(a: OrderedCapture, b: OrderedCapture): number {
  return a.header.id < b.header.id ? -1 : 1;
}

/** ISO, UTC. */
export function writeTime(at: number): string {
  // A clock beyond what a date can hold must not take the whole board down.
  return new Date(Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? at : 0).toISOString();
}

/**
 * Which captures were taken out, and by which void. An opt-out that another device corrected after the void
 * stands: where two laptops disagree, the one who does not want to be photographed wins.
 */
export function findVoids(ordered: readonly OrderedCapture[]): Map<string, OrderedCapture> {
  const voids = new Map<string, OrderedCapture>();
  for (const item of ordered) {
    const { amends } = item.header;
    if (amends === null) continue;
    if (item.payload.act === "void" && !voids.has(amends)) voids.set(amends, item);
    if (item.payload.act === "correct") voids.delete(amends);
  }
  // What only keeps a wish or a signature cannot be taken out.
  for (const { header, payload } of ordered) {
    if (payload.act === "photo-withdrawal" || payload.act === "hand-over") voids.delete(header.id);
  }
  return voids;
}
