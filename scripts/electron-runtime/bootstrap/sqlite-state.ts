import type { NodeDatabase } from "./node-sqlite.ts";
import { sqliteErrorCode } from "./sqlite-error-code.ts";

export type SqliteErrorClass = new (message: string, code: string) => Error;

/** What better-sqlite3's JavaScript hands to its binding. */
export interface Factories {
  SqliteError: SqliteErrorClass;
  rowOf: (...names: string[]) => (...values: unknown[]) => unknown;
}

/** One connection as its statements see it. */
export interface State {
  db: NodeDatabase;
  factories: Factories;
  iterators: number;
  unsafe: boolean;
  safeIntegers: boolean;
  log: ((sql: string) => void) | null;
}

export function requireOpen(state: State): void {
  if (!state.db.isOpen) throw new TypeError("The database connection is not open");
}

export function requireNoIterators(state: State): void {
  if (state.iterators > 0 && !state.unsafe) {
    throw new TypeError("This database connection is busy executing a query");
  }
}

/** Runs `work`; an error of SQLite's leaves it as better-sqlite3's SqliteError. */
export function translated<T>(factories: Factories, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && "errcode" in error ? error.errcode : undefined;
    if (typeof code !== "number" || !(error instanceof Error)) throw error;
    const message = error.message.replace(/^Failed to open database: /, "");
    throw new factories.SqliteError(message, sqliteErrorCode(code));
  }
}
