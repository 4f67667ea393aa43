import type { EventPlan } from "../../contract/event.ts";

export type StartValues = {
  name: string;
  place: string;
  /** ISO date. */
  firstDay: string;
  dayCount: number;
  /** One on each line. */
  zones: string;
  photographers: string;
};

const dayMs = 86_400_000;

function listLines(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}

/** The days from the first on; none where the first is no day. */
export function listDays(firstDay: string, count: number): string[] {
  const first = Date.parse(`${firstDay}T00:00:00Z`);
  if (Number.isNaN(first)) return [];
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * dayMs).toISOString().slice(0, 10),
  );
}

/** An event as its manager typed it, in one language: head office adds the other when it confirms. */
export function formPlan(id: string, notice: string, values: StartValues): EventPlan {
  const both = (text: string) => ({ th: text, en: text });
  return {
    id,
    name: both(values.name.trim()),
    place: both(values.place.trim()),
    days: listDays(values.firstDay, values.dayCount),
    zones: listLines(values.zones).map((name, index) => ({
      id: `zone-${index + 1}`,
      name: both(name),
    })),
    photographers: listLines(values.photographers).map((name, index) => ({
      id: `photographer-${index + 1}`,
      name,
    })),
    notice,
  };
}
