import type { EdgeMap } from "./edge-map.ts";
import type { Point, Quad } from "./picture.ts";
import { isConvex } from "./quad-shape.ts";
import { sidesOf } from "./side-evidence.ts";
import { crossing, type Line } from "./straight-lines.ts";

const samples = 60;

/**
 * Lays each side of a quad onto the edge next to it, to a fraction of a pixel: where the edge runs along the side,
 * a straight line is fitted through its crests, strays weighing little. `reach` is in pixels of the edge map.
 */
export function refineQuad(quad: Quad, edges: EdgeMap, reach: number): Quad {
  const lines = sidesOf(quad).map(([a, b]) => fitSide(a, b, edges, reach));
  const corners = lines.map((line, i) => {
    const before = lines[(i + 3) % 4];
    return before === undefined ? null : crossing(before, line);
  });
  const [a, b, c, d] = corners;
  if (!a || !b || !c || !d) return quad;
  const refined: Quad = [a, b, c, d];
  const strayed = refined.some((corner, i) => {
    const was = quad[i] ?? corner;
    return Math.hypot(corner.x - was.x, corner.y - was.y) > reach * 4;
  });
  return strayed || !isConvex(refined) ? quad : refined;
}

/** The line a side lies on, moved to the crests of edge found near it. */
function fitSide(a: Point, b: Point, edges: EdgeMap, reach: number): Line {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const ux = (b.x - a.x) / length;
  const uy = (b.y - a.y) / length;
  const crests: { along: number; off: number; weight: number }[] = [];
  for (let i = 0; i < samples; i += 1) {
    const along = length * (0.07 + (0.86 * i) / (samples - 1));
    const crest = findCrest(a.x + ux * along, a.y + uy * along, -uy, ux, edges, reach);
    if (crest !== null) crests.push({ along, off: crest.off, weight: crest.weight });
  }
  let slope = 0;
  let start = 0;
  if (crests.length >= samples / 4) {
    for (let round = 0; round < 8; round += 1) {
      const spread = Math.max(reach / (1 + round), 0.7);
      const fit = weightedLine(crests, (crest) => {
        const off = (crest.off - start - slope * crest.along) / spread;
        return crest.weight / (1 + off * off) ** 2;
      });
      if (fit === null) break;
      [start, slope] = fit;
    }
  }
  const end = start + slope * length;
  const p = { x: a.x - uy * start, y: a.y + ux * start };
  const q = { x: b.x - uy * end, y: b.y + ux * end };
  return lineThrough(p, q);
}

function findCrest(x: number, y: number, nx: number, ny: number, edges: EdgeMap, reach: number) {
  let best = 0;
  let at = 0;
  const step = 0.5;
  for (let off = -reach; off <= reach; off += step) {
    const value = alignedStrength(edges, x + nx * off, y + ny * off, nx, ny);
    const weighed = value * (1 - (0.4 * Math.abs(off)) / reach);
    if (weighed > best) {
      best = weighed;
      at = off;
    }
  }
  if (best < 0.12) return null;
  const before = alignedStrength(edges, x + nx * (at - step), y + ny * (at - step), nx, ny);
  const here = alignedStrength(edges, x + nx * at, y + ny * at, nx, ny);
  const after = alignedStrength(edges, x + nx * (at + step), y + ny * (at + step), nx, ny);
  const bend = before - 2 * here + after;
  const shift = bend < -1e-6 ? (0.5 * (before - after)) / bend : 0;
  return { off: at + Math.min(Math.max(shift, -1), 1) * step, weight: best };
}

/** Between four pixels in proportion, as far as the edge there runs across (nx, ny). */
function alignedStrength(edges: EdgeMap, x: number, y: number, nx: number, ny: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  if (x0 < 0 || y0 < 0 || x0 + 1 >= edges.width || y0 + 1 >= edges.height) return 0;
  const one = (at: number) => {
    const along = Math.abs((edges.acrossX[at] ?? 0) * nx + (edges.acrossY[at] ?? 0) * ny);
    return along > 0.85 ? (edges.strength[at] ?? 0) : 0;
  };
  const at = y0 * edges.width + x0;
  const fx = x - x0;
  const fy = y - y0;
  return (
    (one(at) * (1 - fx) + one(at + 1) * fx) * (1 - fy) +
    (one(at + edges.width) * (1 - fx) + one(at + edges.width + 1) * fx) * fy
  );
}

function weightedLine(
  crests: readonly { along: number; off: number; weight: number }[],
  weigh: (crest: { along: number; off: number; weight: number }) => number,
): [number, number] | null {
  let s = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  for (const crest of crests) {
    const w = weigh(crest);
    s += w;
    sx += w * crest.along;
    sy += w * crest.off;
    sxx += w * crest.along * crest.along;
    sxy += w * crest.along * crest.off;
  }
  const det = s * sxx - sx * sx;
  if (Math.abs(det) < 1e-9) return null;
  const slope = (s * sxy - sx * sy) / det;
  return [(sy - slope * sx) / s, slope];
}

function lineThrough(p: Point, q: Point): Line {
  const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
  const cos = -(q.y - p.y) / length;
  const sin = (q.x - p.x) / length;
  return { angle: Math.atan2(sin, cos), cos, sin, distance: p.x * cos + p.y * sin, votes: 0 };
}
