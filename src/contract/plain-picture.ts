/** What keeps bytes from being one plain picture. */
export type PictureFault = "not-a-picture" | "metadata" | "trailing-bytes" | "dimensions";

export type PlainPicture = { type: "image/jpeg" | "image/webp"; width: number; height: number };

type Reading = { ok: true; picture: PlainPicture } | { ok: false; fault: PictureFault };

/** Pixels along one edge: less shows nothing, more is no masked copy. */
const edge = { min: 64, max: 8192 };

const bad = (fault: PictureFault): Reading => ({ ok: false, fault });

/**
 * Whether these bytes are one JPEG (ITU T.81) or one simple WebP (RFC 9649) and nothing else: no EXIF, XMP,
 * ICC, comment or thumbnail, no second picture, not a byte after its end. What is drawn in it, it cannot say.
 */
export function readPlainPicture(bytes: Uint8Array): Reading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) return readJpeg(view);
  if (bytes.length > 20 && readTag(view, 0) === "RIFF" && readTag(view, 8) === "WEBP") {
    return readWebp(view);
  }
  return bad("not-a-picture");
}

/** Tables, frame and scan: what a JPEG needs to be decoded. */
const frames = new Set([0xc0, 0xc1, 0xc2]);
const needed = new Set([0xc4, 0xdb, 0xdd, 0xda, ...frames]);

function readJpeg(view: DataView): Reading {
  const end = view.byteLength;
  let at = 2;
  let size: { width: number; height: number } | null = null;
  let scanned = false;
  while (at + 2 <= end) {
    if (view.getUint8(at) !== 0xff) return bad("not-a-picture");
    const marker = view.getUint8(at + 1);
    if (marker === 0xd9) {
      if (at + 2 !== end) return bad("trailing-bytes");
      return size && scanned ? finish("image/jpeg", size) : bad("not-a-picture");
    }
    const length = at + 4 <= end ? view.getUint16(at + 2) : 0;
    if (length < 2 || at + 2 + length > end) return bad("not-a-picture");
    if (!needed.has(marker) && !isBareJfif(view, at, marker, length)) {
      // Markers of its own kind may be lossless or arithmetic frames, which are no plain picture either.
      return bad(marker >= 0xe0 ? "metadata" : "not-a-picture");
    }
    if (frames.has(marker)) {
      if (size !== null || length < 8) return bad("not-a-picture");
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + length;
    if (marker === 0xda) {
      scanned = true;
      at = skipScan(view, at);
    }
  }
  return bad("not-a-picture");
}

/** JFIF's own header, without the thumbnail that it may carry. */
function isBareJfif(view: DataView, at: number, marker: number, length: number): boolean {
  return (
    marker === 0xe0 &&
    length === 16 &&
    readTag(view, at + 4) === "JFIF" &&
    view.getUint16(at + 16) === 0
  );
}

/** Past entropy-coded data: to the next marker that is neither a stuffed byte nor a restart. */
function skipScan(view: DataView, from: number): number {
  for (let at = from; at + 1 < view.byteLength; at += 1) {
    if (view.getUint8(at) !== 0xff) continue;
    const next = view.getUint8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return view.byteLength;
}

function readWebp(view: DataView): Reading {
  const end = 8 + view.getUint32(4, true);
  if (end < view.byteLength) return bad("trailing-bytes");
  if (end > view.byteLength) return bad("not-a-picture");
  const tag = readTag(view, 12);
  if (tag === "VP8X") return bad("metadata");
  const length = view.getUint32(16, true);
  const next = 20 + length + (length % 2);
  if (next > end) return bad("not-a-picture");
  if (next < end) return bad("metadata");
  if (tag === "VP8 " && length >= 10) return readLossy(view);
  return tag === "VP8L" && length >= 5 ? readLossless(view) : bad("not-a-picture");
}

/** RFC 6386 section 9.1: a key frame's start code, then its size in 14 bits each. */
function readLossy(view: DataView): Reading {
  const isKeyFrame = (view.getUint8(20) & 1) === 0;
  const start = [view.getUint8(23), view.getUint8(24), view.getUint8(25)];
  if (!isKeyFrame || start.join() !== "157,1,42") return bad("not-a-picture");
  return finish("image/webp", {
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
  });
}

/** RFC 9649 section 3.4. */
function readLossless(view: DataView): Reading {
  if (view.getUint8(20) !== 0x2f) return bad("not-a-picture");
  const bits = view.getUint32(21, true);
  return finish("image/webp", { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 });
}

function finish(
  type: PlainPicture["type"],
  { width, height }: { width: number; height: number },
): Reading {
  const fits = [width, height].every((pixels) => pixels >= edge.min && pixels <= edge.max);
  return fits ? { ok: true, picture: { type, width, height } } : bad("dimensions");
}

function readTag(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return "";
  return String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)));
}
