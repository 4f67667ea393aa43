import type { EdgeMap } from "./edge-map.ts";
import type { Quad } from "./picture.ts";
import { isConvex, likeCard, quadArea, seenAspect, uprightLandscape } from "./quad-shape.ts";
import { refineQuad } from "./refine-quad.ts";
import { edgeAlong, sidesOf, stepAcross } from "./side-evidence.ts";
import type { SmallPicture } from "./small-picture.ts";
import { angleBetween, crossing, findLines, type Line } from "./straight-lines.ts";

/** A quad that may be the card, `score` from 0 to 1. */
export type Candidate = { readonly quad: Quad; readonly score: number };

const mostLines = 72;
const leastShare = 0.03;

/** Quads whose sides lie on straight lines, best first. */
export function lineCandidates(picture: SmallPicture, edges: EdgeMap): Candidate[] {
  const lines = findLines(edges, mostLines);
  const pairs = oppositePairs(lines, Math.min(picture.width, picture.height) * 0.12);
  return preselect(fourSided(pairs, picture), picture, edges)
    .map((quad) => {
      const refined = refineQuad(quad, edges, 4);
      const better = fits(refined, picture) ? uprightLandscape(refined) : quad;
      return { quad: better, score: scoreQuad(better, picture, edges) };
    })
    .sort((a, b) => b.score - a.score);
}

/** How like a card's outline a quad is: its proportions, edges along all four sides, another ground without. */
function scoreQuad(quad: Quad, picture: SmallPicture, edges: EdgeMap): number {
  const like = likeCard(seenAspect(quad, picture.width, picture.height));
  const sides = sidesOf(quad).map(([a, b]) =>
    Math.sqrt(edgeAlong(edges, a, b, 40) * stepAcross(picture, a, b)),
  );
  const mean = sides.reduce((sum, side) => sum + side, 0) / 4;
  const size = Math.min(quadArea(quad) / (picture.width * picture.height) / 0.15, 1);
  return (0.5 * mean + 0.5 * Math.min(...sides)) * (0.4 + 0.6 * like) * (0.85 + 0.15 * size);
}

/** The most promising, by edges alone: looking at the ground on both sides costs more. */
function preselect(quads: Iterable<Quad>, picture: SmallPicture, edges: EdgeMap): Quad[] {
  const rough: Candidate[] = [];
  for (const quad of quads) {
    const like = likeCard(seenAspect(quad, picture.width, picture.height));
    if (like < 0.05 || !hasFourEdges(quad, edges)) continue;
    const sides = sidesOf(quad).map(([a, b]) => edgeAlong(edges, a, b, 16));
    const mean = sides.reduce((sum, side) => sum + side, 0) / 4;
    rough.push({ quad, score: (mean + Math.min(...sides)) * like });
  }
  return rough
    .sort((a, b) => b.score - a.score)
    .slice(0, 150)
    .map(({ quad }) => quad);
}

/** A first look that most quads fail at their first or second side. */
function hasFourEdges(quad: Quad, edges: EdgeMap): boolean {
  return sidesOf(quad).every(([a, b]) => edgeAlong(edges, a, b, 7) > 0.08);
}

function* fourSided(pairs: readonly [Line, Line][], picture: SmallPicture): Generator<Quad> {
  for (const [i, first] of pairs.entries()) {
    for (let j = i + 1; j < pairs.length; j += 1) {
      const second = pairs[j];
      if (second === undefined || angleBetween(first[0], second[0]) < 0.9) continue;
      const quad = quadOf(first, second);
      if (quad !== null && fits(quad, picture)) yield quad;
    }
  }
}

function oppositePairs(lines: readonly Line[], apart: number): [Line, Line][] {
  const pairs: [Line, Line][] = [];
  for (const [i, a] of lines.entries()) {
    for (const b of lines.slice(i + 1)) {
      if (angleBetween(a, b) > 0.45) continue;
      const same = Math.abs(a.angle - b.angle) < Math.PI / 2;
      if (Math.abs(a.distance - (same ? b.distance : -b.distance)) > apart) pairs.push([a, b]);
    }
  }
  return pairs;
}

function quadOf([a, c]: [Line, Line], [b, d]: [Line, Line]): Quad | null {
  const p = crossing(a, b);
  const q = crossing(b, c);
  const r = crossing(c, d);
  const s = crossing(d, a);
  return p === null || q === null || r === null || s === null
    ? null
    : uprightLandscape([p, q, r, s]);
}

function fits(quad: Quad, { width, height }: SmallPicture): boolean {
  const slackX = width * 0.04;
  const slackY = height * 0.04;
  const inside = quad.every(
    ({ x, y }) => x >= -slackX && x <= width + slackX && y >= -slackY && y <= height + slackY,
  );
  return inside && isConvex(quad) && quadArea(quad) > width * height * leastShare;
}
