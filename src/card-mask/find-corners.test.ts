import { describe, expect, test } from "vitest";
import { addNoise, drawCard, plainPicture } from "../../test/support/drawn-card.ts";
import { findCorners } from "./find-corners.ts";
import type { Pixels, Quad } from "./picture.ts";

const straight: Quad = [
  { x: 180, y: 150 },
  { x: 860, y: 150 },
  { x: 860, y: 579 },
  { x: 180, y: 579 },
];
const tilted: Quad = [
  { x: 240, y: 130 },
  { x: 850, y: 230 },
  { x: 800, y: 600 },
  { x: 160, y: 520 },
];
const standing: Quad = [
  { x: 700, y: 60 },
  { x: 700, y: 720 },
  { x: 284, y: 720 },
  { x: 284, y: 60 },
];

/** The farthest of the four corners, whichever is named first. */
function farthest(found: Quad, truth: Quad): number {
  const turns = [0, 1, 2, 3].map((turn) =>
    Math.max(
      ...truth.map(({ x, y }, i) => {
        const corner = found[(i + turn) % 4];
        return corner === undefined ? Infinity : Math.hypot(corner.x - x, corner.y - y);
      }),
    ),
  );
  return Math.min(...turns);
}

function best(picture: Pixels): Quad {
  const [first] = findCorners(picture);
  if (first === undefined) throw new Error("nothing found");
  return first.quad;
}

describe("findCorners", () => {
  test.each([
    ["straight", straight],
    ["tilted, in perspective", tilted],
    ["standing on a short side", standing],
  ])("finds a card lying %s within two pixels", (_, quad) => {
    const picture = plainPicture(1024, 768, [70, 60, 55]);
    drawCard(picture, quad, [210, 225, 230]);
    addNoise(picture, 12, 5);
    expect(farthest(best(picture), quad)).toBeLessThan(2);
  });

  test("finds a pale card on white paper", () => {
    const picture = plainPicture(1024, 768, [244, 244, 240]);
    drawCard(picture, tilted, [226, 236, 240]);
    addNoise(picture, 4, 6);
    expect(farthest(best(picture), tilted)).toBeLessThan(3);
  });

  test("is not led astray by ruled lines", () => {
    const picture = plainPicture(1024, 768, [40, 90, 60]);
    for (let y = 0; y < 768; y += 1) {
      for (let x = 0; x < 1024; x += 1) {
        if (x % 64 < 3 || y % 64 < 3) picture.data.set([170, 200, 180, 255], (y * 1024 + x) * 4);
      }
    }
    drawCard(picture, tilted, [225, 230, 235]);
    expect(farthest(best(picture), tilted)).toBeLessThan(2);
  });

  test("names the corners as an upright card has them", () => {
    const picture = plainPicture(1024, 768, [60, 60, 60]);
    drawCard(picture, straight, [220, 220, 230]);
    const [a, b, , d] = best(picture);
    expect(b.x - a.x).toBeGreaterThan(600);
    expect(d.y - a.y).toBeGreaterThan(380);
  });

  test.each([
    ["one pixel", plainPicture(1, 1, [0, 0, 0])],
    ["one row", plainPicture(2000, 1, [0, 0, 0])],
    ["all white", plainPicture(800, 600, [255, 255, 255])],
    ["all black", plainPicture(800, 600, [0, 0, 0])],
  ])("finds nothing in a picture of %s", (_, picture) => {
    expect(findCorners(picture)).toEqual([]);
  });
});
