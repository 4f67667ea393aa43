/** Thailand knows one time zone, UTC+7 all year. */
const thaiOffsetMs = 7 * 60 * 60 * 1000;

/** The shops' calendar day at a moment: ISO date, Gregorian. The clock's own time zone plays no part. */
export function readShopDay(at: Date): string {
  return new Date(at.getTime() + thaiOffsetMs).toISOString().slice(0, 10);
}
