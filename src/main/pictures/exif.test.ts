import { describe, expect, it } from "vitest";
import { makeJpeg, makePng, paint } from "../../../test/support/test-pictures.ts";
import { readExif } from "./exif.ts";

const small = paint(32, 24, 1);

describe("what a camera wrote", () => {
  it("is its time and how it was held", async () => {
    const exif = { taken: "2026:11:22 09:30:05", offset: "+07:00", orientation: 6 };
    expect(await readExif(makeJpeg(small, { exif, traced: true }))).toEqual({
      takenAt: "2026-11-22T02:30:05.000Z",
      orientation: 6,
    });
  });

  it.each([
    ["a JPEG without Exif", makeJpeg(small, {})],
    ["a PNG", makePng(small)],
    ["no picture", new TextEncoder().encode("not a picture at all")],
    ["nothing", new Uint8Array(0)],
  ])("is nothing in %s", async (_, bytes) => {
    expect(await readExif(bytes)).toEqual({ takenAt: null, orientation: 1 });
  });

  it("counts for nothing where it cannot be", async () => {
    const exif = { taken: "0000:00:00 00:00:00", orientation: 9 };
    expect(await readExif(makeJpeg(small, { exif }))).toEqual({ takenAt: null, orientation: 1 });
  });

  it("stops no one where it is cut off or spoilt", async () => {
    const whole = makeJpeg(small, { exif: { taken: "2026:11:22 09:30:05", orientation: 3 } });
    for (let length = 0; length < 160; length += 1) await readExif(whole.subarray(0, length));
    for (let at = 20; at < 160; at += 1) {
      const spoilt = Buffer.from(whole);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
      expect((await readExif(spoilt)).orientation).toBeLessThanOrEqual(8);
    }
  });
});
