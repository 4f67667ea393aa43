import { sql, type Transaction } from "kysely";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { chainStart } from "../../contract/chain.ts";
import type { CopyLogLine } from "../../contract/inbox-copy-procedures.ts";
import type { Db } from "../db/database.ts";
import type { CopyLogTable, Tables } from "../db/tables.ts";
import { sha256 } from "../sha256.ts";

/** Who does something with copies, as head office's sign-in knows them. */
export type Handler = { who: string; role: string };

/** What ends by itself when its time has come is nobody's doing. */
export const headOfficeItself: Handler = { who: "head-office", role: "system" };

/**
 * `open`: a copy was shown, written before the first byte of it is out. `open-failed`: it is not what was
 * sealed, or not of this capture.
 */
export type CopyAction = CopyLogLine["action"];

export type CopyLogEntry = Handler & {
  at: Date;
  action: CopyAction;
  capture: string;
  reason: string;
};

/**
 * Adds one entry, linked by hash to the one before it, so that none can be taken out, changed or put in
 * between unseen. Durable with the transaction that it is part of.
 */
export async function addToCopyLog(work: Transaction<Tables>, item: CopyLogEntry): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('copy_log', 0))`.execute(work);
  const last = await work
    .selectFrom("copy_log")
    .select(["entry", "hash"])
    .orderBy("entry", "desc")
    .limit(1)
    .executeTakeFirst();
  const row = {
    entry: (last?.entry ?? 0) + 1,
    at: item.at.toISOString(),
    action: item.action,
    capture: item.capture,
    who: item.who,
    role: item.role,
    reason: item.reason,
    previous_hash: last?.hash ?? chainStart,
  };
  await work
    .insertInto("copy_log")
    .values({ ...row, hash: hashEntry(row) })
    .execute();
}

/** The number of the first entry that does not follow from the one before; null: the log is whole. */
export async function findCopyLogFault(db: Db): Promise<number | null> {
  const rows = await db.selectFrom("copy_log").selectAll().orderBy("entry").execute();
  let previous = { entry: 0, hash: chainStart };
  for (const row of rows) {
    const follows = row.entry === previous.entry + 1 && row.previous_hash === previous.hash;
    if (!follows || hashEntry(row) !== row.hash) return previous.entry + 1;
    previous = row;
  }
  return null;
}

const pageLength = 100;

/** A page of the log, newest first, from before an entry. */
export async function listCopyLog(
  db: Db,
  before: number | null,
): Promise<{ lines: CopyLogLine[]; whole: boolean; more: boolean }> {
  const rows = await db
    .selectFrom("copy_log")
    .innerJoin("capture", "capture.id", "copy_log.capture")
    .innerJoin("device", "device.id", "capture.device")
    .select(["entry", "at", "action", "who", "role", "reason", "capture.sequence", "device.number"])
    .$if(before !== null, (query) => query.where("entry", "<", before ?? 0))
    .orderBy("entry", "desc")
    .limit(pageLength + 1)
    .execute();
  const lines = rows.slice(0, pageLength).map(
    (row): CopyLogLine => ({
      entry: row.entry,
      at: new Date(row.at).toISOString(),
      action: row.action as CopyAction,
      receiptNumber: formReceiptNumber(row.number, row.sequence),
      who: row.role === headOfficeItself.role ? null : row.who,
      reason: row.reason,
    }),
  );
  const whole = (await findCopyLogFault(db)) === null;
  return { lines, whole, more: rows.length > pageLength };
}

/** A fixed array: neither the order of columns nor a new one can change a hash. */
function hashEntry(row: Omit<CopyLogTable, "hash">): string {
  const { entry, at, action, capture, who, role, reason, previous_hash } = row;
  return sha256(JSON.stringify([entry, at, action, capture, who, role, reason, previous_hash]));
}
