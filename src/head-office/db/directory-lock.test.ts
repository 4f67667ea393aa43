import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DirectoryInUse, openDatabase } from "./database.ts";
import { lockDirectory } from "./directory-lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yinyom-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("one at a time holds a directory", () => {
  const file = join(folder, "lock");
  const first = lockDirectory(file);
  expect(first).not.toBeNull();
  expect(lockDirectory(file)).toBeNull();
  first?.release();
  const next = lockDirectory(file);
  expect(next).not.toBeNull();
  next?.release();
});

test("a second head office on the same data does not start", async () => {
  const place = { kind: "directory", path: folder } as const;
  const { close } = await openDatabase(place);
  await expect(openDatabase(place)).rejects.toThrow(DirectoryInUse);
  await close();
  await (await openDatabase(place)).close();
});
