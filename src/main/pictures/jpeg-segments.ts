/** One part of a JPEG file (ITU-T T.81, annex B): from its marker's first byte up to `end`. */
export type JpegPart = {
  /** The marker's second byte, such as 0xe1 for APP1. */
  marker: number;
  start: number;
  end: number;
};

export const markers = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  comment: 0xfe,
} as const;

/**
 * The parts of a JPEG file in order, from SOI to EOI; what follows a scan's header up to the next marker
 * belongs to the scan. Null: it is no whole JPEG. What lies behind EOI is no part.
 */
export function listJpegParts(bytes: Uint8Array): JpegPart[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== markers.startOfImage) return null;
  const parts: JpegPart[] = [{ marker: markers.startOfImage, start: 0, end: 2 }];
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const start = at;
    // Any number of fill bytes may stand before a marker (B.1.1.2).
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined || marker === 0) return null;
    if (marker === markers.endOfImage) {
      parts.push({ marker, start, end: at + 2 });
      return parts;
    }
    const length = readLength(bytes, at + 2);
    if (length === null) return null;
    const head = at + 2 + length;
    at = marker === markers.startOfScan ? findNextMarker(bytes, head) : head;
    parts.push({ marker, start, end: at });
  }
  return null;
}

function readLength(bytes: Uint8Array, at: number): number | null {
  const [high, low] = [bytes[at], bytes[at + 1]];
  if (high === undefined || low === undefined) return null;
  const length = high * 256 + low;
  return length < 2 || at + length > bytes.length ? null : length;
}

/** In a scan, 0xff is followed by 0 where it is data, and by RST0 to RST7 where decoding can start afresh. */
function findNextMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1];
    const isData = next === 0 || (next !== undefined && next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** Whether the marker is a frame header: SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Width and height as the frame's header says. */
export function readFrameSize(
  bytes: Uint8Array,
  frame: JpegPart,
): { width: number; height: number } {
  // After marker, length and sample precision.
  const at = skipFill(bytes, frame.start) + 5;
  return { height: readTwo(bytes, at), width: readTwo(bytes, at + 2) };
}

/** Where the marker itself begins, behind any fill bytes. */
export function skipFill(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at + 1] === 0xff) at += 1;
  return at;
}

function readTwo(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}
