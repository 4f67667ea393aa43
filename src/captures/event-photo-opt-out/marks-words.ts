import type { EventPlan } from "../../contract/event.ts";
import type { Language } from "../../contract/ids.ts";
import { fillText } from "../fill-text.ts";
import type { Marks } from "./payload.ts";
import { eventPhotoText } from "./text.ts";

/** What somebody wears, each piece in words: the board never says it by colour alone. */
export function nameClothing({ clothing }: Pick<Marks, "clothing">, language: Language): string[] {
  const words = eventPhotoText[language];
  return clothing.map(({ garment, colour }) =>
    fillText(words.worn, { garment: words.garment[garment], colour: words.colour[colour] }),
  );
}

/** The zone's name; null: none was noted. A zone that the plan no longer has keeps its id. */
export function nameZone(
  zone: string | null,
  plan: Pick<EventPlan, "zones"> | null,
  language: Language,
): string | null {
  if (zone === null) return null;
  return plan?.zones.find(({ id }) => id === zone)?.name[language] ?? zone;
}

/** How many people, and how many of them children; null where it is one grown-up. */
export function namePeople(
  { people, children }: Pick<Marks, "people" | "children">,
  language: Language,
): string | null {
  const words = eventPhotoText[language].marks;
  const parts: string[] = [];
  if (people > 1) parts.push(fillText(words.peopleCount, { count: people }));
  if (children > 0) parts.push(fillText(words.childrenCount, { count: children }));
  return parts.length === 0 ? null : parts.join(" · ");
}
