import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isCovered } from "../../test/support/card-coverage.ts";
import { startCardOcr } from "../../test/support/card-ocr.ts";
import { cardFolder, readTruth, type TrueCard } from "../../test/support/card-truth.ts";
import { addNoise, plainPicture } from "../../test/support/drawn-card.ts";
import { readJpeg } from "../../test/support/read-jpeg.ts";
import { findLegible } from "./find-legible.ts";
import type { Pixels } from "./picture.ts";
import { readCard } from "./read-card.ts";
import type { CardReading, Mask } from "./reading.ts";

let ocr: Awaited<ReturnType<typeof startCardOcr>>;
beforeAll(async () => {
  ocr = await startCardOcr();
});
afterAll(() => ocr.stop());

const truth = readTruth(cardFolder);
const alwaysCovered = ["religion", "blood-group", "race"] as const;

function trueCard(file: string): TrueCard {
  const card = truth.find((one) => one.file === file);
  if (card === undefined) throw new Error(`${file} is not in the folder`);
  return card;
}

async function open(file: string): Promise<Pixels> {
  return readJpeg(join(cardFolder, "images", file));
}

function paint(copy: Pixels, masks: readonly Mask[]): Pixels {
  const painted = { ...copy, data: copy.data.slice() };
  for (const { box } of masks) {
    for (let y = box.y0; y < box.y1; y += 1) {
      for (let x = box.x0; x < box.x1; x += 1)
        painted.data.set([0, 0, 0, 255], (y * copy.width + x) * 4);
    }
  }
  return painted;
}

function turnHalf({ width, height, data }: Pixels): Pixels {
  const pixels = new Uint32Array(data.slice().buffer).reverse();
  return { width, height, data: new Uint8ClampedArray(pixels.buffer) };
}

function hold(reading: CardReading): { copy: Pixels; masks: readonly Mask[] } {
  if (reading.copy === null) throw new Error("no card was found");
  return { copy: reading.copy, masks: reading.masks };
}

describe("readCard, by real OCR", () => {
  test("covers religion and blood group of today's card and is sure", async () => {
    const reading = await readCard(await open("A005004.jpg"), {
      recognise: ocr.recognise,
      cover: [],
    });
    expect(reading).toMatchObject({ sure: true, document: "thai-id-front", doubts: [] });
    expect(isCovered(trueCard("A005004.jpg"), reading)).toBe(true);
    const { copy, masks } = hold(reading);
    const again = { recognise: ocr.recognise, cover: alwaysCovered };
    expect(await findLegible(paint(copy, masks), again)).toEqual([]);
    expect((await findLegible(copy, again)).map(({ field }) => field)).toContain("religion");
  });

  test("turns a card upright that stands on its head", async () => {
    const reading = await readCard(turnHalf(await open("A005004.jpg")), {
      recognise: ocr.recognise,
      cover: ["address", "photo", "id-number"],
    });
    expect(reading.sure).toBe(true);
    expect(new Set(reading.masks.map(({ field }) => field))).toEqual(
      new Set(["religion", "blood-group", "address", "photo", "id-number"]),
    );
    const [topLeft, , bottomRight] = reading.corners ?? [];
    expect(topLeft?.y).toBeGreaterThan(bottomRight?.y ?? Infinity);
  });

  test("covers an earlier card's blood group beside its religion", async () => {
    const reading = await readCard(await open("A005022.jpg"), {
      recognise: ocr.recognise,
      cover: [],
    });
    expect(reading.document).toBe("thai-id-front");
    expect(isCovered(trueCard("A005022.jpg"), reading)).toBe(true);
  });

  test("masks stand on whole pixels of the copy", async () => {
    const reading = await readCard(await open("A005030.jpg"), {
      recognise: ocr.recognise,
      cover: ["address", "photo", "id-number"],
    });
    const { copy, masks } = hold(reading);
    for (const { box } of masks) {
      expect(Object.values(box).every(Number.isInteger)).toBe(true);
      expect(box.x0 >= 0 && box.y0 >= 0 && box.x1 <= copy.width && box.y1 <= copy.height).toBe(
        true,
      );
      expect(box.x0 < box.x1 && box.y0 < box.y1).toBe(true);
    }
  });

  test.each([
    ["one pixel", plainPicture(1, 1, [9, 9, 9])],
    ["all white", plainPicture(900, 700, [255, 255, 255])],
    ["noise", noise()],
  ])("is not sure of %s", async (_, picture) => {
    const reading = await readCard(picture, { recognise: ocr.recognise, cover: [] });
    expect(reading.sure).toBe(false);
    expect(reading.doubts.length).toBeGreaterThan(0);
  });
});

function noise(): Pixels {
  const picture = plainPicture(900, 700, [128, 128, 128]);
  addNoise(picture, 120, 7);
  return picture;
}
