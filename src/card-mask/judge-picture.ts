import { cardMm } from "./card-size.ts";
import { findCorners } from "./find-corners.ts";
import { readGrey } from "./grey-map.ts";
import type { Pixels, Quad } from "./picture.ts";
import { distanceBetween } from "./quad-shape.ts";
import { straighten } from "./straighten.ts";

/** What tells whether a picture should be taken again. `pixelsPerMm` is null where no card was found. */
export type Judgement = { readonly sharp: boolean; readonly pixelsPerMm: number | null };

/** Fewer pixels per millimetre leave small print illegible to a later reader; ask for a closer picture. */
export const leastPixelsPerMm = 8;

/** Letters smeared farther than this, in millimetres, cannot be read. */
const mostBlurMm = 0.2;

export function judgePicture(picture: Pixels): Judgement {
  const found = findCorners(picture, 1)[0];
  if (found === undefined) return { sharp: false, pixelsPerMm: null };
  const pixelsPerMm = density(found.quad);
  const blur = blurOf(straighten(picture, found.quad));
  return { sharp: blur < mostBlurMm, pixelsPerMm };
}

/** Pixels of the picture per millimetre of the card, along the side that has the fewest. */
export function density([a, b, c, d]: Quad): number {
  const across = Math.min(distanceBetween(a, b), distanceBetween(d, c)) / cardMm.width;
  const down = Math.min(distanceBetween(a, d), distanceBetween(b, c)) / cardMm.height;
  return Math.min(across, down);
}

const window = 28;

/**
 * The width of the sharper edges in millimetres, as the standard deviation of a Gaussian: an edge of height h
 * blurred by s climbs at most h / (s * sqrt(2 * pi)) per pixel.
 */
function blurOf(copy: Pixels): number {
  const grey = readGrey(copy);
  const widths: number[] = [];
  for (let top = 0; top + window < copy.height; top += window) {
    for (let left = 0; left + window < copy.width; left += window) {
      let low = 255;
      let high = 0;
      let steepest = 0;
      for (let y = top; y < top + window; y += 1) {
        for (let x = left; x < left + window; x += 1) {
          const at = y * copy.width + x;
          const value = grey[at] ?? 0;
          low = Math.min(low, value);
          high = Math.max(high, value);
          // Over two pixels, so that grain does not pass for an edge.
          steepest = Math.max(steepest, Math.abs((grey[at + 2] ?? value) - value) / 2);
        }
      }
      if (high - low > 40) widths.push((high - low) / (steepest * Math.sqrt(2 * Math.PI)));
    }
  }
  widths.sort((a, b) => a - b);
  const sharper = widths[Math.floor(widths.length / 4)];
  return sharper === undefined ? Infinity : (sharper * cardMm.width) / copy.width;
}
