import { expect, test } from "vitest";
import { listHostileFiles, makePng } from "../../../test/support/hostile-files.ts";
import { fileLimits, readFileHeader } from "./picture-header.ts";

const faults = ["empty", "too-large", "too-many-pixels", "heic", "not-a-picture", "broken"];

function faultOf(bytes: Uint8Array): string {
  const reading = readFileHeader(bytes);
  return reading.is === "fault" ? reading.fault : reading.is;
}

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

test("5,000 broken, truncated, enormous and made-up files: each is named or refused, and none throws", () => {
  const seen = new Map<string, number>();
  for (const { bytes } of listHostileFiles(5000, 1)) {
    const reading = readFileHeader(bytes);
    const kind = reading.is === "fault" ? reading.fault : reading.is;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if (reading.is === "fault") expect(faults).toContain(reading.fault);
    if (reading.is !== "picture") continue;
    const { width, height } = reading.header;
    expect(width).toBeGreaterThan(0);
    expect(height).toBeGreaterThan(0);
    expect(width * height).toBeLessThanOrEqual(fileLimits.pixels);
  }
  // Or the files would all be of one kind, and say little.
  for (const kind of ["picture", "pdf", "broken", "not-a-picture", "too-many-pixels"]) {
    expect(seen.get(kind) ?? 0).toBeGreaterThan(20);
  }
});

test("says the size of a PNG, and where there is too much of it", () => {
  expect(readFileHeader(makePng(640, 480, 1))).toEqual({
    is: "picture",
    header: { type: "png", width: 640, height: 480 },
  });
  expect(faultOf(makePng(10_000, 5000, 1))).toBe("picture");
  expect(faultOf(makePng(10_000, 5001, 1))).toBe("too-many-pixels");
  expect(faultOf(makePng(2 ** 31, 2 ** 31, 1))).toBe("too-many-pixels");
  expect(faultOf(makePng(0, 480, 1))).toBe("broken");
});

test("finds the size of a JPEG behind what a camera writes before it", () => {
  const exif = [0xff, 0xe1, 0x00, 0x06, 1, 2, 3, 4, 0xff, 0xff];
  const frame = [0xc2, 0x00, 0x0b, 8, 0x01, 0x00, 0x02, 0x80, 1, 1, 0x11, 0];
  const bytes = Uint8Array.from([0xff, 0xd8, ...exif, ...frame]);
  expect(readFileHeader(bytes)).toEqual({
    is: "picture",
    header: { type: "jpeg", width: 640, height: 256 },
  });
});

test("knows HEIC, PDF, and what is no picture, by their bytes and not by a name", () => {
  expect(faultOf(Uint8Array.from([0, 0, 0, 24, ...text("ftypheic0000mif1")]))).toBe("heic");
  expect(faultOf(text("\n%PDF-1.7 …"))).toBe("pdf");
  expect(faultOf(text("MZ, a program"))).toBe("not-a-picture");
  expect(faultOf(text("GIF89a"))).toBe("not-a-picture");
  expect(faultOf(new Uint8Array())).toBe("empty");
});

test("reads nothing of a file beyond the limit", () => {
  expect(faultOf(new Uint8Array(fileLimits.bytes + 1))).toBe("too-large");
});
