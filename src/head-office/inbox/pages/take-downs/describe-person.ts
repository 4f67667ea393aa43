import {
  nameClothing,
  namePeople,
  nameZone,
} from "../../../../captures/event-photo-opt-out/marks-words.ts";
import { marks as marksSchema } from "../../../../captures/event-photo-opt-out/payload.ts";
import type { EventPlan } from "../../../../contract/event.ts";
import type { Language } from "../../../../contract/ids.ts";
import type { TakeDownListed } from "../../../../contract/inbox-event-procedures.ts";
import { formatMoment } from "../../../../ui/thai-date.tsx";

type Told = NonNullable<TakeDownListed["asked"]>["marks"];

/** What helps to find whoever asks in the picture; null where nobody noted anything that this version can read. */
export function describePerson(
  told: Told,
  plan: Pick<EventPlan, "zones"> | null,
  language: Language,
): string | null {
  const { data: marks } = marksSchema.safeParse(told);
  if (!marks) return null;
  const parts = [
    marks.tag,
    ...nameClothing(marks, language),
    namePeople(marks, language),
    nameZone(marks.zone, plan, language),
    marks.seenAt && formatMoment(marks.seenAt, language),
  ];
  return parts.filter((part) => part !== null && part !== "").join(" · ") || null;
}
