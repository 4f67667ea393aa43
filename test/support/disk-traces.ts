import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import jpeg from "jpeg-js";
import { PNG } from "pngjs";

/** Every file below a folder that has something in it. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return entry.isFile() && statSync(path).size > 0 ? [path] : [];
  });
}

/** Pictures in a file, wherever in it they begin, that a decoder takes. */
function findPictures(bytes: Buffer): string[] {
  const found: string[] = [];
  const tryAt = (at: number, kind: string, decode: (from: Buffer) => { width: number }) => {
    try {
      // The program's own small marks are no pictures of anybody.
      if (decode(bytes.subarray(at)).width > 100) found.push(`${kind} at ${at}`);
    } catch {
      // Only looks like one.
    }
  };
  const each = (start: Buffer, run: (at: number) => void) => {
    for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) run(at);
  };
  each(Buffer.from([0xff, 0xd8, 0xff]), (at) =>
    tryAt(at, "JPEG", (from) => jpeg.decode(from, { maxMemoryUsageInMB: 256 })),
  );
  each(Buffer.from([0x89, 0x50, 0x4e, 0x47]), (at) =>
    tryAt(at, "PNG", (from) => PNG.sync.read(from)),
  );
  each(Buffer.from("WEBPVP8"), (at) => found.push(`WebP at ${at}`));
  return found;
}

/**
 * Where below a folder one of the values stands, in UTF-8 or UTF-16, or a picture that opens. `leaveOut`: files
 * that are not looked at.
 */
export function listTraces(
  folder: string,
  values: readonly string[],
  leaveOut: (path: string) => boolean = () => false,
): string[] {
  return listFiles(folder)
    .filter((path) => !leaveOut(path))
    .flatMap((path) => {
      const bytes = readFileSync(path);
      const texts = values.filter(
        (value) => bytes.includes(value) || bytes.includes(Buffer.from(value, "utf16le")),
      );
      return [...texts, ...findPictures(bytes)].map((trace) => `${path}: ${trace}`);
    });
}
