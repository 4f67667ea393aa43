import type { Box } from "../../../card-mask/picture.ts";

/** A JPEG's colour is kept for squares of this many pixels: only a whole one is of one colour after decoding. */
const square = 16;
/** Some decoders smooth colour into the neighbouring pixel: what a mask hides lies further in than that. */
const margin = 2;

/** The whole squares around a mask: larger than what staff see by up to one square a side, never smaller. */
export function squareMask(box: Box, within: { width: number; height: number }): Box {
  const down = (value: number) => Math.max(0, Math.floor((value - margin) / square) * square);
  const up = (value: number, most: number) =>
    Math.min(most, Math.ceil((value + margin) / square) * square);
  return {
    x0: down(box.x0),
    y0: down(box.y0),
    x1: up(box.x1, within.width),
    y1: up(box.y1, within.height),
  };
}
