import { sql } from "kysely";
import { chainStart } from "../../contract/chain.ts";
import type { DeskLog, DeskLogEntry } from "../../contract/inbox-audit-procedures.ts";
import type { Db } from "../db/database.ts";
import { findLogFaults } from "./audit-faults.ts";

const pageLength = 100;

/** Every device with how far its log has come and how many faults nobody has looked at. */
export async function listLogs(db: Db): Promise<DeskLog[]> {
  const { rows } = await sql<{
    id: string;
    number: number;
    branch: string;
    name: string;
    entries: number;
    behind: number;
    heard_at: Date | null;
    open: number;
  }>`
    SELECT device.id, device.number, device.branch, device.name, audit_end.heard_at,
      coalesce(audit_end.top, 0)::bigint AS entries,
      greatest(coalesce(audit_end.sequence - audit_end.top, 0), 0)::bigint AS behind,
      (SELECT count(*)::integer FROM audit_fault
       WHERE audit_fault.device = device.id AND seen_at IS NULL) AS open
    FROM device LEFT JOIN audit_end ON audit_end.device = device.id
    ORDER BY open DESC, device.branch, device.number`.execute(db);
  return rows.map(({ heard_at, open, ...row }) => ({
    ...row,
    heardAt: heard_at?.toISOString() ?? null,
    openFaults: open,
  }));
}

/** A page of one device's log, newest first, from before a sequence. */
export async function listEntries(
  db: Db,
  device: string,
  before: number | null,
): Promise<{ entries: DeskLogEntry[]; more: boolean }> {
  const rows = await db
    .selectFrom("audit_entry")
    .select(["sequence", "at", "staff", "action", "subject"])
    .where("device", "=", device)
    .$if(before !== null, (query) => query.where("sequence", "<", before ?? 0))
    .orderBy("sequence", "desc")
    .orderBy("received_at", "desc")
    .limit(pageLength + 1)
    .execute();
  return { entries: rows.slice(0, pageLength), more: rows.length > pageLength };
}

/** What was found when it came, oldest first. */
export async function listFaults(db: Db, device: string) {
  const rows = await db
    .selectFrom("audit_fault")
    .select(["sequence", "fault", "found_at", "seen_at"])
    .where("device", "=", device)
    .orderBy("found_at")
    .orderBy("sequence")
    .execute();
  return rows.map(({ sequence, fault, found_at, seen_at }) => ({
    sequence,
    fault,
    foundAt: found_at.toISOString(),
    seenAt: seen_at?.toISOString() ?? null,
  }));
}

/** Whether what lies here is what came: nobody changed, removed or cut it since. */
export async function isKeptWhole(db: Db, device: string): Promise<boolean> {
  const told = await db
    .selectFrom("audit_end")
    .select(["sequence", "hash", "top"])
    .where("device", "=", device)
    .executeTakeFirst();
  if (!told) return true;
  const rows = await db
    .selectFrom("audit_entry")
    .select(["sequence", "at", "staff", "action", "subject", "previous_hash", "hash"])
    .where("device", "=", device)
    .orderBy("sequence")
    .orderBy("received_at")
    .execute();
  const entries = rows.map(({ previous_hash, ...row }) => ({
    ...row,
    previousHash: previous_hash,
  }));
  const end = told.sequence === 0 ? { sequence: 0, hash: chainStart } : told;
  return findLogFaults(device, entries, { end, top: told.top }).length === 0;
}

/** A DPO has looked at what is wrong with a device's log. */
export async function markFaultsSeen(db: Db, device: string, now: Date): Promise<void> {
  await db
    .updateTable("audit_fault")
    .set({ seen_at: now })
    .where("device", "=", device)
    .where("seen_at", "is", null)
    .execute();
}
