/** What a test's camera writes. */
export type ExifFacts = {
  /** `YYYY:MM:DD HH:MM:SS`; left out where null. */
  taken?: string | null;
  /** `+HH:MM`. */
  offset?: string;
  /** 1 to 8. */
  orientation?: number;
  /** A JPEG within the Exif, as cameras put one there. */
  thumbnail?: Uint8Array;
};

type Entry = { tag: number; type: 2 | 3 | 4; count: number; value: Buffer };

const short = (tag: number, value: number): Entry => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE(value);
  return { tag, type: 3, count: 1, value: bytes };
};
const long = (tag: number, value: number): Entry => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return { tag, type: 4, count: 1, value: bytes };
};
const ascii = (tag: number, text: string): Entry => {
  const value = Buffer.from(`${text}\0`, "latin1");
  return { tag, type: 2, count: value.length, value };
};

/** A directory (TIFF 6.0, section 2), its values behind it; `at`: where it begins in the block. */
function writeDirectory(entries: readonly Entry[], at: number, next: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length);
  const values: Buffer[] = [];
  let free = at + head.length;
  for (const [place, { tag, type, count, value }] of entries.entries()) {
    const start = 2 + place * 12;
    head.writeUInt16LE(tag, start);
    head.writeUInt16LE(type, start + 2);
    head.writeUInt32LE(count, start + 4);
    if (value.length <= 4) {
      value.copy(head, start + 8);
    } else {
      head.writeUInt32LE(free, start + 8);
      values.push(value);
      free += value.length;
    }
  }
  head.writeUInt32LE(next, head.length - 4);
  return Buffer.concat([head, ...values]);
}

/** An Exif block as it stands in an APP1 segment, a PNG's eXIf chunk or a WebP's EXIF chunk: little endian. */
export function writeExif({ taken, offset, orientation, thumbnail }: ExifFacts): Buffer {
  const shot = [
    ...(taken == null ? [] : [ascii(0x9003, taken)]),
    ...(offset === undefined ? [] : [ascii(0x9011, offset)]),
  ];
  const first = (exifAt: number) => [
    ascii(0x010f, "Invented Camera"),
    ...(orientation === undefined ? [] : [short(0x0112, orientation)]),
    ...(shot.length === 0 ? [] : [long(0x8769, exifAt)]),
  ];
  const begin = 8;
  const exifAt = begin + writeDirectory(first(0), begin, 0).length;
  const shotBytes = shot.length === 0 ? Buffer.alloc(0) : writeDirectory(shot, exifAt, 0);
  const thumbnailAt = exifAt + shotBytes.length;
  const picture = Buffer.from(thumbnail ?? []);
  const about = (at: number) => [short(0x0103, 6), long(0x0201, at), long(0x0202, picture.length)];
  const aboutBytes = writeDirectory(
    about(thumbnailAt + writeDirectory(about(0), 0, 0).length),
    thumbnailAt,
    0,
  );
  const header = Buffer.from([0x49, 0x49, 42, 0, begin, 0, 0, 0]);
  return Buffer.concat([
    header,
    writeDirectory(first(exifAt), begin, thumbnail ? thumbnailAt : 0),
    shotBytes,
    ...(thumbnail ? [aboutBytes, picture] : []),
  ]);
}
