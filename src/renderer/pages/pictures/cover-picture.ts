import type { CoverRegion } from "../../../contract/picture-procedures.ts";
import { growForJpeg } from "./cover-area.ts";

/** Middle grey: JPEG's own zero, which every decoder gives back exactly. */
const flat = 128;
const jpegQuality = 0.92;

/** A canvas as a new file, what the regions hold replaced by one flat colour. JPEG stays JPEG; else PNG. */
export async function encodeCovered(
  canvas: OffscreenCanvas,
  regions: readonly CoverRegion[],
  format: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const isJpeg = format === "jpeg";
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.fillStyle = `rgb(${flat} ${flat} ${flat})`;
  for (const region of regions) {
    const { x, y, width, height } = isJpeg ? growForJpeg(region, canvas) : region;
    context.clearRect(x, y, width, height);
    context.fillRect(x, y, width, height);
  }
  const type = isJpeg ? "image/jpeg" : "image/png";
  const blob = await canvas.convertToBlob({ type, quality: jpegQuality });
  // A runtime without the encoder answers with another type.
  if (blob.type !== type) throw new Error(`no encoder for ${type}`);
  if (regions.length > 0) await checkFlat(blob, regions);
  return new Uint8Array(await blob.arrayBuffer());
}

/** Looks at the new file as anybody will: what was to be covered must be gone. */
async function checkFlat(blob: Blob, regions: readonly CoverRegion[]): Promise<void> {
  const bitmap = await createImageBitmap(blob);
  try {
    for (const region of regions) {
      const { data } = readRegion(bitmap, region);
      const pixels = new Uint32Array(data.buffer);
      if (pixels.some((pixel) => pixel !== pixels[0])) throw new Error("not covered");
    }
  } finally {
    bitmap.close();
  }
}

function readRegion(bitmap: ImageBitmap, { x, y, width, height }: CoverRegion): ImageData {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.drawImage(bitmap, -x, -y);
  return context.getImageData(0, 0, width, height);
}
