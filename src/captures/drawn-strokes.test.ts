import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { drawnStrokes, plainStrokes } from "./drawn-strokes.ts";

const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(2 ** 53, -0, Number.NaN));
const almostPoint = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(fc.integer(), fc.integer()) },
  { weight: 1, arbitrary: fc.array(fc.oneof(number, fc.anything()), { maxLength: 3 }) },
);
const almostStrokes = fc.oneof(
  fc.sparseArray(fc.array(almostPoint, { minLength: 1 }), { maxLength: 4 }),
  fc.array(fc.sparseArray(almostPoint, { maxLength: 4 }), { minLength: 1 }),
  fc.array(fc.array(almostPoint, { maxLength: 6 }), { maxLength: 4 }),
  fc.anything(),
);

test("it takes and refuses what the plain form does, with the same words on the same field", () => {
  fc.assert(
    fc.property(almostStrokes, (value) => {
      const inside = (schema: z.ZodType) => z.strictObject({ strokes: schema });
      const [fast, plain] = [drawnStrokes, plainStrokes].map((schema) =>
        inside(schema).safeParse({ strokes: value }),
      );
      expect(fast?.success).toBe(plain?.success);
      expect(fast?.data).toEqual(plain?.data);
      expect(fast?.error?.issues).toEqual(plain?.error?.issues);
    }),
    { numRuns: 2000 },
  );
});

test("its bounds are those of the plain form", () => {
  const stroke = (points: number) => Array.from({ length: points }, () => [0, 0]);
  for (const [strokes, points] of [
    [1, 2000],
    [1, 2001],
    [200, 1],
    [201, 1],
  ] as const) {
    const value = Array.from({ length: strokes }, () => stroke(points));
    expect(drawnStrokes.safeParse(value).success).toBe(plainStrokes.safeParse(value).success);
  }
});
