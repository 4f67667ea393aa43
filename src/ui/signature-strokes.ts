export type StrokePoint = [x: number, y: number];

/** A drawing as strokes of whole units in a box `width` by `height`. */
export type DrawnSignature = { width: number; height: number; strokes: StrokePoint[][] };

/** A signature is proof of an act, not a picture: this many points draw any, and keep it small to send. */
export const pointLimit = 1200;
const strokeLimit = 100;

function distanceToLine([x, y]: StrokePoint, [ax, ay]: StrokePoint, [bx, by]: StrokePoint): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** Leaves out points that lie within `tolerance` of the line without them (Ramer, Douglas and Peucker). */
export function thinStroke(points: readonly StrokePoint[], tolerance: number): StrokePoint[] {
  const kept = new Set([0, points.length - 1]);
  // A list of spans instead of recursion: a long stroke must not fill the call stack.
  const spans: [first: number, last: number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span;
    const from = points[first];
    const to = points[last];
    if (!from || !to) continue;
    let farthest = -1;
    let most = tolerance;
    for (let index = first + 1; index < last; index += 1) {
      const point = points[index];
      const distance = point ? distanceToLine(point, from, to) : 0;
      if (distance > most) {
        most = distance;
        farthest = index;
      }
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    spans.push([first, farthest], [farthest, last]);
  }
  return points.filter((_, index) => kept.has(index));
}

function sampleStroke(points: readonly StrokePoint[], step: number): StrokePoint[] {
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(Math.round(value), 0), most);
}

/** What was drawn, in whole units and with no more points than it needs; null when nothing was. */
export function packSignature(
  width: number,
  height: number,
  drawn: readonly (readonly { x: number; y: number }[])[],
): DrawnSignature | null {
  const box = { width: Math.round(width), height: Math.round(height) };
  const strokes = drawn
    .map((points) =>
      points.map(({ x, y }): StrokePoint => [clamp(x, box.width), clamp(y, box.height)]),
    )
    .filter((points) => points.length > 0)
    .slice(0, strokeLimit);
  if (strokes.length === 0) return null;
  const countPoints = (list: StrokePoint[][]) =>
    list.reduce((sum, points) => sum + points.length, 0);
  let thinned = strokes.map((points) => thinStroke(points, 0.5));
  for (let tolerance = 1; countPoints(thinned) > pointLimit && tolerance <= 8; tolerance *= 2) {
    thinned = strokes.map((points) => thinStroke(points, tolerance));
  }
  // A scribble that has no straight part left: every so many-th point, and the ends of each stroke.
  const step = Math.ceil(countPoints(thinned) / (pointLimit - 2 * strokeLimit));
  return { ...box, strokes: thinned.map((points) => sampleStroke(points, step)) };
}
