import { crc32 } from "node:zlib";
import { PNG } from "pngjs";
import { expect, it } from "vitest";
import { makePng, paint } from "../../../test/support/test-pictures.ts";
import { cleanPng } from "./png-chunks.ts";

function chunk(type: string, body: string): Buffer {
  const content = Buffer.from(type + body, "latin1");
  const whole = Buffer.alloc(content.length + 8);
  whole.writeUInt32BE(body.length);
  content.copy(whole, 4);
  whole.writeUInt32BE(crc32(content), whole.length - 4);
  return whole;
}

const raster = paint(20, 10, 2);
const plain = makePng(raster);
const afterHeader = 8 + 25;
const traced = Buffer.concat([
  plain.subarray(0, afterHeader),
  chunk("tEXt", "Author\0somebody"),
  chunk("eXIf", "II*\0somewhere"),
  chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0somebody"),
  plain.subarray(afterHeader),
  Buffer.from("trailing bytes"),
]);

it("a cleaned PNG has the same pixels and nothing else", () => {
  const clean = cleanPng(traced);
  const bytes = Buffer.from(clean?.bytes ?? []);
  expect(clean).toMatchObject({ width: 20, height: 10 });
  expect(PNG.sync.read(bytes).data.equals(raster.data)).toBe(true);
  for (const trace of ["somebody", "eXIf", "trailing"]) {
    expect(traced.includes(trace)).toBe(true);
    expect(bytes.includes(trace)).toBe(false);
  }
});

it("what is no whole PNG is not made into one", () => {
  for (let length = 0; length < plain.length; length += 5) {
    expect(cleanPng(plain.subarray(0, length))).toBeNull();
  }
});
