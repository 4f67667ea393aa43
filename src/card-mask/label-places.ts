import type { PrintedLabel } from "./card-layouts.ts";
import type { Box, Point } from "./picture.ts";
import { findInLine, type TextLine } from "./text-lines.ts";

/** A label found by OCR: where it was printed, and where it was read. */
export type Anchor = {
  readonly name: string;
  /** Millimetres of the card. */
  readonly printed: Point;
  /** The left edge and the base line as read, in pixels of the copy. */
  readonly read: Point;
  readonly errors: number;
};

/** How many letters OCR may get wrong in a label of a certain length. */
export function tolerated(label: string): number {
  return label.length < 5 ? 0 : Math.floor(label.length * 0.3);
}

/** All places where labels may have been read; of one label several, of one place the label that reads best there. */
export function findAnchors(lines: readonly TextLine[], labels: readonly PrintedLabel[]): Anchor[] {
  return lines.flatMap((line) => {
    const anchors = labels.flatMap(({ name, text, x, baseline }) => {
      const found = findInLine(line, text, tolerated(text));
      if (found === null) return [];
      const read = { x: found.box.x0, y: found.box.y1 };
      return [{ name, printed: { x, y: baseline }, read, errors: found.errors, end: found.box.x1 }];
    });
    return anchors.filter(
      (anchor) =>
        !anchors.some(
          (other) =>
            other.errors < anchor.errors && other.read.x < anchor.end && anchor.read.x < other.end,
        ),
    );
  });
}

/** The place of a label where it was read best, or null. */
export function findLabel(lines: readonly TextLine[], text: string): Box | null {
  let best: { box: Box; errors: number } | null = null;
  for (const line of lines) {
    const found = findInLine(line, text, tolerated(text));
    if (found !== null && (best === null || found.errors < best.errors)) best = found;
  }
  return best?.box ?? null;
}
