import { describe, expect, test } from "vitest";
import { plainPicture } from "../../test/support/drawn-card.ts";
import { chipCardLabels } from "./card-layouts.ts";
import { copyPxPerMm } from "./card-size.ts";
import { maskCard } from "./mask-card.ts";
import type { Box, Quad } from "./picture.ts";
import type { Mask, Word } from "./reading.ts";

const copy = plainPicture(1198, 756, [230, 230, 230]);
const corners: Quad = [
  { x: 0, y: 0 },
  { x: 1198, y: 0 },
  { x: 1198, y: 756 },
  { x: 0, y: 756 },
];

/** A word as OCR would give it, its left end and base line in millimetres. */
function word(text: string, x: number, baseline: number, line: number): Word {
  const x0 = x * copyPxPerMm;
  const y1 = baseline * copyPxPerMm;
  return { text, confidence: 90, line, box: { x0, y0: y1 - 20, x1: x0 + text.length * 12, y1 } };
}

const chipWords = chipCardLabels.map(({ text, x, baseline }, i) => word(text, x, baseline, i));

function mask(words: readonly Word[]) {
  return maskCard({ corners, copy, words }, []);
}

function isUnder(box: Box, masks: readonly Mask[]): boolean {
  return masks.some(
    ({ box: { x0, y0, x1, y1 } }) => x0 <= box.x0 && y0 <= box.y0 && x1 >= box.x1 && y1 >= box.y1,
  );
}

describe("maskCard", () => {
  test("is sure of today's card by its labels, and masks the line that seems empty", () => {
    const { sure, masks } = mask(chipWords);
    expect(sure).toBe(true);
    const value = {
      x0: 34 * copyPxPerMm,
      y0: 32 * copyPxPerMm,
      x1: 60 * copyPxPerMm,
      y1: 36 * copyPxPerMm,
    };
    expect(isUnder(value, masks)).toBe(true);
  });

  test.each([
    ["too few labels", chipWords.slice(0, 3)],
    ["a religion read elsewhere", [...chipWords, word("ศาสนา", 27.1, 37.2, 50)]],
  ])("is unsure with %s, and then covers all that a sure reading covers, and more", (_, words) => {
    const { sure, masks, doubts } = mask(words);
    expect(sure).toBe(false);
    expect(doubts.length).toBeGreaterThan(0);
    for (const { box } of mask(chipWords).masks) expect(isUnder(box, masks)).toBe(true);
    const covered = masks.map(({ box }) => (box.x1 - box.x0) * (box.y1 - box.y0));
    const sureCovered = mask(chipWords).masks.map(
      ({ box }) => (box.x1 - box.x0) * (box.y1 - box.y0),
    );
    expect(Math.max(...covered)).toBeGreaterThan(Math.max(...sureCovered));
  });

  test("knows the back by its laser code, and covers it wholly", () => {
    const { sure, document, masks } = mask([word("JT9-1234567-89", 20, 48, 0)]);
    expect({ sure, document }).toEqual({ sure: false, document: "thai-id-back" });
    expect(isUnder({ x0: 0, y0: 0, x1: copy.width, y1: copy.height }, masks)).toBe(true);
  });

  test.each([
    ["ใบอนุญาตขับรถ", "driving-licence"],
    ["ทะเบียนบ้าน", "house-registration"],
    ["หนังสือเดินทาง", "passport"],
  ])("tells a document by %s, without being sure of its masks", (text, document) => {
    expect(mask([word(text, 20, 10, 0)])).toMatchObject({ sure: false, document });
  });

  test("masks a blood group that is printed where none is known", () => {
    const { masks } = mask([...chipWords, word("หมู่โลหิต", 30, 20, 50), word("AB", 40, 20, 50)]);
    expect(masks.map(({ field }) => field)).toContain("blood-group");
    expect(isUnder({ x0: 420, y0: 255, x1: 580, y1: 280 }, masks)).toBe(true);
  });
});
