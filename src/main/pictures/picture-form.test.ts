import { expect, it } from "vitest";
import { makeJpeg, makePng, paint } from "../../../test/support/test-pictures.ts";
import { readExif } from "./exif.ts";
import { readPictureForm } from "./picture-form.ts";

const raster = paint(40, 30, 5);

it("a file is what its content says, and the page gets it without what the camera wrote", async () => {
  const exif = { taken: "2026:11:22 09:30:05", orientation: 8 };
  const form = readPictureForm(makeJpeg(raster, { exif, traced: true }));
  expect(form).toMatchObject({ format: "jpeg", width: 40, height: 30 });
  // Else a runtime would turn the picture by itself, and we a second time.
  expect(await readExif(form?.bare ?? new Uint8Array())).toEqual({ takenAt: null, orientation: 1 });
  expect(readPictureForm(makePng(raster))).toMatchObject({ format: "png", width: 40, height: 30 });
});

/** A WebP file's outer form (RFC 9649) around chunks. */
function webp(...chunks: [type: string, body: number[]][]): Uint8Array {
  const content = chunks.flatMap(([type, body]) => [
    ...Buffer.from(type),
    ...[body.length, 0, 0, 0],
    ...body,
    ...(body.length % 2 ? [0] : []),
  ]);
  return Uint8Array.from([
    ...Buffer.from("RIFF"),
    ...[content.length + 4, 0, 0, 0],
    ...Buffer.from("WEBP"),
    ...content,
  ]);
}

it("a WebP loses Exif and XMP, in its chunks and in its flags", () => {
  const extended = [0b1100, 0, 0, 0, 0x3f, 1, 0, 0xef, 0, 0];
  const lossy = ["VP8 ", [0, 0, 0, 0x9d, 1, 0x2a, 0x40, 1, 0xf0, 0]] satisfies [string, number[]];
  const traced = webp(["VP8X", extended], lossy, ["EXIF", [1, 2, 3]], ["XMP ", [4, 5, 6]]);
  const form = readPictureForm(traced);
  expect(form).toMatchObject({ format: "webp", width: 320, height: 240 });
  expect(form?.bare).toEqual(webp(["VP8X", [0, ...extended.slice(1)]], lossy));
  expect(readPictureForm(webp(lossy))).toMatchObject({ width: 320, height: 240 });
  const lossless = [0x2f, 0x3f, 0xc1, 0x3b, 0, 0, 0, 0, 0, 0];
  expect(readPictureForm(webp(["VP8L", lossless]))).toMatchObject({ width: 320, height: 240 });
});

it.each([
  ["text", new TextEncoder().encode("GIF89a and more")],
  ["nothing", new Uint8Array(0)],
  ["half a JPEG", makeJpeg(raster, {}).subarray(0, 400)],
])("%s is no picture", (_, bytes) => {
  expect(readPictureForm(bytes)).toBeNull();
});
