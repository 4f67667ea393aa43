import type { Reference } from "../../../contract/reference.ts";

/** The notice that the other events hang up; null where head office has planned none. */
export function findEventNotice({ events, notices }: Reference): string | null {
  const used = events.map(({ notice }) => notice);
  return used.at(-1) ?? notices.find(({ id }) => id === "event-photos")?.id ?? null;
}
