import { joinBytes } from "./join-bytes.ts";

/** Chunks of a WebP file (RFC 9649, section 2): a RIFF of type WEBP. */
type WebpChunk = { type: string; data: number; start: number; end: number };

function isWebp(bytes: Uint8Array): boolean {
  return readType(bytes, 0) === "RIFF" && readType(bytes, 8) === "WEBP";
}

function readType(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function listWebpChunks(bytes: Uint8Array): WebpChunk[] | null {
  if (!isWebp(bytes)) return null;
  const view = viewOf(bytes);
  const chunks: WebpChunk[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true);
    // Padded to an even number of bytes.
    const end = Math.min(at + 8 + size + (size % 2), bytes.length);
    if (at + 8 + size > bytes.length) return null;
    chunks.push({ type: readType(bytes, at), start: at, data: at + 8, end });
    at = end;
  }
  return chunks;
}

/** Pixels of a still WebP; null: it is none, or has no picture in it. */
export function readWebpSize(bytes: Uint8Array): { width: number; height: number } | null {
  const first = listWebpChunks(bytes)?.[0];
  if (!first || first.end - first.data < 10) return null;
  const view = viewOf(bytes);
  const { data } = first;
  switch (first.type) {
    case "VP8X":
      return {
        width: (view.getUint32(data + 4, true) & 0xff_ff_ff) + 1,
        height: (view.getUint32(data + 6, true) >>> 8) + 1,
      };
    case "VP8L": {
      const bits = view.getUint32(data + 1, true);
      return { width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1 };
    }
    case "VP8 ":
      return {
        width: view.getUint16(data + 6, true) & 0x3f_ff,
        height: view.getUint16(data + 8, true) & 0x3f_ff,
      };
    default:
      return null;
  }
}

/** The same file without Exif and XMP; null: it is no whole WebP. */
export function dropWebpMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const chunks = listWebpChunks(bytes);
  if (!chunks) return null;
  const kept = chunks.filter(({ type }) => type !== "EXIF" && type !== "XMP ");
  const pieces = kept.map(({ start, end }) => bytes.subarray(start, end));
  const whole = joinBytes([bytes.subarray(0, 12), ...pieces]);
  viewOf(whole).setUint32(4, whole.length - 8, true);
  const exifAndXmp = 0b1100;
  if (kept[0]?.type === "VP8X") whole[20] = (whole[20] ?? 0) & ~exifAndXmp;
  return whole;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
