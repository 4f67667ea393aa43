import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makePickedFiles } from "./picked-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yinyom-picked-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("deletes the very files that were given, and no neighbour", async () => {
  const paths = [write("blurred.jpg", "card"), write("scan.jpg", "card")];
  const other = write("scan (1).jpg", "card");
  const picked = makePickedFiles();
  for (const path of [...paths, ...paths]) await picked.note(path);
  expect(picked.describe()).toEqual([
    { name: "blurred.jpg", folder },
    { name: "scan.jpg", folder },
  ]);
  expect(await picked.remove()).toBe(true);
  expect(paths.map((path) => existsSync(path))).toEqual([false, false]);
  expect(existsSync(other)).toBe(true);
  expect(picked.describe()).toEqual([]);
});

test("leaves alone what another program put in its place, and says so", async () => {
  const path = write("scan.jpg", "card");
  const picked = makePickedFiles();
  await picked.note(path);
  rmSync(path);
  write("between.jpg", "takes the old file's place on the disk");
  write("scan.jpg", "another card");
  expect(await picked.remove()).toBe(false);
  expect(existsSync(path)).toBe(true);
  expect(picked.describe()).toHaveLength(1);
});

test("takes no folder and no link for a file, and nothing that is not there", async () => {
  const picked = makePickedFiles();
  symlinkSync(write("scan.jpg", "card"), join(folder, "link.jpg"));
  mkdirSync(join(folder, "folder.jpg"));
  for (const name of ["link.jpg", "folder.jpg", "none.jpg"]) await picked.note(join(folder, name));
  expect(picked.describe()).toEqual([]);
});

test("what is to stay is forgotten, and then nothing deletes it", async () => {
  const path = write("scan.jpg", "card");
  const picked = makePickedFiles();
  await picked.note(path);
  picked.forget();
  expect(await picked.remove()).toBe(true);
  expect(existsSync(path)).toBe(true);
});
