/** Tables, frame, scan and restart interval: all that the pixels need (ITU-T T.81). */
const neededMarkers = new Set([0xdb, 0xc4, 0xdd, 0xc0, 0xc1, 0xc2]);
const startOfScan = 0xda;
const endOfImage = 0xd9;
/** JFIF 1.01 without density and without a thumbnail. */
const jfif = new Uint8Array([
  0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
]);

/** The same pixels with nothing besides: no EXIF, XMP, ICC, comment, thumbnail or byte after the end. Throws on what is no JPEG. */
export function stripJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = [
    new Uint8Array([0xff, 0xd8]),
    jfif,
    ...listNeeded(bytes),
    new Uint8Array([0xff, endOfImage]),
  ];
  const plain = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    plain.set(part, at);
    at += part.length;
  }
  return plain;
}

function listNeeded(bytes: Uint8Array): Uint8Array[] {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Error("not a JPEG");
  const needed: Uint8Array[] = [];
  let at = 2;
  for (;;) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw new Error("a JPEG that breaks off");
    if (marker === endOfImage) return needed;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) throw new Error("a JPEG segment without a length");
    const end = marker === startOfScan ? findScanEnd(bytes, at + 2 + length) : at + 2 + length;
    if (marker === startOfScan || neededMarkers.has(marker)) needed.push(bytes.subarray(at, end));
    at = end;
  }
}

/** The first marker after the coded data that is neither a stuffed byte nor a restart. */
function findScanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new Error("a JPEG scan without an end");
}
