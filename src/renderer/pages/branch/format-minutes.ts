import type { Language } from "../../../contract/ids.ts";

const steps = [
  { unit: "day", minutes: 24 * 60 },
  { unit: "hour", minutes: 60 },
  { unit: "minute", minutes: 1 },
] as const;

/** A time of whole minutes in its largest whole unit, such as `5 minutes` or `2 ชั่วโมง`; null: a dash. */
export function formatMinutes(minutes: number | null, language: Language): string {
  if (minutes === null) return "–";
  const step = steps.find((one) => minutes >= one.minutes) ?? steps[2];
  return new Intl.NumberFormat(language === "th" ? "th-TH-u-nu-latn" : "en-GB", {
    style: "unit",
    unit: step.unit,
    unitDisplay: "long",
  }).format(Math.floor(minutes / step.minutes));
}
