import { sql } from "kysely";
import { arrivalsListed, type CourierArrival } from "../../contract/inbox-courier-procedures.ts";
import type { Db } from "../db/database.ts";
import type { BundleCounts } from "./take-requests.ts";

/** How a bundle came: brought by a device, or in a file (a number for each taking in) by a person of head office. */
export type Way =
  | { by: "device"; device: string }
  | { by: "account"; account: string; file: string };

/** Notes that a bundle is being taken; the same way again stays one line. True: the first of its device this way. */
export async function noteArrival(
  work: Db,
  { bundle, device }: { bundle: string; device: string },
  way: Way,
  now: Date,
): Promise<boolean> {
  const via = nameWay(way);
  const before = await work
    .selectFrom("courier_arrival")
    .select("bundle")
    .where("via", "=", via)
    .where("device", "=", device)
    .limit(1)
    .executeTakeFirst();
  await work
    .insertInto("courier_arrival")
    .values({
      bundle,
      via,
      device,
      brought_by: way.by === "device" ? way.device : null,
      account: way.by === "account" ? way.account : null,
      came_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return before === undefined;
}

/** Notes what came of it. What was counted first stays: the same bundle again brings nothing new. */
export async function noteCounts(
  db: Db,
  bundle: string,
  way: Way,
  { logEntries, ...counts }: BundleCounts,
): Promise<void> {
  await db
    .updateTable("courier_arrival")
    .set({ ...counts, log_entries: logEntries })
    .where("bundle", "=", bundle)
    .where("via", "=", nameWay(way))
    .where("accepted", "is", null)
    .execute();
}

const nameWay = (way: Way): string => (way.by === "device" ? way.device : way.file);

/** What came lately: a line for each device of a file, or for each that another brought for on one day. */
export async function listArrivals(db: Db): Promise<CourierArrival[]> {
  const { rows } = await sql<ArrivalRow>`
    WITH arrived AS (
      SELECT device, brought_by, account, max(came_at) AS last_at, count(*)::integer AS bundles,
        ${sql.join(counted.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::integer AS ${sql.ref(name)}`))}
      FROM courier_arrival
      GROUP BY via, device, brought_by, account,
        CASE WHEN account IS NULL THEN (came_at AT TIME ZONE 'Asia/Bangkok')::date END
      ORDER BY last_at DESC LIMIT ${arrivalsListed}
    )
    SELECT arrived.*, maker.number, maker.name, maker.branch, maker.revoked_at IS NOT NULL AS revoked,
      account.name AS account_name, bearer.name AS bearer_name, bearer.number AS bearer_number
    FROM arrived JOIN device AS maker ON maker.id = arrived.device
      LEFT JOIN device AS bearer ON bearer.id = arrived.brought_by
      LEFT JOIN account ON account.id = arrived.account
    ORDER BY last_at DESC`.execute(db);
  return rows.map(({ device: id, number, name, branch, revoked, last_at, ...row }) => ({
    lastAt: last_at.toISOString(),
    maker: { id, number, name, branch, revoked },
    by:
      row.bearer_name === null || row.bearer_number === null
        ? { who: "account", name: row.account_name ?? "?" }
        : { who: "device", name: row.bearer_name, number: row.bearer_number },
    bundles: row.bundles,
    accepted: row.accepted,
    had: row.had,
    refused: row.refused,
    pieces: row.pieces,
    unread: row.unread,
  }));
}

const counted = ["accepted", "had", "refused", "pieces", "unread"] as const;

type ArrivalRow = Record<(typeof counted)[number], number> & {
  device: string;
  last_at: Date;
  bundles: number;
  number: number;
  name: string;
  branch: string;
  revoked: boolean;
  account_name: string | null;
  bearer_name: string | null;
  bearer_number: number | null;
};
