import type { EnvelopeHeader } from "../../contract/envelope.ts";
import { correctTime } from "../captured-at.ts";
import type { Payload } from "./payload.ts";

/** A capture as the fold takes it. `payload` is parsed and of the newest version; null once purged. */
export type FoldedCapture = {
  header: EnvelopeHeader;
  payload: unknown;
  receiptNumber: string;
};

/** A capture with what comparing needs, read once. */
export type DatedCapture = FoldedCapture & { payload: Payload; at: number };

/** The captures of this kind that still have their payload, each once. */
export function dateCaptures(captures: readonly FoldedCapture[]): DatedCapture[] {
  const dated = new Map<string, DatedCapture>();
  for (const item of captures) {
    if (item.header.kind !== "marketing-consent" || item.payload === null) continue;
    // Whoever hands captures over has parsed them: see `FoldedCapture`.
    const payload = item.payload as Payload;
    dated.set(item.header.id, { ...item, payload, at: correctTime(item.header) });
  }
  return [...dated.values()];
}

/**
 * One order for captures of many devices, whatever order they came in: a device's own captures by their
 * sequence, and of several devices the earlier time first. A clock that jumps can make the two contradict
 * each other; then the sequence holds. Fit for showing and for "the latest", never for whether a consent
 * outlives a withdrawal: see cell-fold.ts.
 */
export function orderCaptures(captures: readonly DatedCapture[]): DatedCapture[] {
  const queues = [...groupByDevice(captures).values()].map((queue) => ({ queue, next: 0 }));
  const ordered: DatedCapture[] = [];
  while (ordered.length < captures.length) {
    let first: { head: DatedCapture; from: (typeof queues)[number] } | null = null;
    for (const from of queues) {
      const head = from.queue[from.next];
      if (head && (first === null || compareTimes(head, first.head) < 0)) first = { head, from };
    }
    if (first === null) throw new Error("unreachable: every capture is in one queue");
    ordered.push(first.head);
    first.from.next += 1;
  }
  return ordered;
}

function groupByDevice(captures: readonly DatedCapture[]): Map<string, DatedCapture[]> {
  const queues = new Map<string, DatedCapture[]>();
  for (const item of captures) {
    const queue = queues.get(item.header.device);
    if (queue) queue.push(item);
    else queues.set(item.header.device, [item]);
  }
  for (const queue of queues.values()) {
    queue.sort((a, b) => a.header.sequence - b.header.sequence || compareTimes(a, b));
  }
  return queues;
}

function compareTimes(a: DatedCapture, b: DatedCapture): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.header.id < b.header.id ? -1 : 1;
}

/** ISO, UTC. */
export function writeTime(at: number): string {
  // A clock beyond what a date can hold must not take the whole record down.
  return new Date(Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? at : 0).toISOString();
}
