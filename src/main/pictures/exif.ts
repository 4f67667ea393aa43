import { readTakenAt } from "./exif-time.ts";

export type Exif = {
  /** UTC; null where the picture does not say, or says what cannot be. */
  takenAt: string | null;
  /** 1 to 8; 1 where the picture does not say. */
  orientation: number;
};

/** How much of a JPEG holds what the camera wrote: Exif is one segment of at most 64 KB, near the beginning. */
export const exifReach = 192 * 1024;

const wanted = ["DateTimeOriginal", "OffsetTimeOriginal", "OffsetTime", "DateTime", "Orientation"];

/** What the camera wrote, from the file or, for a JPEG, from its beginning. Damaged Exif is as good as none. */
export async function readExif(bytes: Uint8Array): Promise<Exif> {
  const tags = await load(bytes);
  const text = (name: string) => {
    const value: unknown = tags[name]?.value;
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === "string" ? first.replace(/\0.*$/s, "") : null;
  };
  const orientation: unknown = tags.Orientation?.value;
  const isOne = Number.isInteger(orientation) && Number(orientation) >= 1;
  return {
    takenAt: readTakenAt({
      // DateTime is when the file was last changed: good enough only where a camera wrote nothing else.
      wall: text("DateTimeOriginal") ?? text("DateTime"),
      offset: text("DateTimeOriginal") === null ? null : text("OffsetTimeOriginal"),
    }),
    orientation: isOne && Number(orientation) <= 8 ? Number(orientation) : 1,
  };
}

type Tags = Readonly<Record<string, { value: unknown } | undefined>>;

async function load(bytes: Uint8Array): Promise<Tags> {
  // Its script is long, and most days nobody opens a folder of pictures.
  const { default: ExifReader } = await import("exifreader");
  try {
    const part = bytes[0] === 0xff ? bytes.subarray(0, exifReach) : bytes;
    const { exif } = ExifReader.load(new Uint8Array(part).buffer, {
      expanded: true,
      includeTags: { exif: wanted },
    });
    return (exif ?? {}) as Tags;
  } catch {
    // It throws where there is no Exif at all, and where there is none that can be read.
    return {};
  }
}
