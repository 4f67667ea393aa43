import type { Selectable } from "kysely";
import type { z } from "zod";
import { type AuditEntry, auditEntry, type auditRequest } from "../../contract/audit.ts";
import { chainStart } from "../../contract/chain.ts";
import type { Db } from "../db/database.ts";
import type { AuditEntryTable } from "../db/tables.ts";
import { holdsNul } from "../nul.ts";
import { type AuditFault, findEndFault, findEntryFaults } from "./audit-faults.ts";

/** One with NUL in it cannot be stored, and must keep none of the others back. */
const storableEntry = auditEntry.refine((entry) => !holdsNul(JSON.stringify(entry)));

export type TakenAudit = {
  /** The sequence after which the device is to go on. */
  have: number;
  /** What is newly wrong with its log. */
  faults: AuditFault[];
};

/**
 * Takes what a device added to its log, and where it says that the log ends. Everything readable is kept, also
 * what does not fit: it is what the alarm is about. Taking the same again changes nothing.
 */
export async function takeAudit(
  db: Db,
  device: string,
  { entries, after, end }: z.output<typeof auditRequest>,
  now: Date,
): Promise<TakenAudit> {
  return db.transaction().execute(async (work) => {
    await work
      .insertInto("audit_end")
      .values({ device, sequence: 0, hash: chainStart, heard_at: now })
      .onConflict((conflict) => conflict.column("device").doNothing())
      .execute();
    // One request of a device after the other.
    const known = await work
      .selectFrom("audit_end")
      .select(["sequence", "hash", "top"])
      .where("device", "=", device)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // Head office was put back to an earlier state: the device sends again what came after it.
    if (after > known.top) return { have: known.top, faults: [] };
    const read = entries.map((item) => storableEntry.safeParse(item));
    const readable = read.flatMap(({ data }) => (data ? [data] : []));
    const kept = await readAround(work, device, after, readable.at(-1)?.sequence ?? after);
    const faults = [
      ...read.flatMap(({ success }, place): AuditFault[] =>
        success ? [] : [{ sequence: after + place + 1, fault: "unreadable" }],
      ),
      ...judge(device, readable, kept, after),
      ...[
        findEndFault(known, end),
        // Where it said that it ended, now and before, it has to be what it sent for that place.
        findFalseEnd(readable, kept, end),
        findFalseEnd(readable, new Map(), known),
      ].flatMap((one) => one ?? []),
    ];
    const fresh = readable.filter(({ hash, sequence }) => !kept.get(sequence)?.has(hash));
    if (fresh.length > 0) {
      await work
        .insertInto("audit_entry")
        .values(fresh.map((entry) => formRow(device, entry, now)))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const last = readable.at(-1)?.sequence ?? 0;
    const have = Math.max(after + entries.length, last);
    const further = end.sequence > known.sequence ? end : known;
    await work
      .updateTable("audit_end")
      .set({
        sequence: further.sequence,
        hash: further.hash,
        top: Math.max(known.top, have),
        heard_at: now,
      })
      .where("device", "=", device)
      .execute();
    return { have, faults: await noteFaults(work, device, faults, now) };
  });
}

/** Hashes by sequence. */
type Kept = ReadonlyMap<number, ReadonlySet<string>>;

/** What is here already from `after` to `last`. */
async function readAround(work: Db, device: string, after: number, last: number): Promise<Kept> {
  const rows = await work
    .selectFrom("audit_entry")
    .select(["sequence", "hash"])
    .where("device", "=", device)
    .where("sequence", ">=", after)
    .where("sequence", "<=", Math.max(last, after))
    .execute();
  const kept = new Map<number, Set<string>>();
  for (const { sequence, hash } of rows) {
    kept.set(sequence, (kept.get(sequence) ?? new Set()).add(hash));
  }
  return kept;
}

function judge(
  device: string,
  entries: readonly AuditEntry[],
  kept: Kept,
  after: number,
): AuditFault[] {
  const [first] = entries;
  const before = kept.get(after) ?? new Set([chainStart]);
  const follows = first !== undefined && before.has(first.previousHash);
  const hash = follows ? first.previousHash : ([...before][0] ?? chainStart);
  const rewritten = entries.flatMap(({ sequence, hash: own }): AuditFault[] => {
    const here = kept.get(sequence);
    return here && !here.has(own) ? [{ sequence, fault: "rewritten" }] : [];
  });
  return [...findEntryFaults(device, entries, { sequence: after, hash }), ...rewritten];
}

function findFalseEnd(
  entries: readonly AuditEntry[],
  kept: Kept,
  end: { sequence: number; hash: string },
): AuditFault | null {
  const sent = entries.filter(({ sequence }) => sequence === end.sequence).map(({ hash }) => hash);
  const here = [...sent, ...(kept.get(end.sequence) ?? [])];
  const isTrue = here.length === 0 || here.includes(end.hash);
  return isTrue ? null : { sequence: end.sequence, fault: "rewritten" };
}

function formRow(device: string, entry: AuditEntry, now: Date): Selectable<AuditEntryTable> {
  const { previousHash, ...same } = entry;
  return { device, ...same, previous_hash: previousHash, received_at: now };
}

/** Only the first of a kind in one request: a log written anew is one alarm, not thousands. */
async function noteFaults(
  work: Db,
  device: string,
  faults: readonly AuditFault[],
  now: Date,
): Promise<AuditFault[]> {
  const firsts = faults.filter(
    ({ fault }, place) => faults.findIndex((one) => one.fault === fault) === place,
  );
  if (firsts.length === 0) return [];
  const added = await work
    .insertInto("audit_fault")
    .values(firsts.map((one) => ({ device, ...one, found_at: now, seen_at: null })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(["sequence", "fault"])
    .execute();
  return added;
}
