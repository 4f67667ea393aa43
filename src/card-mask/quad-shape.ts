import { cardMm } from "./card-size.ts";
import { fitHomography } from "./homography.ts";
import type { Point, Quad } from "./picture.ts";

/** Signed; positive when the corners run clockwise on a screen. */
export function quadArea([a, b, c, d]: Quad): number {
  return ((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2;
}

export function distanceBetween(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Whether the corners run clockwise and each turns the same way. */
export function isConvex(quad: Quad): boolean {
  return quad.every((at, i) => {
    const next = quad[(i + 1) % 4] ?? at;
    const after = quad[(i + 2) % 4] ?? at;
    return (next.x - at.x) * (after.y - next.y) - (next.y - at.y) * (after.x - next.x) > 0;
  });
}

/**
 * The same corners named as an upright card lying on its long side would have them: clockwise, the first side a
 * long one, and the higher of the two long ones.
 */
export function uprightLandscape(quad: Quad): Quad {
  const [a, b, c, d] = quadArea(quad) < 0 ? ([...quad].reverse() as unknown as Quad) : quad;
  const long = distanceBetween(a, b) + distanceBetween(c, d);
  const short = distanceBetween(b, c) + distanceBetween(d, a);
  const turned: Quad = long >= short ? [a, b, c, d] : [b, c, d, a];
  return turned[0].y + turned[1].y <= turned[2].y + turned[3].y ? turned : turnHalf(turned);
}

export function turnHalf([a, b, c, d]: Quad): Quad {
  return [c, d, a, b];
}

/**
 * Width over height of the rectangle that a camera saw as this quad, when the camera's focal length was about that
 * of a phone and the picture was not cropped; exact for a quad without perspective.
 */
export function seenAspect(quad: Quad, width: number, height: number): number {
  const map = fitHomography(1, 1, quad);
  if (map === null) return 0;
  const focal = 1.1 * Math.max(width, height);
  const norm = (x: number, y: number, z: number) =>
    Math.hypot((x - (width / 2) * z) / focal, (y - (height / 2) * z) / focal, z);
  const across = norm(map[0], map[3], map[6]);
  const down = norm(map[1], map[4], map[7]);
  return down === 0 ? 0 : across / down;
}

/** 1 for the proportions of a card, less the farther from them. */
export function likeCard(aspect: number): number {
  const off = Math.log(aspect / (cardMm.width / cardMm.height)) / 0.09;
  return Math.exp((-off * off) / 2);
}
