import { type Candidate, lineCandidates } from "./card-candidates.ts";
import { mapEdges } from "./edge-map.ts";
import { fillPrint } from "./fill-print.ts";
import type { Pixels, Point, Quad } from "./picture.ts";
import { distanceBetween } from "./quad-shape.ts";
import { refineQuad } from "./refine-quad.ts";
import { shrink } from "./small-picture.ts";

const fineSize = 640;
const coarseSize = 320;
const refinedSize = 1024;

/**
 * Where a card may lie in a picture, the likeliest first, at most `most` places that truly differ. The corners are
 * named for an upright card, which may yet stand on its head.
 */
export function findCorners(picture: Pixels, most = 3): Candidate[] {
  if (picture.width < 64 || picture.height < 64) return [];
  // The fine one holds the edges well; grain drowns less in the coarse one, and without print a card stands out
  // from written paper.
  const coarse = shrink(picture, coarseSize);
  const views = [shrink(picture, fineSize), coarse, fillPrint(coarse, 4)];
  const all = views.flatMap((small) =>
    lineCandidates(small, mapEdges(small)).map(({ quad, score }) => ({
      quad: enlarge(quad, small.scale),
      score,
    })),
  );
  const kept: Candidate[] = [];
  for (const candidate of all.sort((a, b) => b.score - a.score)) {
    if (kept.length === most) break;
    if (!kept.some(({ quad }) => near(quad, candidate.quad))) kept.push(candidate);
  }
  if (kept.length === 0) return kept;
  const fine = shrink(picture, refinedSize);
  const edges = mapEdges(fine);
  return kept.map(({ quad, score }) => {
    const refined = refineQuad(reduce(quad, fine.scale), edges, 4);
    return { quad: enlarge(refined, fine.scale), score };
  });
}

function near(a: Quad, b: Quad): boolean {
  const reach = distanceBetween(a[0], a[2]) * 0.05;
  return a.every((corner, i) => distanceBetween(corner, b[i] ?? corner) < reach);
}

// The search counts from the middle of the first pixel, a quad from its corner.
function enlarge(quad: Quad, scale: number): Quad {
  return eachCorner(quad, ({ x, y }) => ({ x: (x + 0.5) * scale, y: (y + 0.5) * scale }));
}

function reduce(quad: Quad, scale: number): Quad {
  return eachCorner(quad, ({ x, y }) => ({ x: x / scale - 0.5, y: y / scale - 0.5 }));
}

function eachCorner([a, b, c, d]: Quad, change: (corner: Point) => Point): Quad {
  return [change(a), change(b), change(c), change(d)];
}
