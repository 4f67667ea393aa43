import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { migrate } from "../../src/head-office/db/migrate.ts";
import type { Tables } from "../../src/head-office/db/tables.ts";

/** `empty`: without any table. `migrated`: with all of them, and nothing in them. */
type DumpName = "empty" | "migrated";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "node_modules", ".cache", "yinyom");
const kept: Partial<Record<DumpName, Promise<string>>> = {};

/**
 * PGlite takes seconds to make a database and a fraction to start from a dump, so one is kept on the disk for all
 * processes, under a name made of all that went into it.
 */
export async function readDump(name: DumpName): Promise<Blob> {
  return new File([readFileSync(await keepDump(name))], "dump.tar", { type: "application/x-tar" });
}

/** Lays such a database into a folder that is made for it, as if head office had been started on it before. */
export async function layDatabase(name: DumpName, path: string): Promise<void> {
  const dump = await keepDump(name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  // Its names begin with a slash, which tar leaves out and says so.
  execFileSync("tar", ["-xf", dump, "-C", path], { stdio: "ignore" });
}

/** The path of the file, which is there. */
function keepDump(name: DumpName): Promise<string> {
  kept[name] ??= findOrMake(name);
  return kept[name];
}

async function findOrMake(name: DumpName): Promise<string> {
  const path = join(folder, `${name}-${takeFingerprint()}.tar`);
  if (existsSync(path)) return path;
  const made = await makeDump(name);
  keep(path, Buffer.from(await made.arrayBuffer()));
  dropOthers(name, path);
  return path;
}

async function makeDump(name: DumpName): Promise<Blob> {
  const pglite = await PGlite.create();
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  if (name === "migrated") await migrate(db);
  const made = await pglite.dumpDataDir("none");
  await db.destroy();
  if (!pglite.closed) await pglite.close();
  return made;
}

/** Of the engine, and of every file that says how the tables are made. */
function takeFingerprint(): string {
  const database = join(root, "src", "head-office", "db");
  const migrations = join(database, "migrations");
  const files = [
    join(root, "node_modules", "@electric-sql", "pglite", "package.json"),
    join(database, "migrate.ts"),
    ...readdirSync(migrations)
      .filter((file) => !file.endsWith(".test.ts"))
      .sort()
      .map((file) => join(migrations, file)),
  ];
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Whole or not at all: other processes read it, and may make the same. */
function keep(path: string, bytes: Buffer): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
}

/** Dumps of other times, and what a killed process left unfinished. */
function dropOthers(name: DumpName, path: string): void {
  for (const file of readdirSync(folder)) {
    const old = join(folder, file);
    if (file.startsWith(`${name}-`) && !old.startsWith(path)) rmSync(old, { force: true });
  }
}
