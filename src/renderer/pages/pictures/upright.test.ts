import fc from "fast-check";
import { expect, it } from "vitest";
import { fitWithin, standUpright, turnUpright } from "./upright.ts";

const size = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
});

/** Where Exif says that the file's first corner, and the next along its first row, stand upright. */
const corners: Readonly<Record<number, [first: string, next: string]>> = {
  1: ["left top", "right top"],
  2: ["right top", "left top"],
  3: ["right bottom", "left bottom"],
  4: ["left bottom", "right bottom"],
  5: ["left top", "left bottom"],
  6: ["right top", "right bottom"],
  7: ["right bottom", "right top"],
  8: ["left bottom", "left top"],
};

it.each(Object.entries(corners))(
  "brings the corners of orientation %s to where they belong",
  (orientation, expected) => {
    fc.assert(
      fc.property(size, (lying) => {
        const upright = standUpright(lying, Number(orientation));
        const [a, b, c, d, e, f] = turnUpright(lying, Number(orientation));
        const name = (x: number, y: number) => {
          const [right, down] = [a * x + c * y + e, b * x + d * y + f];
          expect([0, upright.width]).toContain(right);
          expect([0, upright.height]).toContain(down);
          return `${right === 0 ? "left" : "right"} ${down === 0 ? "top" : "bottom"}`;
        };
        expect([name(0, 0), name(lying.width, 0)]).toEqual(expected);
      }),
    );
  },
);

it("fits a picture into its place and never makes it larger", () => {
  fc.assert(
    fc.property(size, size, (picture, box) => {
      const shown = fitWithin(picture, box);
      expect(shown.width).toBeLessThanOrEqual(Math.max(1, Math.min(picture.width, box.width)));
      expect(shown.height).toBeLessThanOrEqual(Math.max(1, Math.min(picture.height, box.height)));
    }),
  );
});
