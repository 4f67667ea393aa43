import canonicalize from "canonicalize";
import { sql } from "kysely";
import type { OfficeAction } from "../contract/inbox-account-procedures.ts";
import type { Db } from "./db/database.ts";
import { sha256 } from "./sha256.ts";

export type About = OfficeAction["about"];
export type NewAction = { account: string | null; action: string; about: About };

const start = "0".repeat(64);
const pageLength = 100;

/**
 * Writes down what was done, linked to the line before by hash. Within the transaction that does it, so that
 * neither is without the other. Never a word about a customer: what is erased must be erased here too.
 */
export async function noteAction(work: Db, action: NewAction, now: Date): Promise<void> {
  // Two at once would name the same predecessor.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('office_action', 0))`.execute(work);
  const last = await work
    .selectFrom("office_action")
    .select(["sequence", "hash"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const line = {
    sequence: (last?.sequence ?? 0) + 1,
    at: now,
    account: action.account,
    action: action.action,
    about: canonicalize(action.about) ?? "{}",
    previous_hash: last?.hash ?? start,
  };
  await work
    .insertInto("office_action")
    .values({ ...line, hash: hashLine(line) })
    .execute();
}

type Line = {
  sequence: number;
  at: Date;
  account: string | null;
  action: string;
  about: string;
  previous_hash: string;
};

function hashLine(line: Line): string {
  return sha256(
    JSON.stringify([
      line.sequence,
      line.at.toISOString(),
      line.account,
      line.action,
      line.about,
      line.previous_hash,
    ]),
  );
}

/** The sequence of the first line that does not fit the one before; null: the chain holds. */
export async function findBrokenAction(db: Db): Promise<number | null> {
  const rows = await db.selectFrom("office_action").selectAll().orderBy("sequence").execute();
  let previous = { sequence: 0, hash: start };
  for (const row of rows) {
    const fits =
      row.sequence === previous.sequence + 1 &&
      row.previous_hash === previous.hash &&
      row.hash === hashLine(row);
    if (!fits) return row.sequence;
    previous = row;
  }
  return null;
}

/** A page of what was done, newest first, from before a sequence. */
export async function listActions(
  db: Db,
  before: number | null,
): Promise<{ actions: OfficeAction[]; more: boolean }> {
  const rows = await db
    .selectFrom("office_action")
    .leftJoin("account", "account.id", "office_action.account")
    .select(["sequence", "at", "action", "about", "account.name as by"])
    .$if(before !== null, (query) => query.where("sequence", "<", before ?? 0))
    .orderBy("sequence", "desc")
    .limit(pageLength + 1)
    .execute();
  return {
    actions: rows.slice(0, pageLength).map((row) => ({
      sequence: row.sequence,
      at: row.at.toISOString(),
      by: row.by,
      action: row.action,
      about: JSON.parse(row.about) as About,
    })),
    more: rows.length > pageLength,
  };
}
