import { anyCardArea, chipCardPlaces } from "./card-layouts.ts";
import { copyPxPerMm } from "./card-size.ts";
import { contradictsReligion, isSurelyChipCard, maskChipCard, readChipCard } from "./chip-card.ts";
import { tellDocument } from "./document-kind.ts";
import { isSurelyEarlierCard, maskEarlierCard, readEarlierCard } from "./earlier-card.ts";
import { placeInCopy } from "./layout-fit.ts";
import { type Box, outward, type Pixels, type Quad } from "./picture.ts";
import type { CardReading, DocumentKind, Doubt, FieldName, Mask, Word } from "./reading.ts";
import { joinLines, type TextLine } from "./text-lines.ts";
import { maskIdNumber, maskWords } from "./word-masks.ts";

type Straightened = {
  readonly corners: Quad;
  readonly copy: Pixels;
  readonly words: readonly Word[];
};

/** What to cover on a straightened copy, and whether that is sure. */
export function maskCard(
  { corners, copy, words }: Straightened,
  cover: readonly FieldName[],
): CardReading {
  const lines = joinLines(words);
  const known = recogniseLayout(lines, copy, cover);
  const byWord = maskWords(lines, copy);
  const masks = [...known.masks];
  const doubts = [...known.doubts];
  for (const mask of byWord) {
    if (masks.some(({ box }) => holds(box, mask.box))) continue;
    masks.push(mask);
    if (
      known.sure &&
      !masks.some(({ field, box }) => field === "religion" && beginsIn(mask.box, box))
    ) {
      doubts.push("unexpected-ink");
    }
  }
  if (cover.includes("id-number")) masks.push(...coverIdNumber(lines, copy));
  const sure = known.sure && doubts.length === 0;
  if (!sure) masks.push(...everywhere(copy, known.document));
  return { sure, document: known.document, corners, copy, masks, doubts };
}

type Layout = { sure: boolean; document: DocumentKind; masks: Mask[]; doubts: Doubt[] };

function recogniseLayout(
  lines: readonly TextLine[],
  copy: Pixels,
  cover: readonly FieldName[],
): Layout {
  const chip = readChipCard(lines);
  if (chip !== null && isSurelyChipCard(chip)) {
    const sure = !contradictsReligion(lines, chip);
    const masks = maskChipCard(chip, copy, cover);
    const doubts: Doubt[] = sure ? [] : ["unknown-layout"];
    return { sure, document: "thai-id-front", masks, doubts };
  }
  const earlier = readEarlierCard(lines);
  if (earlier !== null && isSurelyEarlierCard(earlier, lines)) {
    return {
      sure: true,
      document: "thai-id-front",
      masks: maskEarlierCard(earlier, copy, cover),
      doubts: [],
    };
  }
  const other = tellDocument(lines);
  if (other !== null) return { sure: false, document: other, masks: [], doubts: ["not-a-card"] };
  if (chip !== null && chip.fit.anchors.length >= 3) {
    const masks = maskChipCard(chip, copy, cover);
    return { sure: false, document: "thai-id-front", masks, doubts: ["few-words"] };
  }
  if (earlier !== null) {
    const masks = maskEarlierCard(earlier, copy, cover);
    return { sure: false, document: "thai-id-front", masks, doubts: ["few-words"] };
  }
  return { sure: false, document: "other", masks: [], doubts: ["unknown-layout"] };
}

/** Where the layout is not sure, all that lies between a card's head and its foot. */
function everywhere(copy: Pixels, document: DocumentKind): Mask[] {
  if (document === "thai-id-back") {
    const box = { x0: 0, y0: 0, x1: copy.width, y1: copy.height };
    return [{ field: "id-number", box, found: "place" }];
  }
  const plain = [0, copyPxPerMm, 0, 0, 0, copyPxPerMm] as const;
  const box = outward(placeInCopy(plain, anyCardArea), copy);
  return [{ field: "religion", box, found: "place" }];
}

function coverIdNumber(lines: readonly TextLine[], copy: Pixels): Mask[] {
  const read = maskIdNumber(lines, copy);
  if (read.length > 0) return read;
  const plain = [0, copyPxPerMm, 0, 0, 0, copyPxPerMm] as const;
  const box = outward(placeInCopy(plain, chipCardPlaces.idNumber), copy);
  return [{ field: "id-number", box, found: "place" }];
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1
  );
}

/** Whether a word begins on a line that is masked anyway, though its box reaches farther. */
function beginsIn(box: Box, mask: Box): boolean {
  const down = Math.min(box.y1, mask.y1) - Math.max(box.y0, mask.y0);
  return box.x0 >= mask.x0 && box.x0 < mask.x1 && down > 0.6 * (box.y1 - box.y0);
}
