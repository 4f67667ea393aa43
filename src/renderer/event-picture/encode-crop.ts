import type { Box, Pixels } from "../../card-mask/picture.ts";
import { readPlainPicture } from "../../contract/plain-picture.ts";
import { stripJpeg } from "../copy/finish/plain-jpeg.ts";
import { toImageData } from "../copy/reader/decode-picture.ts";

/** The longest side of what is kept, in pixels: clothing and a page's text can be told. */
const longestSide = 1600;
const qualities = [0.85, 0.7, 0.5, 0.35] as const;

/** One new JPEG of the part inside `box` alone, of at most `limit` bytes, without a byte that is no picture. */
export async function encodeCrop(
  picture: Pixels,
  box: Box,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = drawPart(picture, box);
  try {
    for (const quality of qualities) {
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality });
      const plain = stripJpeg(new Uint8Array(await blob.arrayBuffer()));
      if (!readPlainPicture(plain).ok)
        throw new Error("the picture is more than one plain picture");
      if (plain.length <= limit) return plain;
    }
  } finally {
    empty(canvas);
  }
  throw new Error("the picture is too large");
}

function drawPart(picture: Pixels, box: Box): OffscreenCanvas {
  const wide = box.x1 - box.x0;
  const tall = box.y1 - box.y0;
  const scale = Math.min(1, longestSide / Math.max(wide, tall));
  const width = Math.max(1, Math.round(wide * scale));
  const height = Math.max(1, Math.round(tall * scale));
  // First the part by itself: smoothing must not mix in what lies outside of it.
  const part = new OffscreenCanvas(wide, tall);
  open(part).putImageData(toImageData(picture), -box.x0, -box.y0);
  const canvas = new OffscreenCanvas(width, height);
  const context = open(canvas);
  context.imageSmoothingQuality = "high";
  context.drawImage(part, 0, 0, width, height);
  empty(part);
  return canvas;
}

function open(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  return context;
}

function empty(canvas: OffscreenCanvas): void {
  canvas.width = 0;
  canvas.height = 0;
}
