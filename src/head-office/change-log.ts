import { sql, type Transaction } from "kysely";
import type { Change } from "../contract/sync.ts";
import type { Db } from "./db/database.ts";
import type { Tables } from "./db/tables.ts";

/** A change, and who may see it: one branch, or null for all. */
export type Publication = Change & { audience: string | null };

/** One answer holds at most this many changes. */
export const pullPage = 500;

/** And about this much of values, but one change at least: captures that are passed on may carry signatures. */
const pageCharacters = 2_000_000;

export type ChangePage = {
  changes: { topic: string; key: string; value: unknown }[];
  cursor: number;
  more: boolean;
};

/**
 * Makes changes known to the devices that may see them; what is published already stays as it is. All of
 * them or none. A piece that moves from one branch to another is gone for the first.
 */
export async function publishChanges(
  db: Db,
  publications: readonly Publication[],
  now: Date,
): Promise<void> {
  await db.transaction().execute((work) => publishWithin(work, publications, now));
}

/** The same within a transaction that has begun. */
export async function publishWithin(
  work: Transaction<Tables>,
  publications: readonly Publication[],
  now: Date,
): Promise<void> {
  // The lock on the counter is held until commit: versions become visible in their order, and a device
  // that has seen one has seen all before it. A sequence would not give that.
  const counter = await work
    .selectFrom("change_counter")
    .select("version")
    .forUpdate()
    .executeTakeFirstOrThrow();
  let version = counter.version;
  for (const { topic, key, value, audience } of publications) {
    const text = value === null ? null : JSON.stringify(value);
    const present = await work
      .selectFrom("change")
      .select(["audience", "value"])
      .where("topic", "=", topic)
      .where("key", "=", key)
      .execute();
    const elsewhere = present.filter(
      (row) => row.audience !== (audience ?? "") && row.value !== null,
    );
    const here = present.find((row) => row.audience === (audience ?? ""));
    const gone = elsewhere.map((row) => ({ audience: row.audience, value: null }));
    const changed = here?.value !== text ? [{ audience: audience ?? "", value: text }] : [];
    for (const row of [...gone, ...changed]) {
      version += 1;
      await work
        .insertInto("change")
        .values({ topic, key, ...row, version, published_at: now })
        .onConflict((conflict) =>
          conflict
            .columns(["topic", "key", "audience"])
            .doUpdateSet({ value: row.value, version, published_at: now }),
        )
        .execute();
    }
  }
  await work.updateTable("change_counter").set({ version }).execute();
}

/** No device's id. */
const noDevice = "00000000-0000-0000-0000-000000000000";

/** What a device of `branch` has not seen since `cursor`, oldest first, bar what it sent itself. */
export async function readChanges(
  db: Db,
  branch: string,
  cursor: number,
  page = pullPage,
  device = noDevice,
): Promise<ChangePage> {
  // One statement, one snapshot: a change that is committed in between must not be passed by the cursor.
  // A cursor from the future is of another database, such as the one before a restore: all is sent again.
  const { rows } = await sql<{
    newest: number;
    from: number;
    waiting: number;
    changes: string | null;
  }>`
    WITH start AS (
      SELECT version AS newest, CASE WHEN ${cursor}::bigint > version THEN 0 ELSE ${cursor}::bigint END AS "from"
      FROM change_counter
    ), page AS (
      SELECT change.version, change.topic, change.key, change.value
      FROM change, start
      WHERE change.version > start."from" AND change.audience IN ('', ${branch})
        AND change.source IS DISTINCT FROM ${device}::uuid
      ORDER BY change.version LIMIT ${page + 1}
    ), measured AS (
      SELECT page.*, sum(coalesce(length(value), 0)) OVER (ORDER BY version) AS upto FROM page
    ), found AS (
      SELECT version, topic, key, value FROM measured
      WHERE upto - coalesce(length(value), 0) < ${pageCharacters}::bigint
    )
    SELECT start.newest, start."from", (SELECT count(*) FROM page) AS waiting,
      (SELECT json_agg(found ORDER BY found.version)::text FROM found) AS changes
    FROM start`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("The counter of changes is missing");
  const found = JSON.parse(row.changes ?? "[]") as {
    version: number;
    topic: string;
    key: string;
    value: string | null;
  }[];
  const sent = found.slice(0, page);
  const more = row.waiting > sent.length;
  return {
    changes: sent.map(({ topic, key, value }) => ({
      topic,
      key,
      value: value === null ? null : JSON.parse(value),
    })),
    cursor: more ? (sent.at(-1)?.version ?? row.from) : row.newest,
    more,
  };
}
