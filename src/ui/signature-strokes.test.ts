import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packSignature, pointLimit, type StrokePoint, thinStroke } from "./signature-strokes.ts";

const point = fc.record({
  x: fc.double({ min: -50, max: 700, noNaN: true }),
  y: fc.double({ min: -50, max: 250, noNaN: true }),
});

describe("a packed signature", () => {
  it("is nothing where nothing was drawn", () => {
    expect(packSignature(640, 200, [])).toBeNull();
    expect(packSignature(640, 200, [[]])).toBeNull();
  });

  it("lies within its box in whole units", () => {
    const drawing = fc.array(fc.array(point, { minLength: 1, maxLength: 60 }), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(drawing, (drawn) => {
        const packed = packSignature(640, 200, drawn);
        for (const [x, y] of packed?.strokes.flat() ?? []) {
          expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(640);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(200);
        }
      }),
    );
  });

  it("stays small however long somebody scribbles", () => {
    const scribble = Array.from({ length: 20 }, (_, stroke) =>
      Array.from({ length: 3000 }, (_, at) => ({
        x: 320 + 300 * Math.sin(at * 0.7 + stroke),
        y: 100 + 90 * Math.cos(at * 1.3),
      })),
    );
    const packed = packSignature(640, 200, scribble);
    const count = packed?.strokes.flat().length ?? 0;
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThanOrEqual(pointLimit);
  });
});

describe("a thinned stroke", () => {
  it("keeps its ends, its order and every corner, and drops what lies on a straight line", () => {
    const corner: StrokePoint[] = [
      [0, 0],
      [50, 0],
      [100, 0],
      [100, 50],
      [100, 100],
    ];
    expect(thinStroke(corner, 0.5)).toEqual([
      [0, 0],
      [100, 0],
      [100, 100],
    ]);
    expect(thinStroke([[3, 4]], 1)).toEqual([[3, 4]]);
  });
});
