/** What a camera wrote about when a picture was taken. */
export type ExifTime = {
  /** `YYYY:MM:DD HH:MM:SS`, the camera's wall clock (Exif 2.32, DateTimeOriginal). */
  wall: string | null;
  /** `+HH:MM` (OffsetTimeOriginal); most cameras write none. */
  offset: string | null;
};

/** Cameras without a time zone are set to the time of the shop, which has one zone: UTC+7 all year. */
const shopOffset = "+07:00";

/** Before this nobody took pictures of an event with a digital camera: it is a clock that was never set. */
const oldestYear = 2001;

/**
 * The moment in UTC; null where the camera wrote none, or one that cannot be: a clock that was never set, a
 * day that no month has.
 */
export function readTakenAt({ wall, offset }: ExifTime): string | null {
  const found = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(wall?.trim() ?? "");
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (Number(year) < oldestYear || !isReal(local)) return null;
  const written = offset?.trim() ?? "";
  const zone = /^[+-](0\d|1[0-4]):[0-5]\d$/.test(written) ? written : shopOffset;
  return new Date(`${local}.000${zone}`).toISOString();
}

/** Whether calendar and clock have such a time: 31 February would silently become 3 March. */
function isReal(local: string): boolean {
  const at = new Date(`${local}.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(local);
}
