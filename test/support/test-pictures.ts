import { encode } from "jpeg-js";
import { PNG } from "pngjs";
import { type ExifFacts, writeExif } from "./exif-block.ts";

/** Pixels of a picture, four bytes each. */
export type Raster = { width: number; height: number; data: Buffer };

/** A picture that is different for each `seed`, with detail everywhere, so that nothing in it is flat. */
export function paint(width: number, height: number, seed: number): Raster {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      data[at] = (x * 7 + seed * 31) % 256;
      data[at + 1] = (y * 5 + seed * 17 + ((x >> 2) % 16) * 4) % 256;
      data[at + 2] = ((x + y) * 3 + seed * 101) % 256;
    }
  }
  return { width, height, data };
}

function segment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** What else cameras and programs leave in a JPEG. */
export const traces = {
  xmp: "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>somebody's name</x:xmpmeta>",
  comment: "a comment on somebody",
  trailing: "trailing bytes of a moving picture",
} as const;

/** A JPEG as a camera writes one: with Exif, and with `traced` also XMP, a comment and bytes behind its end. */
export function makeJpeg(
  raster: Raster,
  { exif, traced = false, quality = 90 }: { exif?: ExifFacts; traced?: boolean; quality?: number },
): Buffer {
  const plain = encode(raster, quality).data;
  const about = [
    ...(exif ? [segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), writeExif(exif)]))] : []),
    ...(traced
      ? [segment(0xe1, Buffer.from(traces.xmp)), segment(0xfe, Buffer.from(traces.comment))]
      : []),
  ];
  return Buffer.concat([
    plain.subarray(0, 2),
    ...about,
    plain.subarray(2),
    ...(traced ? [Buffer.from(traces.trailing)] : []),
  ]);
}

export function makePng(raster: Raster): Buffer {
  const png = new PNG({ width: raster.width, height: raster.height });
  raster.data.copy(png.data);
  return PNG.sync.write(png);
}
