import { joinBytes } from "./join-bytes.ts";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** One chunk of a PNG file (W3C PNG, section 5.3), with its length, type and check sum. */
type PngChunk = { type: string; start: number; end: number };

function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, place) => bytes[place] === byte);
}

/** The chunks in order up to IEND. Null: it is no whole PNG. What lies behind IEND is no chunk. */
export function listPngChunks(bytes: Uint8Array): PngChunk[] | null {
  if (!isPng(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    chunks.push({ type, start: at, end });
    if (type === "IEND") return chunks[0]?.type === "IHDR" ? chunks : null;
    at = end;
  }
  return null;
}

export function readPngSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The same file with only the chunks of the types that `keeps` names, and nothing behind its end. */
export function keepPngChunks(
  bytes: Uint8Array,
  keeps: (type: string) => boolean,
): Uint8Array<ArrayBuffer> | null {
  const chunks = listPngChunks(bytes);
  if (!chunks) return null;
  const kept = chunks.filter(({ type }) => keeps(type));
  return joinBytes([
    bytes.subarray(0, signature.length),
    ...kept.map(({ start, end }) => bytes.subarray(start, end)),
  ]);
}

const pixels: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

/** The same picture with nothing about it: no text, time, profile or Exif. Null: it is no whole PNG. */
export function cleanPng(
  bytes: Uint8Array,
): { bytes: Uint8Array; width: number; height: number } | null {
  const clean = keepPngChunks(bytes, (type) => pixels.has(type));
  return clean && { bytes: clean, ...readPngSize(clean) };
}
