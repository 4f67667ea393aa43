import { expect, test } from "vitest";
import { evenLight } from "./even-light.ts";
import { makePixels } from "./picture.ts";

/** A page with a dark stroke every 20 pixels, the right half of it in a shadow darker than the strokes elsewhere. */
function drawShadowed() {
  const page = makePixels(400, 120);
  for (let y = 0; y < 120; y += 1) {
    for (let x = 0; x < 400; x += 1) {
      const light = x < 200 ? 1 : 0.3;
      const value = (x % 20 < 4 ? 150 : 240) * light;
      const at = (y * 400 + x) * 4;
      page.data.set([value, value, value, 255], at);
    }
  }
  return page;
}

test("print stands apart from its ground by one brightness, in the light and under a shadow", () => {
  const page = drawShadowed();
  const even = evenLight(page);
  const read = (x: number, of = even) => of.data[(60 * 400 + x) * 4] ?? 0;
  // Before, the shadowed ground is darker than the ink in the light.
  expect(read(311, page)).toBeLessThan(read(101, page));
  for (const x of [101, 121, 301, 321]) {
    expect(read(x)).toBeLessThan(120);
    expect(read(x + 10)).toBeGreaterThan(180);
  }
});
