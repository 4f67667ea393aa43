import fc from "fast-check";
import { expect, test } from "vitest";
import { cutBundles, requestsPerBundle } from "./bundle-cutting.ts";

async function cut(sizes: readonly number[], limit: number): Promise<number[][]> {
  const bundles: number[][] = [];
  for await (const bundle of cutBundles(sizes, (size) => size, limit)) bundles.push(bundle);
  return bundles;
}

test("all parts go, in their order, in as few bundles as that allows, none larger than it must be", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 1200 }),
      fc.integer({ min: 1, max: 2000 }),
      async (sizes, limit) => {
        const bundles = await cut(sizes, limit);
        expect(bundles.flat()).toEqual(sizes);
        const sum = (bundle: readonly number[]) => bundle.reduce((all, size) => all + size, 0);
        for (const [place, bundle] of bundles.entries()) {
          expect(bundle.length).toBeGreaterThan(0);
          expect(bundle.length).toBeLessThanOrEqual(requestsPerBundle);
          if (bundle.length > 1) expect(sum(bundle)).toBeLessThanOrEqual(limit);
          // Another one was begun only since the next part did not fit.
          const next = bundles[place + 1]?.[0];
          if (next !== undefined && bundle.length < requestsPerBundle) {
            expect(sum(bundle) + next).toBeGreaterThan(limit);
          }
        }
      },
    ),
    { numRuns: 100 },
  );
});
