const thaiEra = 543;

/**
 * A day as it is typed, day first, such as `31/12/2570` or `31-12-2027`; years from 2400 on are Buddhist era.
 * ISO date, Gregorian; null: no such day.
 */
export function readTypedDay(text: string): string | null {
  const found = /^\s*(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})\s*$/.exec(text);
  if (!found) return null;
  const [day, month, typedYear] = found.slice(1).map(Number);
  if (day === undefined || month === undefined || typedYear === undefined) return null;
  const year = typedYear >= 2400 ? typedYear - thaiEra : typedYear;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
}

/** The same the other way round, in the Buddhist era: `31/12/2570`. */
export function writeTypedDay(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${day}/${month}/${Number(year) + thaiEra}`;
}

/** The day so many days after another; ISO dates. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
