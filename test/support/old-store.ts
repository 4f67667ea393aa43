import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Connection, openConnection } from "../../src/main/store/connection.ts";
import { migrate } from "../../src/main/store/migrate.ts";
import { migrations } from "../../src/main/store/migrations/migrations.ts";

type Row = Record<string, string | number | null>;

/** What a store of the first version had in it: every row as that version wrote it. */
export const firstRows: Readonly<Record<string, Row[]>> = JSON.parse(
  readFileSync(new URL("../fixtures/stores/first-version.json", import.meta.url), "utf8"),
);

/** Makes the store that version `version` (from 1) left behind: made by the first, and used since. */
export function makeOldStore(path: string, key: Buffer, version: number): void {
  const connection = openConnection({ path, key, allowPlaintext: false });
  migrate(connection, path, migrations.slice(0, 1));
  connection.exec("DELETE FROM device");
  for (const [table, rows] of Object.entries(firstRows)) {
    for (const row of rows) insert(connection, table, row);
  }
  connection.prepare("UPDATE device SET protected_key = ?").run(Buffer.from("not a key"));
  for (let next = 2; next <= version; next += 1) {
    migrate(connection, path, migrations.slice(0, next));
  }
  connection.close();
}

function insert(connection: Connection, table: string, row: Row): void {
  const columns = Object.keys(row);
  const places = columns.map(() => "?").join(", ");
  connection
    .prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places})`)
    .run(...Object.values(row));
}

/** The form of a store as SQLite knows it, without what it gives names by itself. */
export function hashForm(connection: Connection): string {
  const rows = connection
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    .all();
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex").slice(0, 16);
}

/** Every row of the tables that the first version had and that no later step writes anew. */
export function readLastingRows(connection: Connection): unknown {
  return Object.fromEntries(
    Object.keys(firstRows)
      .filter((table) => table !== "audit")
      .map((table) => [table, connection.prepare(`SELECT * FROM ${table}`).all()]),
  );
}
