import { existsSync } from "node:fs";
import type { NodeSqlite } from "./node-sqlite.ts";
import {
  type Factories,
  requireNoIterators,
  requireOpen,
  type SqliteErrorClass,
  type State,
  translated,
} from "./sqlite-state.ts";
import { Statement } from "./sqlite-statement.ts";

/**
 * Takes the place of better-sqlite3's native binding, so that its own JavaScript (transactions,
 * pragmas, errors, checks of options) runs unchanged over a SQLite that loads in older runtimes.
 *
 * What differs: nothing is encrypted, and a whole number bound to a parameter that meets no
 * column stays an integer, where better-sqlite3 makes it a float.
 *
 * A connection that was closed keeps its locks until its statements are collected: `afterClose` may see to it.
 */
export function createSqliteAddon(
  { DatabaseSync }: NodeSqlite,
  afterClose: () => void = () => undefined,
) {
  let factories: Factories | undefined;

  class Database {
    readonly name: string;
    readonly memory: boolean;
    readonly readonly: boolean;
    readonly #state: State;

    constructor(
      filename: string,
      filenameGiven: string,
      memory: boolean,
      readonly: boolean,
      mustExist: boolean,
      timeout: number,
      log: ((sql: string) => void) | null,
      buffer: Buffer | null,
    ) {
      if (!factories) throw new Error("The binding was not initialised");
      if (buffer) throw new Error("The development runtime opens files only");
      if (!memory && mustExist && !existsSync(filename)) {
        throw new factories.SqliteError("unable to open database file", "SQLITE_CANTOPEN");
      }
      const options = { readOnly: readonly, timeout };
      const db = translated(
        factories,
        () => new DatabaseSync(memory ? ":memory:" : filename, options),
      );
      this.#state = { db, factories, iterators: 0, unsafe: false, safeIntegers: false, log };
      this.name = filenameGiven;
      this.memory = memory;
      this.readonly = readonly;
    }

    get open(): boolean {
      return this.#state.db.isOpen;
    }

    get inTransaction(): boolean {
      return this.open && this.#state.db.isTransaction;
    }

    prepare(sql: string, database: unknown, pragma: boolean, explain: boolean): Statement {
      if (typeof sql !== "string") throw new TypeError("Expected first argument to be a string");
      return new Statement(this.#state, sql, database, pragma, explain);
    }

    exec(sql: string): void {
      if (typeof sql !== "string") throw new TypeError("Expected first argument to be a string");
      requireOpen(this.#state);
      requireNoIterators(this.#state);
      this.#state.log?.(sql);
      translated(this.#state.factories, () => this.#state.db.exec(sql));
    }

    close(): void {
      if (!this.open) return;
      if (this.#state.iterators > 0) {
        throw new TypeError("This database connection is busy executing a query");
      }
      this.#state.db.close();
      afterClose();
    }

    key(): number {
      requireOpen(this.#state);
      return 0;
    }

    rekey(): number {
      return this.key();
    }

    defaultSafeIntegers(on = true): void {
      this.#state.safeIntegers = on;
    }

    unsafeMode(on = true): void {
      this.#state.unsafe = on;
    }
  }

  return {
    isInitialized: false,
    initialize(
      SqliteError: SqliteErrorClass,
      _arrayOf: unknown,
      _append: unknown,
      rowOf: Factories["rowOf"],
    ): void {
      factories = { SqliteError, rowOf };
    },
    Database,
  };
}
