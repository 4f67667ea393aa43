import type { Word } from "./reading.ts";

type OcrBox = { x0: number; y0: number; x1: number; y1: number };

/** The part of tesseract.js's `Page` that is read; its boxes are whole pixels, the last one included. */
export type OcrPage = {
  blocks:
    | {
        paragraphs: {
          lines: { words: { text: string; bbox: OcrBox; confidence: number }[] }[];
        }[];
      }[]
    | null;
};

/** The words of a page, `left` and `top` pixels farther in the picture that the page was cut from. */
export function readWords(page: OcrPage, left = 0, top = 0): Word[] {
  const lines = (page.blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines),
  );
  return lines.flatMap(({ words }, line) =>
    words.map(({ text, bbox, confidence }) => ({
      text,
      confidence,
      line,
      box: { x0: bbox.x0 + left, y0: bbox.y0 + top, x1: bbox.x1 + left, y1: bbox.y1 + top },
    })),
  );
}
