import { fitHomography, invertHomography, mapPoint } from "../../src/card-mask/homography.ts";
import { makePixels, type Pixels, type Quad } from "../../src/card-mask/picture.ts";

/** Red, green, blue. */
export type Colour = readonly [number, number, number];

/** A plain picture. */
export function plainPicture(width: number, height: number, [r, g, b]: Colour): Pixels {
  const picture = makePixels(width, height);
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([r, g, b, 255], at);
  return picture;
}

/** Lays a card of one colour, with a row of dark marks for print, into a picture. */
export function drawCard(picture: Pixels, corners: Quad, [r, g, b]: Colour): void {
  const map = fitHomography(85.6, 53.98, corners);
  const back = map === null ? null : invertHomography(map);
  if (back === null) throw new Error("these corners make no card");
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const at = mapPoint(back, { x: x + 0.5, y: y + 0.5 });
      if (at.x < 0 || at.y < 0 || at.x > 85.6 || at.y > 53.98) continue;
      const print = at.y < 48 && at.y % 8 > 5.5 && at.x > 6 && at.x < 60 && at.x % 2 < 1.2;
      picture.data.set(print ? [40, 40, 50, 255] : [r, g, b, 255], (y * picture.width + x) * 4);
    }
  }
}

/** The same noise for the same seed, of at most `most` steps either way. */
export function addNoise(picture: Pixels, most: number, seed: number): void {
  let state = seed;
  for (let at = 0; at < picture.data.length; at += 1) {
    if (at % 4 === 3) continue;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    picture.data[at] = (picture.data[at] ?? 0) + (state / 2 ** 31 - 1) * most;
  }
}
