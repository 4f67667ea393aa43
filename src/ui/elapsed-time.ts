type Unit = "minute" | "hour" | "day";

const steps: readonly { unit: Unit; ms: number }[] = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
];

/**
 * How long ago a moment was, in the largest whole unit: `5 minutes`, `2 ชั่วโมง`. Less than a minute, or a
 * moment that a clock set back put into the future, counts as one minute.
 */
export function formatElapsed(iso: string, now: Date, language: "th" | "en"): string {
  const elapsed = now.getTime() - new Date(iso).getTime();
  const step = steps.find((one) => elapsed >= one.ms);
  return new Intl.NumberFormat(language === "th" ? "th-TH-u-nu-latn" : "en-GB", {
    style: "unit",
    unit: step?.unit ?? "minute",
    unitDisplay: "long",
  }).format(step ? Math.floor(elapsed / step.ms) : 1);
}
