import { copyPxPerMm } from "./card-size.ts";
import { readGrey } from "./grey-map.ts";
import { makePixels, type Pixels } from "./picture.ts";

/** Wider than letters, narrower than a shadow. */
const around = Math.round(2.5 * copyPxPerMm);
/** Less unrest than this is grain, not print. */
const leastUnrest = 9;

/**
 * The copy in grey, each pixel against what lies around it: OCR parts ink from ground by one brightness for all of a
 * picture, so that print under a shadow or a glare is lost to it.
 */
export function evenLight(copy: Pixels): Pixels {
  const { width, height } = copy;
  const grey = readGrey(copy);
  const even = makePixels(width, height);
  const sums = addUp(grey, width, height);
  for (let y = 0; y < height; y += 1) {
    const y0 = Math.max(y - around, 0);
    const y1 = Math.min(y + around + 1, height);
    for (let x = 0; x < width; x += 1) {
      const x0 = Math.max(x - around, 0);
      const x1 = Math.min(x + around + 1, width);
      const count = (x1 - x0) * (y1 - y0);
      const mean = sumIn(sums.plain, width, x0, y0, x1, y1) / count;
      const square = sumIn(sums.squared, width, x0, y0, x1, y1) / count;
      const unrest = Math.max(Math.sqrt(Math.max(square - mean * mean, 0)), leastUnrest);
      const value = 190 + (55 * ((grey[y * width + x] ?? 0) - mean)) / unrest;
      const at = (y * width + x) * 4;
      even.data[at] = value;
      even.data[at + 1] = value;
      even.data[at + 2] = value;
      even.data[at + 3] = 255;
    }
  }
  return even;
}

/** Sums of all that lies above and to the left, with a row and a column of zeros before them. */
function addUp(grey: Uint8Array, width: number, height: number) {
  const plain = new Float64Array((width + 1) * (height + 1));
  const squared = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    let rowSquared = 0;
    for (let x = 0; x < width; x += 1) {
      const value = grey[y * width + x] ?? 0;
      row += value;
      rowSquared += value * value;
      const at = (y + 1) * (width + 1) + x + 1;
      const above = at - (width + 1);
      plain[at] = (plain[above] ?? 0) + row;
      squared[at] = (squared[above] ?? 0) + rowSquared;
    }
  }
  return { plain, squared };
}

function sumIn(
  sums: Float64Array,
  width: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): number {
  const row = width + 1;
  const at = (x: number, y: number) => sums[y * row + x] ?? 0;
  return at(x1, y1) - at(x0, y1) - at(x1, y0) + at(x0, y0);
}
