import { joinBytes } from "./join-bytes.ts";
import { isFrame, listJpegParts, markers, readFrameSize } from "./jpeg-segments.ts";

type Clean = { bytes: Uint8Array; width: number; height: number };

const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

/**
 * The same picture with nothing about it: only what a decoder needs is left (frame, tables, scans), with a
 * bare JFIF header, without a thumbnail, and nothing behind its end. Null: it is no whole JPEG.
 */
export function cleanJpeg(bytes: Uint8Array): Clean | null {
  const parts = listJpegParts(bytes);
  const frame = parts?.find((part) => isFrame(part.marker));
  if (!parts || !frame || !parts.some((part) => part.marker === markers.startOfScan)) return null;
  const kept = parts.filter((part) => !isAbout(part.marker));
  const [, ...rest] = kept.map((part) => bytes.subarray(part.start, part.end));
  const start = Uint8Array.of(0xff, markers.startOfImage, ...jfif);
  return { bytes: joinBytes([start, ...rest]), ...readFrameSize(bytes, frame) };
}

/** All application data and comments, and what the standard reserves (B.1.1.3). */
function isAbout(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker >= 0xf0 || marker < 0xc0;
}
