import type { EdgeMap } from "./edge-map.ts";
import type { Point } from "./picture.ts";

/** All points with cos·x + sin·y = distance; `votes` says how much edge lies along it. */
export type Line = {
  readonly angle: number;
  readonly cos: number;
  readonly sin: number;
  readonly distance: number;
  readonly votes: number;
};

const angles = 240;
const sectors = 24;

/**
 * The straight lines with most edge along them (Hough transform; each edge votes for lines along its own
 * direction only), the strongest first, none a near repetition of a stronger one.
 */
export function findLines(edges: EdgeMap, most: number): Line[] {
  const { width, height } = edges;
  const diagonal = Math.ceil(Math.hypot(width, height));
  const distances = 2 * diagonal + 1;
  const votes = new Float32Array(angles * distances);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const strength = edges.strength[at] ?? 0;
      if (strength < 0.25) continue;
      const across = Math.atan2(edges.acrossY[at] ?? 0, edges.acrossX[at] ?? 0);
      const middle = Math.round((across / Math.PI) * angles);
      for (let step = -4; step <= 4; step += 1) {
        const index = (middle + step + 2 * angles) % angles;
        const distance = x * (cosines[index] ?? 0) + y * (sines[index] ?? 0) + diagonal;
        const low = Math.floor(distance);
        const part = distance - low;
        const cell = index * distances + low;
        const weight = strength * (1 - Math.abs(step) / 6);
        votes[cell] = (votes[cell] ?? 0) + weight * (1 - part);
        votes[cell + 1] = (votes[cell + 1] ?? 0) + weight * part;
      }
    }
  }
  return peaks(votes, distances, diagonal, most);
}

const cosines = Float64Array.from({ length: angles }, (_, i) => Math.cos((i * Math.PI) / angles));
const sines = Float64Array.from({ length: angles }, (_, i) => Math.sin((i * Math.PI) / angles));

function peaks(votes: Float32Array, distances: number, diagonal: number, most: number): Line[] {
  const near = Math.max(Math.round(diagonal / 200), 3);
  const found: { index: number; cell: number; votes: number }[] = [];
  for (let index = 0; index < angles; index += 1) {
    for (let cell = 1; cell < distances - 1; cell += 1) {
      const here = votes[index * distances + cell] ?? 0;
      if (here < diagonal * 0.03) continue;
      if (here < (votes[index * distances + cell - 1] ?? 0)) continue;
      if (here <= (votes[index * distances + cell + 1] ?? 0)) continue;
      found.push({ index, cell, votes: here });
    }
  }
  found.sort((a, b) => b.votes - a.votes);
  const lines: Line[] = [];
  const taken = new Array<number>(sectors).fill(0);
  for (const { index, cell, votes: count } of found) {
    if (lines.length === most) break;
    const line = {
      angle: (index * Math.PI) / angles,
      cos: cosines[index] ?? 0,
      sin: sines[index] ?? 0,
      distance: cell - diagonal,
      votes: count,
    };
    // Planks and ruled paper have lines enough to crowd out all others.
    const sector = Math.floor((index * sectors) / angles);
    if ((taken[sector] ?? 0) >= most / 5) continue;
    if (lines.some((kept) => repeats(kept, line, near))) continue;
    taken[sector] = (taken[sector] ?? 0) + 1;
    lines.push(line);
  }
  return lines;
}

function repeats(a: Line, b: Line, near: number): boolean {
  const turn = Math.abs(a.angle - b.angle);
  const around = turn > Math.PI / 2;
  const apart = around ? Math.abs(a.distance + b.distance) : Math.abs(a.distance - b.distance);
  return Math.min(turn, Math.PI - turn) < 0.04 && apart < near;
}

/** The smaller angle between two lines, 0 to a right angle. */
export function angleBetween(a: Line, b: Line): number {
  const turn = Math.abs(a.angle - b.angle);
  return Math.min(turn, Math.PI - turn);
}

export function crossing(a: Line, b: Line): Point | null {
  const det = a.cos * b.sin - a.sin * b.cos;
  if (Math.abs(det) < 1e-6) return null;
  return {
    x: (a.distance * b.sin - b.distance * a.sin) / det,
    y: (a.cos * b.distance - b.cos * a.distance) / det,
  };
}
