import { cardMm, copyPxPerMm } from "./card-size.ts";
import { fitHomography, type Homography } from "./homography.ts";
import { makePixels, type Pixels, type Quad } from "./picture.ts";

const width = Math.round(cardMm.width * copyPxPerMm);
const height = Math.round(cardMm.height * copyPxPerMm);

/** The map from pixels of the straightened copy to pixels of the picture; null where the corners make no card. */
export function copyToPicture(corners: Quad): Homography | null {
  return fitHomography(width, height, corners);
}

/**
 * The card as if seen from straight above, always of the same size. Where the picture is finer than the copy, each
 * pixel is the mean of several samples. What lies outside the picture is black.
 */
export function straighten(picture: Pixels, corners: Quad): Pixels {
  const map = copyToPicture(corners);
  const copy = makePixels(width, height);
  if (map === null) return copy;
  const fine = Math.sqrt(Math.abs(area(corners)) / (width * height));
  const steps = Math.min(Math.max(Math.round(fine), 1), 4);
  const sum = new Float64Array(3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      sum.fill(0);
      for (let j = 0; j < steps; j += 1) {
        for (let i = 0; i < steps; i += 1) {
          sample(picture, map, x + (i + 0.5) / steps, y + (j + 0.5) / steps, sum);
        }
      }
      const to = (y * width + x) * 4;
      const count = steps * steps;
      copy.data[to] = (sum[0] ?? 0) / count;
      copy.data[to + 1] = (sum[1] ?? 0) / count;
      copy.data[to + 2] = (sum[2] ?? 0) / count;
      copy.data[to + 3] = 255;
    }
  }
  return copy;
}

/** Adds the picture's colour at a point of the copy, between four pixels in proportion. */
function sample(
  { data, width: w, height: h }: Pixels,
  m: Homography,
  x: number,
  y: number,
  sum: Float64Array,
) {
  const z = m[6] * x + m[7] * y + m[8];
  const px = (m[0] * x + m[1] * y + m[2]) / z - 0.5;
  const py = (m[3] * x + m[4] * y + m[5]) / z - 0.5;
  if (!(px > -1 && py > -1 && px < w && py < h)) return;
  const x0 = Math.max(Math.floor(px), 0);
  const y0 = Math.max(Math.floor(py), 0);
  const right = x0 + 1 < w ? 4 : 0;
  const below = y0 + 1 < h ? w * 4 : 0;
  const fx = Math.max(px - x0, 0);
  const fy = Math.max(py - y0, 0);
  const at = (y0 * w + x0) * 4;
  for (let channel = 0; channel < 3; channel += 1) {
    const a = at + channel;
    const top = (data[a] ?? 0) * (1 - fx) + (data[a + right] ?? 0) * fx;
    const bottom = (data[a + below] ?? 0) * (1 - fx) + (data[a + below + right] ?? 0) * fx;
    sum[channel] = (sum[channel] ?? 0) + top * (1 - fy) + bottom * fy;
  }
}

function area([a, b, c, d]: Quad): number {
  return ((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2;
}
