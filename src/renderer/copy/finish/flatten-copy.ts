import type { Pixels } from "../../../card-mask/picture.ts";
import { readPlainPicture } from "../../../contract/plain-picture.ts";
import { toImageData } from "../reader/decode-picture.ts";
import { type Drawing, drawCopy, maskColour } from "./draw-copy.ts";
import { stripJpeg } from "./plain-jpeg.ts";

const qualities = [0.92, 0.85, 0.75, 0.6, 0.45] as const;

/** Draws the copy and reads its pixels. */
export function readDrawing(drawing: Drawing): Pixels {
  const canvas = drawCopy(drawing);
  const pixels = readCanvas(canvas);
  empty(canvas);
  return pixels;
}

/**
 * One new JPEG of at most `limit` bytes without a byte that is no picture, and its pixels as they decode again.
 * Throws where a mask does not come out as one flat colour: such a picture must not exist.
 */
export async function flattenCopy(
  drawing: Drawing,
  limit: number,
): Promise<{ jpeg: Uint8Array<ArrayBuffer>; pixels: Pixels }> {
  const canvas = drawCopy(drawing);
  const jpeg = await encode(canvas, limit);
  empty(canvas);
  if (!readPlainPicture(jpeg).ok) throw new Error("the copy is more than one plain picture");
  const pixels = await decodeAgain(jpeg);
  for (const { box } of drawing.masks) expectFlat(pixels, box);
  return { jpeg, pixels };
}

async function encode(canvas: HTMLCanvasElement, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, "image/jpeg", quality),
    );
    if (!blob) throw new Error("the copy could not be encoded");
    const plain = stripJpeg(new Uint8Array(await blob.arrayBuffer()));
    if (plain.length <= limit) return plain;
  }
  throw new Error("the copy is too large");
}

async function decodeAgain(jpeg: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  const bitmap = await createImageBitmap(new Blob([jpeg], { type: "image/jpeg" }));
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  context(canvas).drawImage(bitmap, 0, 0);
  bitmap.close();
  const pixels = readCanvas(canvas);
  empty(canvas);
  return pixels;
}

function expectFlat(pixels: Pixels, box: Drawing["masks"][number]["box"]): void {
  for (let y = box.y0; y < box.y1; y += 1) {
    for (let x = box.x0; x < box.x1; x += 1) {
      const at = (y * pixels.width + x) * 4;
      const isFlat = maskColour.every((value, channel) => pixels.data[at + channel] === value);
      if (!isFlat) throw new Error("a mask is not of one colour");
    }
  }
}

function context(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const found = canvas.getContext("2d", { willReadFrequently: true });
  if (!found) throw new Error("no canvas");
  return found;
}

function readCanvas(canvas: HTMLCanvasElement): Pixels {
  const { width, height } = canvas;
  return { width, height, data: context(canvas).getImageData(0, 0, width, height).data };
}

function empty(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** Shows pixels on a canvas that is in the page. */
export function showPixels(canvas: HTMLCanvasElement, pixels: Pixels): void {
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  context(canvas).putImageData(toImageData(pixels), 0, 0);
}
