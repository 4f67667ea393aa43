import { earlierCardLabels } from "./card-layouts.ts";
import { copyPxPerMm } from "./card-size.ts";
import { forbiddenLabels } from "./forbidden-words.ts";
import { findLabel } from "./label-places.ts";
import { type Box, outward, type Pixels } from "./picture.ts";
import type { FieldName, Mask } from "./reading.ts";
import type { TextLine } from "./text-lines.ts";

/** An earlier card as read: the rows between which forbidden values stand, in pixels of the copy. */
export type EarlierCard = {
  readonly birth: Box;
  readonly address: Box;
  /** How many other labels stand where they do on such a card. */
  readonly others: number;
};

/** The rows of an earlier card; null where they do not lie as on one. */
export function readEarlierCard(lines: readonly TextLine[]): EarlierCard | null {
  const birth = findLabel(lines, earlierCardLabels.birth);
  const address = findAddress(lines, birth);
  if (birth === null || address === null) return null;
  const apart = (address.y1 - birth.y1) / copyPxPerMm;
  if (apart < 3 || apart > 17) return null;
  const id = findLabel(lines, earlierCardLabels.id);
  const issue = findLabel(lines, earlierCardLabels.issue);
  const expiry = findLabel(lines, earlierCardLabels.expiry);
  const inColumn = (box: Box | null) =>
    box !== null && Math.abs(box.x0 - birth.x0) < 2.5 * copyPxPerMm;
  const others =
    Number(inColumn(id) && id !== null && id.y1 < birth.y0) +
    Number(inColumn(issue) && issue !== null && issue.y0 > address.y1) +
    Number(expiry !== null && expiry.y0 > address.y1);
  return { birth, address, others };
}

/** The label of the address in the same column as that of the birth, below it. */
function findAddress(lines: readonly TextLine[], birth: Box | null): Box | null {
  if (birth === null) return null;
  for (const line of lines) {
    const box = findLabel([line], earlierCardLabels.address);
    if (box === null || box.y1 <= birth.y1) continue;
    if (Math.abs(box.x0 - birth.x0) < 2 * copyPxPerMm) return box;
  }
  return null;
}

/** All that lies between the row of the birth and that of the address, as wide as the card is free. */
export function maskEarlierCard(
  { birth, address }: EarlierCard,
  copy: Pixels,
  cover: readonly FieldName[],
): Mask[] {
  const mm = copyPxPerMm;
  const right = birth.x0 > 18 * mm ? copy.width : 61.5 * mm;
  const band = {
    x0: birth.x0 - 1.5 * mm,
    y0: birth.y1 - 0.1 * mm,
    x1: right,
    y1: address.y1 - 1.7 * mm,
  };
  const masks: Mask[] = [{ field: "religion", box: outward(band, copy), found: "place" }];
  if (cover.includes("address")) {
    const box = { x0: band.x0, y0: band.y1, x1: right, y1: address.y1 + 6 * mm };
    masks.push({ field: "address", box: outward(box, copy), found: "place" });
  }
  if (cover.includes("photo")) {
    const x0 = birth.x0 > 18 * mm ? 3.5 * mm : 61.5 * mm;
    const box = { x0, y0: 11 * mm, x1: x0 + 20.5 * mm, y1: 37.5 * mm };
    masks.push({ field: "photo", box: outward(box, copy), found: "place" });
  }
  return masks;
}

/**
 * Sure where the rows stand among the card's other labels and a forbidden label was read between them; with all
 * other labels in place also without one, since the band is covered wholly.
 */
export function isSurelyEarlierCard(card: EarlierCard, lines: readonly TextLine[]): boolean {
  const between = forbiddenLabels.some(({ text }) => {
    const box = findLabel(lines, text);
    return box !== null && box.y1 > card.birth.y1 && box.y1 < card.address.y1;
  });
  return card.others + Number(between) >= 3 || (between && card.others >= 2);
}
