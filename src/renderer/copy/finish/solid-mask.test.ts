import fc from "fast-check";
import { expect, test } from "vitest";
import { squareMask } from "./solid-mask.ts";

const size = { width: 1198, height: 756 };
const box = fc
  .tuple(
    fc.nat(size.width - 2),
    fc.nat(size.height - 2),
    fc.integer({ min: 1, max: 900 }),
    fc.integer({ min: 1, max: 600 }),
  )
  .map(([x0, y0, width, height]) => ({
    x0,
    y0,
    x1: Math.min(size.width, x0 + width),
    y1: Math.min(size.height, y0 + height),
  }));

test("a mask only grows, to whole squares, and keeps clear of its own edge unless that is the picture's", () => {
  fc.assert(
    fc.property(box, (given) => {
      const drawn = squareMask(given, size);
      expect(drawn.x0 % 16).toBe(0);
      expect(drawn.y0 % 16).toBe(0);
      expect(drawn.x1 === size.width || drawn.x1 % 16 === 0).toBe(true);
      expect(drawn.y1 === size.height || drawn.y1 % 16 === 0).toBe(true);
      expect(drawn.x0 === 0 || given.x0 - drawn.x0 >= 2).toBe(true);
      expect(drawn.y0 === 0 || given.y0 - drawn.y0 >= 2).toBe(true);
      expect(drawn.x1 === size.width || drawn.x1 - given.x1 >= 2).toBe(true);
      expect(drawn.y1 === size.height || drawn.y1 - given.y1 >= 2).toBe(true);
      expect(given.x0 - drawn.x0).toBeLessThan(18);
    }),
  );
});
