import type { Event } from "../../../../contract/event.ts";

/** What waits for head office's word first, then by first day, the latest first. */
export function orderEvents(events: readonly Event[]): Event[] {
  const waits = ({ status }: Event) => (status === "proposed" ? 0 : 1);
  return [...events].sort(
    (a, b) => waits(a) - waits(b) || (b.days[0] ?? "").localeCompare(a.days[0] ?? ""),
  );
}
