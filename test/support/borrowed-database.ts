import type { PGlite } from "@electric-sql/pglite";
import type { DatabasePlace } from "../../src/head-office/db/database.ts";
import { openPglite } from "../../src/head-office/db/pglite.ts";
import { readDump } from "./database-dump.ts";

export type TestPlace = { place: DatabasePlace; drop(): Promise<void> };

/** A database in memory, and what it was before anybody wrote into it. */
type Fresh = { pglite: PGlite; form: string; rows: readonly TableRows[] };
type TableRows = { table: string; rows: unknown };

const spare: Fresh[] = [];

/** An open database keeps a program from ending. Vitest and Playwright end their workers themselves. */
const isEnded = "__vitest_worker__" in globalThis || process.env.TEST_WORKER_INDEX !== undefined;

/**
 * PGlite in memory with all tables and nothing in them. Starting one takes a second, so it is lent: `drop`
 * empties it for the next test of the same file, or lets it go where a test changed its tables
 * or a program has to end by itself.
 */
export async function borrowDatabase(): Promise<TestPlace> {
  const fresh = spare.pop() ?? (await makeFresh());
  return {
    place: { kind: "opened", pglite: keepOpen(fresh.pglite) },
    async drop() {
      if (isEnded && (await empty(fresh))) spare.push(fresh);
      else await fresh.pglite.close();
    },
  };
}

/** Whoever borrowed it may close what is theirs, and not the database itself. */
function keepOpen(pglite: PGlite): PGlite {
  return new Proxy(pglite, {
    get(target, name) {
      if (name === "close") return async () => undefined;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

async function makeFresh(): Promise<Fresh> {
  const pglite = await openPglite({ loadDataDir: await readDump("migrated") });
  const tables = await listTables(pglite);
  const rows: TableRows[] = [];
  for (const table of tables) {
    const found = await pglite.query<{ rows: unknown }>(
      `SELECT jsonb_agg(to_jsonb(found)) AS rows FROM ${table} AS found`,
    );
    if (found.rows[0]?.rows) rows.push({ table, rows: found.rows[0].rows });
  }
  return { pglite, form: await readForm(pglite), rows };
}

/** False: its tables are not what they were. */
async function empty({ pglite, form, rows }: Fresh): Promise<boolean> {
  if (pglite.closed) return false;
  await pglite.exec("ROLLBACK");
  await pglite.exec("DISCARD ALL");
  if ((await readForm(pglite)) !== form) return false;
  // Without triggers: some tables let nobody empty them.
  await pglite.exec(`SET session_replication_role = replica;
    TRUNCATE ${(await listTables(pglite)).join()} RESTART IDENTITY;
    RESET session_replication_role`);
  // Those that belong to no column, such as the devices' numbers.
  for (const sequence of await listSequences(pglite)) {
    await pglite.exec(`ALTER SEQUENCE ${sequence} RESTART`);
  }
  for (const { table, rows: kept } of rows) {
    await pglite.query(
      `INSERT INTO ${table} OVERRIDING SYSTEM VALUE
       SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(kept)],
    );
  }
  return true;
}

async function listTables(pglite: PGlite): Promise<string[]> {
  const { rows } = await pglite.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely%' ORDER BY tablename`,
  );
  return rows.map(({ name }) => name);
}

async function listSequences(pglite: PGlite): Promise<string[]> {
  const { rows } = await pglite.query<{ name: string }>(
    "SELECT quote_ident(sequencename) AS name FROM pg_sequences WHERE schemaname = 'public'",
  );
  return rows.map(({ name }) => name);
}

/** All that a test may have changed besides rows: columns, constraints, indexes, triggers, functions. */
async function readForm(pglite: PGlite): Promise<string> {
  const { rows } = await pglite.query<{ form: string }>(`
    SELECT md5(string_agg(part, E'\\n' ORDER BY part)) AS form FROM (
      SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS part
        FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT proname || prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ) AS parts`);
  return rows[0]?.form ?? "";
}
