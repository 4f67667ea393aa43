import type { PictureHeader } from "../../../captures/id-copy/picture-header.ts";
import type { Pixels } from "../../../card-mask/picture.ts";

/** The reading takes no more; a scanner's 50 million would only be slow. */
const mostPixels = 12_000_000;
const previewWidth = 1400;

/** Decodes a picture whose header was judged before; null where its data are not what the header says. */
export async function decodePicture(
  bytes: ArrayBuffer,
  header: PictureHeader,
): Promise<Pixels | null> {
  const blob = new Blob([bytes], { type: `image/${header.type}` });
  const bitmap = await createImageBitmap(blob).catch(() => null);
  if (bitmap === null) return null;
  // EXIF may turn it, which swaps its sides, and nothing else may change them.
  const isAsSaid =
    bitmap.width * bitmap.height === header.width * header.height &&
    (bitmap.width === header.width || bitmap.width === header.height);
  if (!isAsSaid) {
    bitmap.close();
    return null;
  }
  return drawBitmap(bitmap, mostPixels);
}

/** The pixels of a bitmap, made smaller where it has more than `most`; the bitmap is gone afterwards. */
export function drawBitmap(bitmap: ImageBitmap, most: number): Pixels {
  const scale = Math.min(1, Math.sqrt(most / (bitmap.width * bitmap.height)));
  const width = Math.max(1, Math.floor(bitmap.width * scale));
  const height = Math.max(1, Math.floor(bitmap.height * scale));
  const { canvas, context } = openCanvas(width, height);
  // A transparent picture becomes one on white paper.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  empty(canvas);
  return { width, height, data };
}

/** A copy that is small enough to be shown, and its share of the picture's width. */
export function shrinkForView(picture: Pixels): { preview: Pixels; scale: number } {
  const scale = Math.min(1, previewWidth / picture.width);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const whole = openCanvas(picture.width, picture.height);
  whole.context.putImageData(toImageData(picture), 0, 0);
  const small = openCanvas(width, height);
  small.context.imageSmoothingQuality = "high";
  small.context.drawImage(whole.canvas, 0, 0, width, height);
  const { data } = small.context.getImageData(0, 0, width, height);
  empty(whole.canvas);
  empty(small.canvas);
  return { preview: { width, height, data }, scale };
}

export function toImageData({ data, width, height }: Pixels): ImageData {
  // Made by us or by the platform over a buffer of its own, never over shared memory.
  return new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height);
}

function openCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  // Read back often: kept out of the graphics card, which would keep a copy.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  return { canvas, context };
}

function empty(canvas: OffscreenCanvas): void {
  canvas.width = 0;
  canvas.height = 0;
}
