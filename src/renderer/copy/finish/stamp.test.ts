import { expect, test } from "vitest";
import { listStampPlaces, placeStamp, writeStamp } from "./stamp.ts";

const perMm = 14;
const size = { width: 85.6 * perMm, height: 53.98 * perMm };
// Where today's Thai card has them, in millimetres.
const face = { x0: 63, y0: 25, x1: 84, y1: 52 };
const name = { x0: 5, y0: 11, x1: 84, y1: 24 };

test("on a Thai card no place of the stamp touches face or name", () => {
  for (const place of listStampPlaces("thai-id-front")) {
    const area = placeStamp("thai-id-front", place, size);
    for (const kept of [face, name]) {
      const isClear =
        area.x1 <= kept.x0 * perMm ||
        area.x0 >= kept.x1 * perMm ||
        area.y1 <= kept.y0 * perMm ||
        area.y0 >= kept.y1 * perMm;
      expect(isClear).toBe(true);
    }
  }
});

test("every document has a place for it within the picture", () => {
  for (const document of ["passport", "driving-licence", "house-registration", "other"] as const) {
    const places = listStampPlaces(document);
    expect(places).toHaveLength(3);
    for (const place of places) {
      const area = placeStamp(document, place, size);
      expect(area.x0).toBeGreaterThanOrEqual(0);
      expect(area.y1).toBeLessThanOrEqual(size.height);
    }
  }
});

test("has two lines: what for, and where, when and on which receipt", () => {
  const lines = writeStamp({
    purpose: "ใช้สำหรับการคืนเงินเท่านั้น",
    sale: "INV-7",
    shop: "ลานสยาม",
    day: "22 พ.ย. 2569",
  });
  expect(lines).toEqual(["ใช้สำหรับการคืนเงินเท่านั้น", "ใบเสร็จ INV-7 · ลานสยาม · 22 พ.ย. 2569"]);
});
