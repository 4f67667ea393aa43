import { readGrey } from "./grey-map.ts";
import type { Pixels } from "./picture.ts";

/** The picture in grey as a portable graymap (PGM, P5), which OCR reads without any image decoder of the platform. */
export function encodePgm(pixels: Pixels): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${pixels.width} ${pixels.height}\n255\n`);
  const grey = readGrey(pixels);
  const file = new Uint8Array(header.length + grey.length);
  file.set(header);
  file.set(grey, header.length);
  return file;
}
