type Language = "th" | "en";

// The calendar is named outright: Thai systems may be set to either, and a receipt must not depend on it.
const locales: Readonly<Record<Language, string>> = {
  th: "th-TH-u-ca-buddhist-nu-latn",
  en: "en-GB-u-ca-gregory",
};

function formatDate(date: Date, language: Language, zone: string): string {
  const parts = new Intl.DateTimeFormat(locales[language], {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: zone,
  }).formatToParts(date);
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  // Put together by hand: the era ("พ.ศ.", "BE") is left out the same way by every version of ICU.
  return `${read("day")} ${read("month")} ${read("year")}`;
}

/** All shops are in Thailand, which has one time zone. */
const shopTimeZone = "Asia/Bangkok";

/**
 * Day and time of a moment, such as `22 พ.ย. 2569 14:30 น.` (Buddhist era) or `22 Nov 2026, 14:30`.
 * `iso`: UTC, ISO 8601. A PC set to another time zone shows the shop's
 * time all the same: what it says is read against a receipt.
 */
export function formatMoment(iso: string, language: Language): string {
  const time = formatTime(iso);
  const day = formatDate(new Date(iso), language, shopTimeZone);
  return language === "th" ? `${day} ${time} น.` : `${day}, ${time}`;
}

/** The shop's time of a moment, such as `14:30`. `iso`: UTC, ISO 8601. */
export function formatTime(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: shopTimeZone,
  }).format(new Date(iso));
}

/** A day, such as `22 พ.ย. 2569` or `22 Nov 2026`. `iso`: a date without time, Gregorian. */
export function formatDay(iso: string, language: Language): string {
  // A date has no time zone: read and written in the same one, it cannot slip to its neighbour.
  return formatDate(new Date(`${iso.slice(0, 10)}T00:00:00Z`), language, "UTC");
}

/** A moment in words, with its machine-readable form. */
export function Moment({ at, language }: { at: string; language: Language }) {
  return <time dateTime={at}>{formatMoment(at, language)}</time>;
}
