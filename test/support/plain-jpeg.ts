import jpeg from "jpeg-js";
import { scramble } from "./invented-people.ts";

/** A JPEG of `width` by `height` pixels, as plain as a masked copy: noise, the same for each number. */
export function drawJpeg(number: number, width = 160, height = 100): Buffer {
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.writeUInt32LE(scramble(number + at) >>> 0, at);
  return Buffer.from(jpeg.encode({ data, width, height }, 80).data);
}
