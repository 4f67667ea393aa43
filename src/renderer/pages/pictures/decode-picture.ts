import { fitWithin, type Size, standUpright, turnUpright } from "./upright.ts";

type Source = Size & { bytes: Uint8Array<ArrayBuffer>; format: string; orientation: number };

type Decoded = { image: CanvasImageSource; close(): void };

/** Standing upright, no larger than the box. Throws where the runtime cannot decode it. */
export async function decodeSmall(
  source: Source,
  box: Size,
): Promise<{ bitmap: ImageBitmap; size: Size }> {
  const size = standUpright(source, source.orientation);
  const shown = fitWithin(size, box);
  const decoded = await decodeNear(source, shown);
  try {
    const canvas = draw(decoded.image, source, shown);
    return { bitmap: canvas.transferToImageBitmap(), size };
  } finally {
    decoded.close();
  }
}

/** Standing upright, pixel by pixel. Throws where the runtime cannot decode it. */
export async function decodeWhole(source: Source): Promise<OffscreenCanvas> {
  const decoded = await decodeNear(source, null);
  try {
    return draw(decoded.image, source, standUpright(source, source.orientation));
  } finally {
    decoded.close();
  }
}

/**
 * At about the size wanted, where the decoder can: a JPEG is made smaller while it is decoded, which takes
 * half the time of decoding it whole. From bytes in memory: a Blob may be swapped to a file of the browser's.
 */
async function decodeNear(source: Source, wanted: Size | null): Promise<Decoded> {
  const lying = wanted && standUpright(wanted, source.orientation);
  const decoder = new ImageDecoder({
    type: `image/${source.format}`,
    data: source.bytes,
    ...(lying ? { desiredWidth: lying.width, desiredHeight: lying.height } : {}),
  });
  try {
    const { image } = await decoder.decode();
    return { image, close: () => image.close() };
  } finally {
    decoder.close();
  }
}

function draw(image: CanvasImageSource, source: Source, shown: Size): OffscreenCanvas {
  const canvas = new OffscreenCanvas(shown.width, shown.height);
  // In memory of the processor: every pixel is as it was written, and no size is too large for a GPU.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  const lying = standUpright(shown, source.orientation);
  context.setTransform(...turnUpright(lying, source.orientation));
  context.imageSmoothingQuality = "medium";
  context.drawImage(image, 0, 0, lying.width, lying.height);
  context.resetTransform();
  return canvas;
}
