import { spawnSync } from "node:child_process";
import { existsSync, fsyncSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { layDatabase } from "../../../test/support/database-dump.ts";
import { openDurablePglite } from "./durable-pglite.ts";

// Making a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yinyom-durable-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("every commit is written through to the disk, one sync or more each, before it is answered", async () => {
  let syncs = 0;
  const count = (descriptor: number) => {
    fsyncSync(descriptor);
    syncs += 1;
  };
  const path = join(folder, "postgres");
  const db = await openDurablePglite(path, count);
  // The files of a new database are themselves on the disk before it is used.
  expect(syncs).toBeGreaterThan(900);
  await db.exec("CREATE TABLE t (n integer)");
  for (let n = 0; n < 20; n += 1) {
    const before = syncs;
    await db.query("INSERT INTO t VALUES ($1)", [n]);
    expect(syncs).toBeGreaterThan(before);
  }
  const before = syncs;
  await db.transaction(async (work) => {
    for (let n = 0; n < 20; n += 1) await work.query("INSERT INTO t VALUES ($1)", [n]);
  });
  expect(syncs).toBeGreaterThan(before);
  expect(syncs - before).toBeLessThan(20);
  const settings = await db.query(
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method') ORDER BY name",
  );
  expect(settings.rows).toEqual([
    { name: "fsync", setting: "on" },
    { name: "full_page_writes", setting: "on" },
    { name: "synchronous_commit", setting: "on" },
    { name: "wal_sync_method", setting: "fsync" },
  ]);
  await db.close();
});

test("a first start that was cut off is begun anew", async () => {
  const path = join(folder, "postgres");
  mkdirSync(join(`${path}.new`, "base"), { recursive: true });
  const db = await openDurablePglite(path);
  expect((await db.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await db.close();
  expect(existsSync(`${path}.new`)).toBe(false);
});

const strace = spawnSync("strace", ["-V"]).status === 0;

test.skipIf(!strace)("the operating system is asked for the syncs too", async () => {
  const path = join(folder, "postgres");
  await layDatabase("empty", path);
  const script = `
    import { writeSync } from "node:fs";
    import { openDurablePglite } from ${JSON.stringify(new URL("./durable-pglite.ts", import.meta.url).href)};
    const db = await openDurablePglite(${JSON.stringify(path)});
    await db.exec("CREATE TABLE t (n integer)");
    writeSync(2, "yinyom begin");
    for (let n = 0; n < 50; n += 1) await db.query("INSERT INTO t VALUES ($1)", [n]);
    writeSync(2, "yinyom end");
    await db.close();`;
  const trace = join(folder, "trace");
  const calls = ["-f", "-e", "trace=fsync,fdatasync,write", "-o", trace];
  const node = [process.execPath, "--input-type=module", "-e", script];
  const run = spawnSync("strace", [...calls, ...node], { encoding: "utf8" });
  expect(run.status, run.stderr).toBe(0);
  const lines = readFileSync(trace, "utf8").split("\n");
  const from = lines.findIndex((line) => line.includes("yinyom begin"));
  const to = lines.findIndex((line) => line.includes("yinyom end"));
  const synced = lines.slice(from, to).filter((line) => /\b(fsync|fdatasync)\(/.test(line));
  expect(from).toBeGreaterThan(0);
  expect(synced.length).toBeGreaterThanOrEqual(50);
});
