import {
  chipCardLabels,
  chipCardLine,
  chipCardPlaces,
  chipCardReligion,
  chipCardYears,
} from "./card-layouts.ts";
import { copyPxPerMm } from "./card-size.ts";
import { findAnchors } from "./label-places.ts";
import { fitLayout, type LayoutFit, mapToCopy, placeInCopy } from "./layout-fit.ts";
import { type Box, outward, type Pixels } from "./picture.ts";
import type { FieldName, Mask } from "./reading.ts";
import { findInLine, type TextLine } from "./text-lines.ts";

/** Today's card as read: how its print lies, and the dates read where they should stand (base lines in mm). */
export type ChipCard = { readonly fit: LayoutFit; readonly years: readonly number[] };

export function readChipCard(lines: readonly TextLine[]): ChipCard | null {
  const fit = fitLayout(findAnchors(lines, chipCardLabels), copyPxPerMm);
  return fit === null ? null : { fit, years: findYears(lines, fit) };
}

/**
 * Whether the print holds the forbidden line in place: enough labels and dates that agree, above the line and below
 * it, none far off.
 */
export function isSurelyChipCard({ fit, years }: ChipCard): boolean {
  const heights = [...fit.anchors.map(({ printed }) => printed.y), ...years];
  const above = heights.some((y) => y < chipCardLine.y0 + 1);
  const below = heights.some((y) => y > chipCardLine.y1);
  const count = fit.anchors.length;
  return above && below && (count >= 4 || (count >= 3 && years.length >= 3));
}

/** Whether the label of the religion was read elsewhere than where the print holds it, by more than 0.8 mm. */
export function contradictsReligion(lines: readonly TextLine[], { fit }: ChipCard): boolean {
  const at = mapToCopy(fit.map, { x: chipCardReligion.x, y: chipCardReligion.middle });
  return lines.some((line) => {
    const found = findInLine(line, chipCardReligion.text, 0);
    if (found === null || Math.abs(found.box.x0 - at.x) > 4 * copyPxPerMm) return false;
    // The tight boxes of the word: OCR draws others as high as the line.
    const heights = found.words.map(({ box }) => box.y1 - box.y0);
    const tight = found.words[heights.indexOf(Math.min(...heights))]?.box ?? found.box;
    const off = Math.abs((tight.y0 + tight.y1) / 2 - at.y);
    return Math.abs(found.box.x0 - at.x) > 1.5 * copyPxPerMm || off > 0.8 * copyPxPerMm;
  });
}

const year = /(?<!\d)(24|25|19|20)\d\d(?!\d)/;

/** The base lines, in millimetres, of the dates whose year was read where it should stand. */
function findYears(lines: readonly TextLine[], { map }: LayoutFit): number[] {
  const read = lines.flatMap(({ words }) => words.filter(({ text }) => year.test(text)));
  return chipCardYears
    .filter(({ from, to, baseline }) =>
      read.some(({ box }) => {
        const left = mapToCopy(map, { x: from, y: baseline });
        const right = mapToCopy(map, { x: to, y: baseline });
        const off = Math.abs(box.y1 - (left.y + right.y) / 2) / copyPxPerMm;
        return off < 0.7 && box.x1 > left.x && box.x1 < right.x + 2 * copyPxPerMm;
      }),
    )
    .map(({ baseline }) => baseline);
}

/** Masks for the fields to cover, by the known places of the print. */
export function maskChipCard({ fit }: ChipCard, copy: Pixels, cover: readonly FieldName[]): Mask[] {
  const at = (field: FieldName, place: Box): Mask => ({
    field,
    box: outward(placeInCopy(fit.map, place), copy),
    found: "place",
  });
  const masks = [at("religion", chipCardLine)];
  if (cover.includes("address")) masks.push(at("address", chipCardPlaces.address));
  if (cover.includes("photo")) masks.push(at("photo", chipCardPlaces.photo));
  return masks;
}
