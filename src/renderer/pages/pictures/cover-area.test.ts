import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipRegion, growForJpeg } from "./cover-area.ts";

const picture = fc.record({
  width: fc.integer({ min: 20, max: 6000 }),
  height: fc.integer({ min: 20, max: 6000 }),
});
const drawn = fc.record({
  x: fc.double({ min: -100, max: 6100, noNaN: true }),
  y: fc.double({ min: -100, max: 6100, noNaN: true }),
  width: fc.double({ min: -500, max: 500, noNaN: true }),
  height: fc.double({ min: -500, max: 500, noNaN: true }),
});

describe("what is covered", () => {
  it("is all that was drawn within the picture, in whole pixels", () => {
    fc.assert(
      fc.property(picture, drawn, (size, shape) => {
        const region = clipRegion(shape, size);
        const left = Math.max(0, Math.min(shape.x, shape.x + shape.width));
        const right = Math.min(size.width, Math.max(shape.x, shape.x + shape.width));
        if (region === null) return;
        for (const value of Object.values(region)) expect(Number.isInteger(value)).toBe(true);
        expect(region.x).toBeLessThanOrEqual(left);
        expect(region.x + region.width).toBeGreaterThanOrEqual(right);
        expect(region.x).toBeGreaterThanOrEqual(0);
        expect(region.x + region.width).toBeLessThanOrEqual(size.width);
        expect(region.y + region.height).toBeLessThanOrEqual(size.height);
      }),
    );
  });

  it("grows to whole blocks of a JPEG, with two pixels to spare, and stays in the picture", () => {
    fc.assert(
      fc.property(picture, drawn, (size, shape) => {
        const region = clipRegion(shape, size);
        if (region === null) return;
        const grown = growForJpeg(region, size);
        const edges = [
          [grown.x, region.x, 0],
          [grown.y, region.y, 0],
          [-(grown.x + grown.width), -(region.x + region.width), -size.width],
          [-(grown.y + grown.height), -(region.y + region.height), -size.height],
        ] as const;
        for (const [edge, inner, border] of edges) {
          expect(edge).toBeGreaterThanOrEqual(border);
          // At the picture's border there is no neighbour to mix with.
          if (edge === border) continue;
          expect(Math.abs(edge) % 16).toBe(0);
          expect(edge).toBeLessThanOrEqual(inner - 2);
        }
      }),
    );
  });
});
