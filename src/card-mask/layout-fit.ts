import type { Anchor } from "./label-places.ts";
import type { Box, Point } from "./picture.ts";

/** Millimetres of the card to pixels of the copy: x = a + b·X + c·Y, y = d + e·X + f·Y. */
export type LayoutMap = readonly [number, number, number, number, number, number];

export type LayoutFit = {
  readonly map: LayoutMap;
  readonly anchors: readonly Anchor[];
};

/** An anchor farther off than this, in millimetres, is another text. */
const stray = 0.9;

/** Once most agree, one that is off by this much was misread at its edge. */
const settled = 0.6;

/**
 * The map that most anchors agree on: a guess from each pair of them, the best refitted to all that agree. Corrects
 * corners that are off and print that is shifted. Null where no two anchors agree.
 */
export function fitLayout(anchors: readonly Anchor[], pxPerMm: number): LayoutFit | null {
  let best: Anchor[] = [];
  for (const guess of guesses(anchors, pxPerMm)) {
    const agreeing = oneOfEachName(anchors, guess, stray * 1.6 * pxPerMm);
    if (agreeing.length > best.length) best = agreeing;
  }
  for (let round = 0; round < 3 && best.length >= 2; round += 1) {
    const map = refit(best, pxPerMm);
    const within = round === 0 ? stray : settled;
    const kept = oneOfEachName(anchors, map, within * pxPerMm);
    if (kept.length < 2) return null;
    best = kept;
  }
  if (best.length < 2) return null;
  return { map: refit(best, pxPerMm), anchors: best };
}

export function mapToCopy([a, b, c, d, e, f]: LayoutMap, { x, y }: Point): Point {
  return { x: a + b * x + c * y, y: d + e * x + f * y };
}

/** The upright box around a place of the card, in pixels of the copy. */
export function placeInCopy(map: LayoutMap, { x0, y0, x1, y1 }: Box): Box {
  const corners = [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ].map((corner) => mapToCopy(map, corner));
  return {
    x0: Math.min(...corners.map(({ x }) => x)),
    y0: Math.min(...corners.map(({ y }) => y)),
    x1: Math.max(...corners.map(({ x }) => x)),
    y1: Math.max(...corners.map(({ y }) => y)),
  };
}

/** Straight from millimetres, as if corners and print were perfect; and what pairs of anchors say. */
function* guesses(anchors: readonly Anchor[], scale: number): Generator<LayoutMap> {
  yield [0, scale, 0, 0, 0, scale];
  for (const [i, one] of anchors.entries()) {
    yield [
      one.read.x - one.printed.x * scale,
      scale,
      0,
      one.read.y - one.printed.y * scale,
      0,
      scale,
    ];
    for (const other of anchors.slice(i + 1)) {
      const tall = other.printed.y - one.printed.y;
      const wide = other.printed.x - one.printed.x;
      const f = Math.abs(tall) > 8 ? (other.read.y - one.read.y) / tall : scale;
      const b = Math.abs(wide) > 15 ? (other.read.x - one.read.x) / wide : scale;
      if (!plausible(f / scale) || !plausible(b / scale)) continue;
      yield [one.read.x - one.printed.x * b, b, 0, one.read.y - one.printed.y * f, 0, f];
    }
  }
}

/** Corners are rarely off by more than a tenth of the card. */
function plausible(stretch: number): boolean {
  return stretch > 0.88 && stretch < 1.14;
}

function oneOfEachName(anchors: readonly Anchor[], map: LayoutMap, within: number): Anchor[] {
  const nearest = new Map<string, Anchor>();
  for (const anchor of anchors) {
    const off = distance(anchor, map);
    const other = nearest.get(anchor.name);
    if (off < within && (other === undefined || off < distance(other, map))) {
      nearest.set(anchor.name, anchor);
    }
  }
  return [...nearest.values()];
}

function distance({ printed, read }: Anchor, map: LayoutMap): number {
  const at = mapToCopy(map, printed);
  return Math.hypot(at.x - read.x, at.y - read.y);
}

/** Least squares with a pull towards the plain scale, so that few anchors cannot bend the map far. */
function refit(anchors: readonly Anchor[], scale: number): LayoutMap {
  const [a, b, c] = solveAxis(
    anchors.map(({ printed, read }) => [printed, read.x - printed.x * scale]),
  );
  const [d, e, f] = solveAxis(
    anchors.map(({ printed, read }) => [printed, read.y - printed.y * scale]),
  );
  return [a, b + scale, c, d, e, f + scale];
}

const middle = { x: 42.8, y: 27 };

/** p + q·X + r·Y through the values; q and r are held near 0. */
function solveAxis(values: readonly (readonly [Point, number])[]): [number, number, number] {
  // The centred system with a ridge: one anchor's own error over 25 mm weighs as much as the pull.
  let n = 0;
  let mx = 0;
  let my = 0;
  let mv = 0;
  for (const [at, value] of values) {
    n += 1;
    mx += at.x - middle.x;
    my += at.y - middle.y;
    mv += value;
  }
  mx /= n;
  my /= n;
  mv /= n;
  let xx = 30;
  let xy = 0;
  let yy = 30;
  let xv = 0;
  let yv = 0;
  for (const [at, value] of values) {
    const x = at.x - middle.x - mx;
    const y = at.y - middle.y - my;
    xx += x * x;
    xy += x * y;
    yy += y * y;
    xv += x * (value - mv);
    yv += y * (value - mv);
  }
  const det = xx * yy - xy * xy;
  const q = (xv * yy - yv * xy) / det;
  const r = (yv * xx - xv * xy) / det;
  return [mv - q * (middle.x + mx) - r * (middle.y + my), q, r];
}
