import { type OcrPage, readWords } from "./ocr-words.ts";
import { encodePgm } from "./pgm.ts";
import { type Box, makePixels, outward, type Pixels } from "./picture.ts";
import type { Recognise } from "./reading.ts";

/** What is used of a tesseract.js worker (7.0.0), in a page or under Node.js. */
export type OcrWorker = {
  recognize(
    image: never,
    options: Record<string, never>,
    output: { text: boolean; blocks: boolean },
  ): Promise<{ data: OcrPage }>;
};

/** Sparse text, since a card has no columns; the density spares a guess; no messages. */
export const ocrParameters = {
  tessedit_pageseg_mode: "11",
  user_defined_dpi: "350",
  debug_file: "/dev/null",
} as const;

/** OCR by a worker that has the Thai language and `ocrParameters`. */
export function makeRecognise(worker: OcrWorker): Recognise {
  return async (pixels, area) => {
    const part = area === undefined ? pixels : cut(pixels, area);
    if (part.width < 3 || part.height < 3) return [];
    // Any bytes of an image file will do; the library's types know files and elements only.
    const image = encodePgm(part) as never;
    const { data } = await worker.recognize(image, {}, { text: false, blocks: true });
    return readWords(data, area?.x0, area?.y0);
  };
}

function cut(pixels: Pixels, area: Box): Pixels {
  const { x0, y0, x1, y1 } = outward(area, pixels);
  const part = makePixels(Math.max(x1 - x0, 0), Math.max(y1 - y0, 0));
  for (let y = y0; y < y1; y += 1) {
    const row = (y * pixels.width + x0) * 4;
    part.data.set(pixels.data.subarray(row, row + part.width * 4), (y - y0) * part.width * 4);
  }
  return part;
}
