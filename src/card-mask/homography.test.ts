import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitHomography, invertHomography, mapPoint } from "./homography.ts";
import type { Point, Quad } from "./picture.ts";
import { isConvex } from "./quad-shape.ts";

const near = (x: number, y: number) =>
  fc.record({
    x: fc.double({ min: x - 200, max: x + 200, noNaN: true }),
    y: fc.double({ min: y - 200, max: y + 200, noNaN: true }),
  });
const quads: fc.Arbitrary<Quad> = fc
  .tuple(near(300, 300), near(1300, 300), near(1300, 900), near(300, 900))
  .filter(isConvex);
const place = fc.record({
  x: fc.double({ min: 0, max: 85.6, noNaN: true }),
  y: fc.double({ min: 0, max: 53.98, noNaN: true }),
});

function expectNear(a: Point, b: Point, within: number): void {
  expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(within);
}

describe("homography", () => {
  test("carries the corners of the rectangle onto the corners of the quad", () => {
    fc.assert(
      fc.property(quads, (quad) => {
        const map = fitHomography(85.6, 53.98, quad);
        if (map === null) throw new Error("a convex quad has a map");
        expectNear(mapPoint(map, { x: 0, y: 0 }), quad[0], 1e-6);
        expectNear(mapPoint(map, { x: 85.6, y: 0 }), quad[1], 1e-6);
        expectNear(mapPoint(map, { x: 85.6, y: 53.98 }), quad[2], 1e-6);
        expectNear(mapPoint(map, { x: 0, y: 53.98 }), quad[3], 1e-6);
      }),
    );
  });

  test("there and back again is the same place", () => {
    fc.assert(
      fc.property(quads, place, (quad, at) => {
        const map = fitHomography(85.6, 53.98, quad);
        const back = map === null ? null : invertHomography(map);
        if (map === null || back === null)
          throw new Error("a convex quad has a map and a way back");
        expectNear(mapPoint(back, mapPoint(map, at)), at, 1e-4);
      }),
    );
  });

  test("straight lines stay straight", () => {
    fc.assert(
      fc.property(quads, place, place, (quad, a, b) => {
        const map = fitHomography(85.6, 53.98, quad);
        if (map === null) throw new Error("a convex quad has a map");
        const [p, q, r] = [a, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, b].map((at) =>
          mapPoint(map, at),
        );
        if (!p || !q || !r) throw new Error("three places");
        const off = (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
        expect(Math.abs(off) / Math.max(Math.hypot(r.x - p.x, r.y - p.y), 1)).toBeLessThan(1e-5);
      }),
    );
  });

  test("corners in one line have none", () => {
    const flat = [0, 1, 2, 3].map((i) => ({ x: i, y: i })) as unknown as Quad;
    expect(fitHomography(85.6, 53.98, flat)).toBeNull();
  });
});
