import type { EventPlan } from "../../../contract/event.ts";
import type { Language } from "../../../contract/ids.ts";
import { formatDay } from "../../../ui/thai-date.tsx";

/** An event in a list: several may have one name, in different years. */
export function namePlan({ name, days }: EventPlan, language: Language): string {
  const [first] = days;
  return first === undefined ? name[language] : `${name[language]} · ${formatDay(first, language)}`;
}
