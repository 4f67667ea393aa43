import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { makeFolder } from "../../../test/support/desk-store.ts";
import { mountSmallDisk } from "../../../test/support/small-disk.ts";
import { liesWithin, nameExport, writeExport } from "./export-file.ts";

const folder = makeFolder("export-file");
const disk = mountSmallDisk(join(folder.path, "disk"), 256);
afterAll(() => {
  disk?.unmount();
  folder.remove();
});

test.skipIf(disk === null)(
  "a full disk keeps nothing of a file, and the next try writes it",
  async () => {
    const target = join(folder.path, "disk");
    const bytes = new Uint8Array(100_000).fill(7);
    disk?.fill();
    expect(await writeExport(target, "a.jpg", bytes)).toMatchObject({
      failure: { code: "export-disk-full" },
    });
    expect(readdirSync(target)).toEqual(["ballast"]);
    disk?.free();
    expect(await writeExport(target, "a.jpg", bytes)).toEqual({ ok: true, value: "a.jpg" });
    expect(readFileSync(join(target, "a.jpg")).equals(bytes)).toBe(true);
    disk?.makeReadOnly();
    expect(await writeExport(target, "b.jpg", bytes)).toMatchObject({
      failure: { code: "export-not-writable" },
    });
    disk?.makeWritable();
  },
);

describe("a new file", () => {
  it("never takes the place of another", async () => {
    const target = join(folder.path, "taken");
    mkdirSync(target);
    for (const name of ["a.jpg", "a (2).jpg"]) writeFileSync(join(target, name), name);
    const written = await writeExport(target, "a.jpg", Uint8Array.of(1));
    expect(written).toEqual({ ok: true, value: "a (3).jpg" });
    expect(readFileSync(join(target, "a.jpg"), "utf8")).toBe("a.jpg");
    expect(readdirSync(target)).toHaveLength(3);
  });

  it("has the name of its picture, with the folders in it", () => {
    expect(nameExport("DSC_0001.JPG", "jpg")).toBe("DSC_0001.jpg");
    expect(nameExport("100CANON/a.b.webp", "png")).toBe("100CANON-a.b.png");
  });
});

describe("a folder within another", () => {
  it("is found through links too", async () => {
    const outer = join(folder.path, "outer");
    mkdirSync(join(outer, "inner"), { recursive: true });
    mkdirSync(join(folder.path, "outer-too"));
    symlinkSync(join(outer, "inner"), join(folder.path, "way-in"));
    expect(await liesWithin(outer, outer)).toBe(true);
    expect(await liesWithin(join(outer, "inner"), outer)).toBe(true);
    expect(await liesWithin(join(folder.path, "way-in"), outer)).toBe(true);
    expect(await liesWithin(join(folder.path, "outer-too"), outer)).toBe(false);
    expect(await liesWithin(folder.path, outer)).toBe(false);
  });
});
