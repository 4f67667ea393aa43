import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cardFolder, readTruth } from "../../test/support/card-truth.ts";
import { plainPicture } from "../../test/support/drawn-card.ts";
import { readJpeg } from "../../test/support/read-jpeg.ts";
import { judgePicture } from "./judge-picture.ts";
import { makePixels, type Pixels } from "./picture.ts";

/** A camera out of focus: the mean over a square, twice. */
function blur(picture: Pixels, reach: number): Pixels {
  const along = (from: Pixels, dx: number, dy: number): Pixels => {
    const to = makePixels(from.width, from.height);
    for (let y = 0; y < from.height; y += 1) {
      for (let x = 0; x < from.width; x += 1) {
        for (let channel = 0; channel < 3; channel += 1) {
          let sum = 0;
          for (let step = -reach; step <= reach; step += 1) {
            const px = Math.min(Math.max(x + dx * step, 0), from.width - 1);
            const py = Math.min(Math.max(y + dy * step, 0), from.height - 1);
            sum += from.data[(py * from.width + px) * 4 + channel] ?? 0;
          }
          to.data[(y * from.width + x) * 4 + channel] = sum / (2 * reach + 1);
        }
      }
    }
    return to;
  };
  return along(along(picture, 1, 0), 0, 1);
}

describe("judgePicture", () => {
  test("finds a readable picture sharp and measures it along its coarsest side", async () => {
    const card = readTruth(cardFolder).find(({ file }) => file === "A005000.jpg");
    const { sharp, pixelsPerMm } = judgePicture(
      await readJpeg(join(cardFolder, "images", "A005000.jpg")),
    );
    expect(sharp).toBe(true);
    expect(Math.abs((pixelsPerMm ?? 0) - (card?.pxPerMm ?? NaN))).toBeLessThan(0.5);
  });

  test("refuses a picture out of focus", async () => {
    const picture = await readJpeg(join(cardFolder, "images", "A005000.jpg"));
    expect(judgePicture(blur(blur(picture, 5), 5)).sharp).toBe(false);
  });

  test("has no measure where there is no card", () => {
    expect(judgePicture(plainPicture(400, 300, [90, 90, 90]))).toEqual({
      sharp: false,
      pixelsPerMm: null,
    });
  });
});
