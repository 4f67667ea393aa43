import { sql, type Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";

/** A piece of news for some branches; `source`: the device it came from, which does not get it back. */
export type BranchNews = {
  topic: string;
  key: string;
  value: unknown;
  branches: readonly string[];
  source: string | null;
};

/**
 * Holds the counter of changes until the transaction ends: what is read after it is the newest, and what is
 * published becomes visible in its order.
 */
export async function lockChanges(work: Transaction<Tables>): Promise<void> {
  await work.selectFrom("change_counter").select("version").forUpdate().executeTakeFirstOrThrow();
}

/**
 * Publishes each piece to each of its branches, in order and in one statement; a branch that has it in this very form
 * already is not told again. To be called after `lockChanges`.
 */
export async function publishFor(
  work: Transaction<Tables>,
  news: readonly BranchNews[],
  now: Date,
): Promise<void> {
  const rows = news.flatMap(({ branches, value, ...item }) =>
    branches.map((audience) => ({ ...item, audience, value: JSON.stringify(value) })),
  );
  if (rows.length === 0) return;
  await sql`
    WITH item AS (
      SELECT item.*, row_number() OVER (ORDER BY item.ordinal) AS place
      FROM ROWS FROM (
        json_to_recordset(${JSON.stringify(rows)}::json)
          AS (topic text, key text, audience text, value text, source uuid)
      ) WITH ORDINALITY AS item (topic, key, audience, value, source, ordinal)
      WHERE NOT EXISTS (
        SELECT 1 FROM change
        WHERE (change.topic, change.key, change.audience) = (item.topic, item.key, item.audience)
          AND change.value IS NOT DISTINCT FROM item.value
      )
    ), counted AS (
      UPDATE change_counter SET version = version + (SELECT count(*) FROM item)
      RETURNING version - (SELECT count(*) FROM item) AS before
    )
    INSERT INTO change (topic, key, audience, version, value, published_at, source)
    SELECT topic, key, audience, counted.before + place, value, ${now}::timestamptz, source
    FROM item, counted
    ON CONFLICT (topic, key, audience) DO UPDATE SET
      value = excluded.value, version = excluded.version, published_at = excluded.published_at`.execute(
    work,
  );
}
