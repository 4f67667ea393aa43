import { type Kysely, sql } from "kysely";
import type { Tables } from "../../src/head-office/db/tables.ts";

/** Rows of head office's captures, or of the table that stands beside it in a bench. */
export async function countRows(db: Kysely<Tables>, table: "bare" | "capture"): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) FROM ${sql.table(table)}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
