import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, PostgresDialect } from "kysely";
import { Pool, types } from "pg";
import { lockDirectory } from "./directory-lock.ts";
import { openDurablePglite } from "./durable-pglite.ts";
import type { Tables } from "./tables.ts";

export type Db = Kysely<Tables>;

/**
 * Where head office keeps its data: PGlite in a directory, a PostgreSQL server, or, for tests, a PGlite that
 * somebody else opened and closes.
 */
export type DatabasePlace =
  | { kind: "directory"; path: string }
  | { kind: "server"; url: string }
  | { kind: "opened"; pglite: PGlite };

export type OpenDatabase = { db: Db; close(): Promise<void> };

/** Another head office has the directory. */
export class DirectoryInUse extends Error {
  constructor(path: string) {
    super(`Another head office is running on ${path}`);
  }
}

export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  switch (place.kind) {
    case "directory":
      return openDirectory(place.path);
    case "opened":
      return over(place.pglite);
    case "server":
      return openServer(place.url);
  }
}

async function openDirectory(path: string): Promise<OpenDatabase> {
  // Personal data lies here: nobody else on the machine reads it.
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(join(path, "head-office.lock"));
  if (!lock) throw new DirectoryInUse(path);
  try {
    const opened = over(await openDurablePglite(join(path, "postgres")));
    return {
      db: opened.db,
      async close() {
        await opened.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function over(pglite: PGlite): OpenDatabase {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  return {
    db,
    async close() {
      await db.destroy();
      // Kysely closes only what it has used.
      if (!pglite.closed) await pglite.close();
    },
  };
}

function openServer(url: string): OpenDatabase {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // A statement that takes this long is stuck; the device sends its batch again.
    statement_timeout: 60_000,
    types: {
      getTypeParser: ((oid: number, format?: "text" | "binary") =>
        oid === types.builtins.INT8
          ? Number
          : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on("error", () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, close: () => db.destroy() };
}
