import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawJpeg } from "../../test/support/plain-jpeg.ts";
import { readPlainPicture } from "./plain-picture.ts";

const jpeg = drawJpeg(1, 160, 100);
const soi = jpeg.subarray(0, 2);
const rest = jpeg.subarray(2);

function segment(marker: number, content: Buffer | string): Buffer {
  const body = Buffer.from(content);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function chunk(tag: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(tag, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function webp(...chunks: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from("WEBP"), ...chunks]);
  return chunk("RIFF", body);
}

/** The head of a lossy key frame of 200 by 120 pixels; its data are not looked at. */
const lossy = Buffer.alloc(40);
lossy.set([0x10, 0, 0, 0x9d, 0x01, 0x2a, 200, 0, 120, 0]);

describe("readPlainPicture", () => {
  it("takes a plain JPEG and a simple WebP", () => {
    expect(readPlainPicture(jpeg)).toEqual({
      ok: true,
      picture: { type: "image/jpeg", width: 160, height: 100 },
    });
    expect(readPlainPicture(webp(chunk("VP8 ", lossy)))).toEqual({
      ok: true,
      picture: { type: "image/webp", width: 200, height: 120 },
    });
  });

  it.each<[string, Buffer, string]>([
    ["EXIF", Buffer.concat([soi, segment(0xe1, "Exif\0\0MM"), rest]), "metadata"],
    ["XMP", Buffer.concat([soi, segment(0xe1, "http://ns.adobe.com/xap/1.0/"), rest]), "metadata"],
    ["ICC", Buffer.concat([soi, segment(0xe2, "ICC_PROFILE\0"), rest]), "metadata"],
    ["a comment", Buffer.concat([soi, segment(0xfe, "religion: none"), rest]), "metadata"],
    [
      "a thumbnail in the JFIF header",
      Buffer.concat([
        soi,
        segment(
          0xe0,
          Buffer.from(
            [..."JFIF\0"].map((c) => c.charCodeAt(0)).concat([1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]),
          ),
        ),
        rest,
      ]),
      "metadata",
    ],
    ["a byte after its end", Buffer.concat([jpeg, Buffer.of(0)]), "trailing-bytes"],
    ["a second picture", Buffer.concat([jpeg, jpeg]), "trailing-bytes"],
    [
      "a WebP with metadata",
      webp(chunk("VP8 ", lossy), chunk("EXIF", Buffer.alloc(8))),
      "metadata",
    ],
    ["an extended WebP", webp(chunk("VP8X", Buffer.alloc(10)), chunk("VP8 ", lossy)), "metadata"],
    [
      "a WebP with a tail",
      Buffer.concat([webp(chunk("VP8 ", lossy)), Buffer.of(0)]),
      "trailing-bytes",
    ],
    ["a tiny one", drawJpeg(1, 40, 40), "dimensions"],
    [
      "a PNG",
      Buffer.from("\x89PNG\r\n\x1a\n and so on, with a few more bytes", "latin1"),
      "not-a-picture",
    ],
    ["nothing", Buffer.alloc(0), "not-a-picture"],
  ])("refuses %s", (_, bytes, fault) => {
    expect(readPlainPicture(bytes)).toEqual({ ok: false, fault });
  });

  it("refuses every cut of a JPEG", () => {
    fc.assert(
      fc.property(fc.nat({ max: jpeg.length - 1 }), (length) => {
        expect(readPlainPicture(jpeg.subarray(0, length)).ok).toBe(false);
      }),
    );
  });

  it("answers to any bytes, and lets no inserted segment through", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (noise, isJpeg) => {
        const bytes = isJpeg ? Buffer.concat([soi, noise]) : noise;
        expect(readPlainPicture(bytes)).toHaveProperty("ok");
        const marked = Buffer.concat([soi, segment(0xe5, Buffer.from(noise)), rest]);
        expect(readPlainPicture(marked)).toEqual({ ok: false, fault: "metadata" });
      }),
    );
  });
});
