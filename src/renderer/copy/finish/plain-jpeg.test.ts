import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlainPicture } from "../../../contract/plain-picture.ts";
import { stripJpeg } from "./plain-jpeg.ts";

const start = [0xff, 0xd8];
const end = [0xff, 0xd9];
const table = segment(0xdb, [0, 16, 11, 10]);
const frame = segment(0xc0, [8, 600 >> 8, 600 & 0xff, 800 >> 8, 800 & 0xff, 1, 1, 0x11, 0]);
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];

function segment(marker: number, body: readonly number[]): number[] {
  const length = body.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...body];
}

function text(words: string): number[] {
  return [...new TextEncoder().encode(words)];
}

const exif = segment(0xe1, text("Exif\0\0 somebody's camera"));
const icc = segment(0xe2, text("ICC_PROFILE\0 a text in it"));
const thumbnail = segment(0xe0, [...text("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]);
const comment = segment(0xfe, text("made for somebody"));

test("what a camera adds is gone, and so is what follows the end; the pixels stay", () => {
  const given = [
    start,
    exif,
    thumbnail,
    table,
    icc,
    comment,
    frame,
    scan,
    end,
    text("more"),
  ].flat();
  const plain = stripJpeg(new Uint8Array(given));
  expect(readPlainPicture(plain)).toMatchObject({ ok: true, picture: { width: 800, height: 600 } });
  const kept = [...plain].join();
  for (const part of [table, frame, scan]) expect(kept).toContain(part.join());
  for (const part of [exif, icc, comment]) expect(kept).not.toContain(part.join());
  expect([...plain.slice(-2)]).toEqual(end);
});

test("stripping twice changes nothing more", () => {
  const once = stripJpeg(new Uint8Array([start, exif, table, frame, scan, end].flat()));
  expect(stripJpeg(once)).toEqual(once);
});

test("bytes that are no whole JPEG are refused, and it ends", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const given = new Uint8Array([...start, ...bytes]);
      try {
        stripJpeg(given);
      } catch (error) {
        expect(String(error)).toMatch(/JPEG/);
      }
    }),
  );
});
