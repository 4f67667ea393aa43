import { sql } from "kysely";
import { addDays } from "../captures/rights-request/due-date.ts";
import { readShopDay } from "../captures/shop-day.ts";
import {
  type BranchDay,
  type BranchDevice,
  type BranchPicture,
  branchDays,
  type DeskStanding,
  deskStanding,
} from "../contract/branch-picture.ts";
import type { Db } from "./db/database.ts";

/** What a desk told of itself; stored as it came. */
export async function noteStanding(db: Db, device: string, standing: DeskStanding): Promise<void> {
  await db
    .updateTable("device")
    .set({ standing: JSON.stringify(standing) })
    .where("id", "=", device)
    .execute();
}

/** A branch's devices and its last days, for one of these devices. Counts and times; nothing of anybody. */
export async function readBranchPicture(
  db: Db,
  { branch, id }: { branch: string; id: string },
  now: Date,
): Promise<BranchPicture> {
  return { devices: await listDevices(db, branch, id), days: await listDays(db, branch, now) };
}

async function listDevices(db: Db, branch: string, own: string): Promise<BranchDevice[]> {
  const rows = await db
    .selectFrom("device")
    .select(["id", "number", "name", "last_seen_at", "standing"])
    .where("branch", "=", branch)
    .where("revoked_at", "is", null)
    .orderBy("number")
    .limit(1000)
    .execute();
  return rows.map(({ id, number, name, last_seen_at, standing }) => ({
    number,
    name,
    isOwn: id === own,
    lastSeenAt: last_seen_at?.toISOString() ?? null,
    standing: standing === null ? null : deskStanding.parse(JSON.parse(standing)),
  }));
}

type DayRow = {
  day: string;
  taken: number;
  sent: number;
  usual: number | null;
  longest: number | null;
};

async function listDays(db: Db, branch: string, now: Date): Promise<BranchDay[]> {
  const today = readShopDay(now);
  const from = addDays(today, 1 - branchDays);
  // Thailand knows one time zone; the shop's day begins there. A capture's time is by head office's clock as far
  // as its device knew it, and none is later than its arrival.
  const { rows } = await sql<DayRow>`
    WITH arrived AS (
      SELECT received_at, least(received_at,
        captured_at::timestamptz + coalesce(clock_offset_ms, 0) * interval '1 millisecond') AS taken_at
      FROM capture
      WHERE branch = ${branch} AND received_at >= ${`${from}T00:00:00+07:00`}::timestamptz
    ), sent AS (
      SELECT to_char(received_at AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS day, count(*) AS count,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM received_at - taken_at)) AS usual,
        max(extract(epoch FROM received_at - taken_at)) AS longest
      FROM arrived GROUP BY 1
    ), taken AS (
      SELECT to_char(taken_at AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS day, count(*) AS count
      FROM arrived GROUP BY 1
    )
    SELECT coalesce(sent.day, taken.day) AS day, coalesce(taken.count, 0)::integer AS taken,
      coalesce(sent.count, 0)::integer AS sent, floor(sent.usual / 60)::float8 AS usual,
      floor(sent.longest / 60)::float8 AS longest
    FROM sent FULL JOIN taken ON taken.day = sent.day`.execute(db);
  const known = new Map(rows.map((row) => [row.day, row]));
  return Array.from({ length: branchDays }, (_, place): BranchDay => {
    const day = addDays(from, place);
    const row = known.get(day);
    return {
      day,
      taken: row?.taken ?? 0,
      sent: row?.sent ?? 0,
      usualDelay: row?.usual ?? null,
      longestDelay: row?.longest ?? null,
    };
  });
}
