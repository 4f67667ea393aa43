import { invertHomography, mapPoint } from "../../src/card-mask/homography.ts";
import type { Box, Point } from "../../src/card-mask/picture.ts";
import type { CardReading } from "../../src/card-mask/reading.ts";
import { copyToPicture } from "../../src/card-mask/straighten.ts";
import type { TrueCard, TrueField, TrueQuad } from "./card-truth.ts";

/** Whether every religion, blood group and race of the card lies wholly under masks. */
export function isCovered(card: TrueCard, reading: CardReading): boolean {
  const values = card.fields.filter(({ sensitive, kind }) => sensitive && kind === "value");
  return values.every(({ quad }) => {
    const corners = inCopy(quad, reading);
    return (
      corners !== null && reading.masks.some(({ box }) => corners.every((at) => within(at, box)))
    );
  });
}

/** The values that may stay, but of which a mask takes the middle. */
export function wronglyCovered(card: TrueCard, reading: CardReading): TrueField[] {
  return mayStay(card).filter(({ quad }) => {
    const corners = inCopy(quad, reading);
    if (corners === null) return false;
    const x = corners.reduce((sum, at) => sum + at.x / 4, 0);
    const y = corners.reduce((sum, at) => sum + at.y / 4, 0);
    return reading.masks.some(({ box }) => within({ x, y }, box));
  });
}

export function mayStay(card: TrueCard): TrueField[] {
  return card.fields.filter(({ sensitive, kind }) => !sensitive && kind === "value");
}

/** A quad of the picture in pixels of the straightened copy. */
function inCopy(quad: TrueQuad, { corners }: CardReading): Point[] | null {
  const map = corners === null ? null : copyToPicture(corners);
  const back = map === null ? null : invertHomography(map);
  return back === null ? null : quad.map(([x, y]) => mapPoint(back, { x, y }));
}

function within({ x, y }: Point, box: Box): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}
