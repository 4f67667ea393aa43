import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
const read: Partial<Record<DumpName, Promise<Blob>>> = {};

/**
 * PGlite takes seconds to make a database and a fraction to start from a dump, so one is kept on the disk for all
 * processes, under a name made of all that went into it.
 */
export function readDump(name: DumpName): Promise<Blob> {
  read[name] ??= readKept(name);
  return read[name];
}

async function readKept(name: DumpName): Promise<Blob> {
  const path = join(folder, `${name}-${takeFingerprint()}.tar`);
  const kept = readIfThere(path);
  if (kept) return new File([kept], "dump.tar", { type: "application/x-tar" });
  const made = await makeDump(name);
  keep(path, Buffer.from(await made.arrayBuffer()));
  dropOthers(name, path);
  return made;
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

function readIfThere(path: string): Buffer<ArrayBuffer> | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
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
