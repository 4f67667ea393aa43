import type { EdgeMap } from "./edge-map.ts";
import type { Point, Quad } from "./picture.ts";
import type { SmallPicture } from "./small-picture.ts";

/** The corners of a card are round, so a side is looked at between these parts of its length. */
const from = 0.09;
const until = 0.91;

/** How much of a side, from 0 to 1, lies on edges that run its way. */
export function edgeAlong(edges: EdgeMap, a: Point, b: Point, samples: number): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 8) return 0;
  const nx = -(b.y - a.y) / length;
  const ny = (b.x - a.x) / length;
  let sum = 0;
  for (let i = 0; i < samples; i += 1) {
    const t = from + ((until - from) * (i + 0.5)) / samples;
    const x = a.x + (b.x - a.x) * t;
    const y = a.y + (b.y - a.y) * t;
    let best = 0;
    for (let off = -1; off <= 1; off += 1) {
      const px = Math.round(x + nx * off);
      const py = Math.round(y + ny * off);
      if (px < 0 || py < 0 || px >= edges.width || py >= edges.height) continue;
      const at = py * edges.width + px;
      const along = Math.abs((edges.acrossX[at] ?? 0) * nx + (edges.acrossY[at] ?? 0) * ny);
      best = Math.max(best, along > 0.9 ? (edges.strength[at] ?? 0) : 0);
    }
    sum += best;
  }
  return sum / samples;
}

/**
 * How surely, from 0 to 1, what lies within a side differs from what lies without, piece by piece along it: a
 * drawn line, a row of letters or a grain has an edge, but the same ground on both sides.
 */
export function stepAcross(picture: SmallPicture, a: Point, b: Point): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 8) return 0;
  const nx = -(b.y - a.y) / length;
  const ny = (b.x - a.x) / length;
  const pieces = 14;
  const reach = Math.max(Math.min(length / 30, 8), 3);
  let sum = 0;
  for (let piece = 0; piece < pieces; piece += 1) {
    const inside = stripAt(picture, a, b, piece / pieces, nx, ny, reach);
    const outside = stripAt(picture, a, b, piece / pieces, -nx, -ny, reach);
    if (inside === null || outside === null) continue;
    const step = Math.hypot(
      inside.mean[0] - outside.mean[0],
      inside.mean[1] - outside.mean[1],
      inside.mean[2] - outside.mean[2],
    );
    sum += step / (step + 5 + 0.5 * Math.min(inside.unrest, outside.unrest));
  }
  return sum / pieces;

  function stripAt(
    p: SmallPicture,
    s: Point,
    e: Point,
    part: number,
    dx: number,
    dy: number,
    deep: number,
  ) {
    const mean: [number, number, number] = [0, 0, 0];
    const square: [number, number, number] = [0, 0, 0];
    let count = 0;
    for (let i = 0; i < 4; i += 1) {
      const t = from + (until - from) * (part + (i + 0.5) / (4 * pieces));
      for (let off = 2; off <= deep + 1; off += 1) {
        const x = Math.round(s.x + (e.x - s.x) * t + dx * off);
        const y = Math.round(s.y + (e.y - s.y) * t + dy * off);
        if (x < 0 || y < 0 || x >= p.width || y >= p.height) continue;
        const at = y * p.width + x;
        for (const c of [0, 1, 2] as const) {
          const value = p.planes[c][at] ?? 0;
          mean[c] += value;
          square[c] += value * value;
        }
        count += 1;
      }
    }
    if (count === 0) return null;
    let unrest = 0;
    for (const c of [0, 1, 2] as const) {
      mean[c] /= count;
      unrest += Math.max(square[c] / count - mean[c] * mean[c], 0);
    }
    return { mean, unrest: Math.sqrt(unrest) };
  }
}

/** The four sides of a quad, clockwise; what lies within is on the right of each. */
export function sidesOf(quad: Quad): [Point, Point][] {
  const [a, b, c, d] = quad;
  return [
    [a, b],
    [b, c],
    [c, d],
    [d, a],
  ];
}
