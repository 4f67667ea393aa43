/** What both queues keep of an item's tries. Times in ms since 1970; `next_try_at` 0: at once. */
export type TriedRow = {
  sequence: number;
  id: string;
  kind: string;
  captured_at: string;
  staff: string;
  parked: number;
  tries: number;
  last_tried_at: number | null;
  next_try_at: number;
  reason: string | null;
};

/** One item that head office does not have. Times are ISO. */
export type TriedEntry = {
  sequence: number;
  /** The capture's. */
  id: string;
  kind: string;
  state: "waiting" | "parked";
  capturedAt: string;
  staff: string;
  tries: number;
  lastTriedAt: string | null;
  nextTryAt: string | null;
  /** A line's trouble, or head office's reason for parking it. */
  reason: string | null;
};

export function readTried(row: TriedRow): TriedEntry {
  return {
    sequence: row.sequence,
    id: row.id,
    kind: row.kind,
    state: row.parked === 1 ? "parked" : "waiting",
    capturedAt: row.captured_at,
    staff: row.staff,
    tries: row.tries,
    lastTriedAt: formMoment(row.last_tried_at),
    nextTryAt: row.next_try_at === 0 ? null : formMoment(row.next_try_at),
    reason: row.reason,
  };
}

function formMoment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
