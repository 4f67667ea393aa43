import { decode } from "jpeg-js";
import { describe, expect, it } from "vitest";
import { makeJpeg, paint, traces } from "../../../test/support/test-pictures.ts";
import { cleanJpeg } from "./clean-jpeg.ts";
import { listJpegParts } from "./jpeg-segments.ts";

const raster = paint(70, 50, 3);
const thumbnail = makeJpeg(paint(16, 12, 4), {});
const exif = { taken: "2026:11:22 09:30:05", offset: "+07:00", orientation: 6, thumbnail };
const traced = makeJpeg(raster, { exif, traced: true });

describe("a cleaned JPEG", () => {
  const clean = cleanJpeg(traced);
  const bytes = Buffer.from(clean?.bytes ?? []);

  it("has the same pixels", () => {
    expect(clean).toMatchObject({ width: 70, height: 50 });
    const before = decode(traced, { tolerantDecoding: true });
    expect(decode(bytes).data.equals(before.data)).toBe(true);
  });

  it("has nothing else in it", () => {
    const found = listJpegParts(bytes) ?? [];
    expect(found.at(-1)?.end).toBe(bytes.length);
    const about = found.filter(({ marker }) => marker >= 0xe0 || marker < 0xc0);
    expect(about).toEqual([{ marker: 0xe0, start: 2, end: 20 }]);
    for (const trace of [...Object.values(traces), "Exif", "Invented", "2026:11:22"]) {
      expect(traced.includes(trace)).toBe(true);
      expect(bytes.includes(trace)).toBe(false);
    }
    expect(traced.includes(thumbnail)).toBe(true);
    expect(bytes.includes(thumbnail)).toBe(false);
  });

  it("is clean the second time too", () => {
    expect(Buffer.from(cleanJpeg(bytes)?.bytes ?? []).equals(bytes)).toBe(true);
  });
});

describe("what is no whole JPEG", () => {
  it("is not made into one", () => {
    const end = listJpegParts(traced)?.at(-1)?.end ?? 0;
    for (let length = 0; length < end; length += 7) {
      expect(cleanJpeg(traced.subarray(0, length)), String(length)).toBeNull();
    }
    expect(cleanJpeg(new TextEncoder().encode("<svg/>"))).toBeNull();
  });
});
