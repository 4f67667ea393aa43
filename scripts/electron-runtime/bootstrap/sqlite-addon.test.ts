import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
// All of the package's own types, which its "exports" hide.
import type SQLite from "../../../node_modules/better-sqlite3/index.d.ts";
import { standInModules } from "../stand-in.ts";
import type { NodeSqlite } from "./node-sqlite.ts";
import { createSqliteAddon } from "./sqlite-addon.ts";

const sqlite = join(standInModules(), "@photostructure", "sqlite");
const fetched = existsSync(sqlite);
const requireHere = createRequire(import.meta.url);
const Database = requireHere("better-sqlite3") as typeof SQLite;

type Open = (path: string, options?: SQLite.Options) => SQLite.Database;

const openReal: Open = (path, options) => new Database(path, options);

function openStandIn(): Open {
  const nativeBinding = createSqliteAddon(requireHere(sqlite) as NodeSqlite);
  // better-sqlite3 takes a binding itself here, which its types do not say.
  return (path, options) => new Database(path, { ...options, nativeBinding } as never);
}

/** What a caller sees: the answer, or the error's class, code and message. */
function outcome(act: () => unknown): unknown {
  try {
    return { answer: act() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = "code" in error ? error.code : undefined;
    return { error: error.name, code, message: error.message };
  }
}

const schema = `
  CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    picture BLOB,
    age INTEGER CHECK (age > 0)
  ) STRICT;
  CREATE TABLE visit (person INTEGER NOT NULL REFERENCES person (id)) STRICT;
  CREATE TRIGGER gone BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'kept'); END;
  CREATE VIRTUAL TABLE name_search USING fts5(name, tokenize = 'trigram');
`;

type Act = (db: SQLite.Database, folder: string, open: Open) => unknown;

const insert = (db: SQLite.Database, ...values: unknown[]) =>
  db.prepare("INSERT INTO person (name, picture, age) VALUES (?, ?, ?)").run(...values);

const acts: Record<string, Act> = {
  "run counts and names the row": (db) => [insert(db, "ก", null, 1), insert(db, "ข", null, 2)],
  "run of a definition changes nothing": (db) => {
    insert(db, "ก", null, 1);
    return db.prepare("CREATE TABLE t (a)").run();
  },
  "run with returning": (db) =>
    db.prepare("INSERT INTO person (name) VALUES ('a'), ('b') RETURNING id").run(),
  "rows are plain objects": (db) => {
    insert(db, "ก", Buffer.from([1, 2]), 1);
    const row = db.prepare("SELECT * FROM person").get() as Record<string, unknown>;
    return [row, Object.getPrototypeOf(row) === Object.prototype, Buffer.isBuffer(row.picture)];
  },
  "two columns of one name": (db) => db.prepare("SELECT 1 AS a, 2 AS a").all(),
  "get of nothing": (db) => db.prepare("SELECT * FROM person").get(),
  pluck: (db) => db.prepare("SELECT 'x', 'y'").pluck().all(),
  raw: (db) => db.prepare("SELECT 'x', 'y'").raw().get(),
  expand: (db) => {
    insert(db, "ก", null, 1);
    return db.prepare("SELECT person.id, person.name, 1 AS one FROM person").expand().all();
  },
  iterate: (db) => {
    for (const name of ["a", "b", "c"]) insert(db, name, null, 1);
    const seen: unknown[] = [];
    for (const row of db.prepare("SELECT name FROM person ORDER BY id").iterate()) {
      seen.push(row);
      if (seen.length === 2) break;
    }
    return [seen, insert(db, "d", null, 1)];
  },
  "no change while iterating": (db) => {
    insert(db, "a", null, 1);
    for (const _ of db.prepare("SELECT name FROM person").iterate()) insert(db, "b", null, 1);
  },
  "a bound statement": (db) => {
    const statement = db.prepare("SELECT ? AS a").bind("x");
    return [statement.get(), outcome(() => statement.get("y")), outcome(() => statement.bind("z"))];
  },
  columns: (db) => db.prepare("SELECT id, name AS n, 1 AS one FROM person").columns(),
  "columns of a change": (db) => db.prepare("DELETE FROM person").columns(),
  "named parameters": (db) =>
    db.prepare("SELECT :a AS a, @b AS b, $c AS c").get({ a: "1", b: null, c: "3" }),
  "named and plain": (db) =>
    db.prepare("SELECT ? AS x, :a AS a, ? AS y").get("1", { a: "2" }, ["3"]),
  "one name twice": (db) => db.prepare("SELECT :a || :a AS a").get({ a: "x" }),
  "numbered parameters": (db) => db.prepare("SELECT ?2 || ?1 AS a").get({ 1: "x", 2: "y" }),
  "marks in text and comments": (db) =>
    db.prepare(`SELECT '?' AS a, "name" /* :b ? */ FROM (SELECT 1 AS name) -- $c ;`).get(),
  "undefined is null": (db) => db.prepare("SELECT ? AS a").get(undefined),
  "big integers": (db) => [
    db.prepare("SELECT 9007199254740993 AS a").get(),
    db.prepare("SELECT 9007199254740993 AS a, 1 AS b").safeIntegers().get(),
    db.prepare("SELECT ? AS a").get(12n),
  ],
  "an empty blob": (db) => db.prepare("SELECT x'' AS a").get(),
  "too few": (db) => db.prepare("SELECT ?, ?").get(1),
  "too many": (db) => db.prepare("SELECT ?").get(1, 2),
  "a missing name": (db) => db.prepare("SELECT :a").get({ b: 1 }),
  "no names at all": (db) => db.prepare("SELECT :a").get(),
  "two objects": (db) => db.prepare("SELECT :a").get({ a: 1 }, { a: 2 }),
  "a boolean": (db) => db.prepare("SELECT ?").get(true),
  "a date": (db) => db.prepare("SELECT ?").get(new Date(0)),
  "get on a change": (db) => db.prepare("DELETE FROM person").get(),
  "two statements": (db) => db.prepare("SELECT 1; SELECT 2"),
  "no statement": (db) => db.prepare(" -- nothing\n"),
  "a closing semicolon": (db) => db.prepare("SELECT 1 AS a; -- done").get(),
  "a trigger": (db) =>
    db.prepare("CREATE TRIGGER t AFTER INSERT ON person BEGIN SELECT 1; SELECT 2; END;").run(),
  "not unique": (db) => [insert(db, "a", null, 1), outcome(() => insert(db, "a", null, 1))],
  "not null": (db) => insert(db, null, null, 1),
  check: (db) => insert(db, "a", null, -1),
  "foreign key": (db) => db.prepare("INSERT INTO visit VALUES (7)").run(),
  datatype: (db) => insert(db, "a", null, "many"),
  "a trigger's refusal": (db) => [
    insert(db, "a", null, 1),
    outcome(() => db.prepare("DELETE FROM person").run()),
  ],
  syntax: (db) => db.prepare("SELEC 1"),
  "unknown table": (db) => db.exec("SELECT * FROM nobody"),
  "search in Thai": (db) => {
    db.prepare("INSERT INTO name_search VALUES (?)").run("สมชาย ใจดี");
    return db.prepare("SELECT name FROM name_search WHERE name_search MATCH ?").all('"มชา"');
  },
  pragmas: (db) => [
    db.pragma("user_version = 7"),
    db.pragma("user_version"),
    db.pragma("user_version", { simple: true }),
    db.pragma("journal_mode = WAL", { simple: true }),
    db.pragma("synchronous = FULL", { simple: true }),
    db.pragma("synchronous", { simple: true }),
    db.pragma("foreign_keys", { simple: true }),
    db.pragma("no_such_pragma"),
  ],
  "exec of several": (db) =>
    db.exec("CREATE TABLE a (x); INSERT INTO a VALUES (1); DROP TABLE a") === db,
  transaction: (db) => {
    const add = db.transaction((name: string) => insert(db, name, null, 1).changes);
    return [add("a"), add.immediate("b"), add.exclusive("c"), add.deferred("d"), db.inTransaction];
  },
  "a transaction undone": (db) => {
    const failing = db.transaction(() => {
      insert(db, "a", null, 1);
      throw new Error("no");
    });
    return [outcome(failing), db.inTransaction, db.prepare("SELECT * FROM person").all()];
  },
  "a nested transaction undone alone": (db) => {
    const inner = db.transaction(() => {
      insert(db, "b", null, 1);
      throw new Error("no");
    });
    db.transaction(() => {
      insert(db, "a", null, 1);
      outcome(inner);
      insert(db, "c", null, 1);
    })();
    return db.prepare("SELECT name FROM person").pluck().all();
  },
  "a promise in a transaction": (db) => db.transaction(async () => undefined)(),
  "a second writer": (db, folder, open) => {
    const other = open(join(folder, "db"), { timeout: 20 });
    db.exec("BEGIN IMMEDIATE");
    const refused = outcome(() => other.exec("BEGIN IMMEDIATE"));
    other.close();
    return refused;
  },
  "a reader only": (db, folder, open) => {
    db.pragma("user_version = 1");
    const other = open(join(folder, "db"), { readonly: true });
    const refused = outcome(() => other.exec("CREATE TABLE t (a)"));
    const seen = [other.readonly, other.memory, other.open, refused];
    other.close();
    return seen;
  },
  "a file that must exist": (_db, folder, open) =>
    open(join(folder, "absent"), { fileMustExist: true }),
  "a folder that is none": (_db, _folder, open) => open("/nowhere/at/all"),
  "a folder as a file": (_db, folder, open) => open(folder),
  "a copy by vacuum": (db, folder, open) => {
    insert(db, "a", null, 1);
    db.prepare("VACUUM INTO ?").run(join(folder, "copy"));
    const copy = open(join(folder, "copy"), { fileMustExist: true });
    const rows = copy.prepare("SELECT name FROM person").all();
    copy.close();
    return rows;
  },
  memory: (_db, _folder, open) => {
    const db = open(":memory:");
    return [db.memory, db.name, db.prepare("SELECT 1 AS a").get(), db.close().open];
  },
  closed: (db) => {
    const statement = db.prepare("SELECT 1");
    db.close();
    db.close();
    return [
      db.open,
      db.inTransaction,
      outcome(() => statement.get()),
      outcome(() => db.prepare("SELECT 1")),
      outcome(() => db.exec("SELECT 1")),
    ];
  },
};

describe.skipIf(!fetched)("the stand-in answers as better-sqlite3 does", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "yinyom-sqlite-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function see(open: Open, act: Act, name: string): unknown {
    const own = mkdtempSync(join(folder, `${name}-`));
    const db = open(join(own, "db"));
    db.exec(schema);
    const seen = outcome(() => act(db, own, open));
    db.close();
    return JSON.parse(
      JSON.stringify(seen, (_key, value: unknown) =>
        typeof value === "bigint" ? `${value}n` : value,
      ).replaceAll(own, ""),
    );
  }

  test.for(Object.entries(acts))("%s", ([, act]) => {
    expect(see(openStandIn(), act, "stand-in")).toEqual(see(openReal, act, "real"));
  });
});
