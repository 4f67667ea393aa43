import type { NodeStatement } from "./node-sqlite.ts";
import {
  type Binding,
  bindArguments,
  readStatement,
  type StatementText,
} from "./sqlite-parameters.ts";
import { requireNoIterators, requireOpen, type State, translated } from "./sqlite-state.ts";

type Mode = "flat" | "pluck" | "expand" | "raw";

const changing = /^\s*(?:insert|update|delete|replace|with)\b/i;

/** A statement as better-sqlite3's binding makes it. */
export class Statement {
  readonly reader: boolean;
  readonly source: string;
  readonly database: unknown;
  readonly #state: State;
  readonly #native: NodeStatement;
  readonly #text: StatementText;
  #mode: Mode = "flat";
  #safeIntegers: boolean;
  #bound: Binding | undefined;
  #locked = false;

  constructor(state: State, sql: string, database: unknown, pragma: boolean, explain: boolean) {
    requireOpen(state);
    if (pragma) requireNoIterators(state);
    this.#state = state;
    this.#text = readStatement(sql);
    this.#native = translated(state.factories, () => state.db.prepare(sql));
    if (this.#text.empty) throw new RangeError("The supplied SQL string contains no statements");
    if (this.#text.several) {
      throw new RangeError("The supplied SQL string contains more than one statement");
    }
    this.#native.setReadBigInts(true);
    this.#native.setReturnArrays(true);
    this.reader = pragma || this.#native.columns().length > 0;
    this.source = sql;
    this.database = database;
    this.#safeIntegers = state.safeIntegers;
    if (explain) this.#bound = [{}];
  }

  get busy(): boolean {
    return this.#locked;
  }

  run(...args: unknown[]): { changes: number; lastInsertRowid: number | bigint } {
    const binding = this.#start(args, { changes: true });
    const done = translated(this.#state.factories, () => this.#native.run(...binding));
    return {
      // node:sqlite repeats the count of an earlier statement where this one changes nothing.
      changes: changing.test(this.source) ? Number(done.changes) : 0,
      lastInsertRowid: this.#safeIntegers
        ? BigInt(done.lastInsertRowid)
        : Number(done.lastInsertRowid),
    };
  }

  get(...args: unknown[]): unknown {
    this.#requireReader();
    const binding = this.#start(args, { changes: false });
    const row = translated(this.#state.factories, () => this.#native.get(...binding));
    return row === undefined ? undefined : this.#builder()(row);
  }

  all(...args: unknown[]): unknown[] {
    this.#requireReader();
    const binding = this.#start(args, { changes: false });
    const rows = translated(this.#state.factories, () => this.#native.all(...binding));
    return rows.map(this.#builder());
  }

  iterate(...args: unknown[]): IterableIterator<unknown> {
    this.#requireReader();
    const binding = this.#start(args, { changes: false });
    const state = this.#state;
    const rows = translated(state.factories, () => this.#native.iterate(...binding));
    const build = this.#builder();
    this.#locked = true;
    state.iterators += 1;
    const end = () => {
      if (!this.#locked) return;
      this.#locked = false;
      state.iterators -= 1;
    };
    return {
      next: () => {
        if (!this.#locked) return { done: true, value: undefined };
        try {
          const step = translated(state.factories, () => rows.next());
          if (!step.done) return { done: false, value: build(step.value) };
        } catch (error) {
          end();
          throw error;
        }
        end();
        return { done: true, value: undefined };
      },
      return: () => {
        if (this.#locked) rows.return?.();
        end();
        return { done: true, value: undefined };
      },
      [Symbol.iterator]() {
        return this;
      },
    };
  }

  bind(...args: unknown[]): this {
    if (this.#bound) {
      throw new TypeError("The bind() method can only be invoked once per statement object");
    }
    requireOpen(this.#state);
    this.#bound = bindArguments(this.#text, args);
    return this;
  }

  pluck(on?: boolean): this {
    return this.#setMode("pluck", on);
  }

  expand(on?: boolean): this {
    return this.#setMode("expand", on);
  }

  raw(on?: boolean): this {
    return this.#setMode("raw", on);
  }

  safeIntegers(on = true): this {
    this.#requireUnlocked();
    this.#safeIntegers = requireBoolean(on);
    return this;
  }

  columns(): unknown[] {
    this.#requireReader("The columns() method is only for statements that return data");
    requireOpen(this.#state);
    return this.#native
      .columns()
      .map(({ name, column, table, database, type }) => ({ name, column, table, database, type }));
  }

  toString(): string {
    return this.source;
  }

  #start(args: unknown[], { changes }: { changes: boolean }): Binding {
    requireOpen(this.#state);
    this.#requireUnlocked();
    if (changes) requireNoIterators(this.#state);
    if (this.#bound && args.length > 0) {
      throw new TypeError("This statement already has bound parameters");
    }
    const binding = this.#bound ?? bindArguments(this.#text, args);
    this.#state.log?.(this.source);
    return binding;
  }

  #setMode(mode: Mode, on = true): this {
    this.#requireReader(`The ${mode}() method is only for statements that return data`);
    this.#requireUnlocked();
    if (requireBoolean(on)) this.#mode = mode;
    else if (this.#mode === mode) this.#mode = "flat";
    return this;
  }

  #requireReader(refusal = "This statement does not return data. Use run() instead"): void {
    if (!this.reader) throw new TypeError(refusal);
  }

  #requireUnlocked(): void {
    if (this.#locked) throw new TypeError("This statement is busy executing a query");
  }

  #builder(): (row: unknown[]) => unknown {
    const value = this.#safeIntegers ? toBuffer : toPlain;
    if (this.#mode === "pluck") return (row) => value(row[0]);
    if (this.#mode === "raw") return (row) => row.map(value);
    const columns = this.#native.columns();
    if (this.#mode === "flat") {
      const rowFrom = this.#state.factories.rowOf(...columns.map(({ name }) => name));
      return (row) => rowFrom(...row.map(value));
    }
    return (row) => {
      const tables: Record<string, Record<string, unknown>> = {};
      columns.forEach(({ table, name }, at) => {
        tables[table ?? "$"] ??= {};
        Object.assign(tables[table ?? "$"] ?? {}, { [name]: value(row[at]) });
      });
      return tables;
    };
  }
}

function requireBoolean(value: unknown): boolean {
  if (typeof value !== "boolean") throw new TypeError("Expected first argument to be a boolean");
  return value;
}

function toBuffer(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

function toPlain(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : toBuffer(value);
}
