import { type AuditEnd, type AuditEntry, hashAuditEntry } from "../../contract/audit.ts";
import { chainStart } from "../../contract/chain.ts";
import type { Connection } from "./connection.ts";
import { sha256 } from "./sha256.ts";

/** What someone did. `subject` is the id of the capture, person or staff member it was done to. */
export type NewAuditEntry = {
  at: number;
  /** Null where no one was signed in. */
  staff: string | null;
  action: AuditAction;
  subject: string | null;
};

export type AuditAction =
  | "capture"
  | "read-person"
  | "read-capture"
  | "read-case"
  | "print-receipt"
  | "save-receipt"
  | "print-board"
  | "save-board"
  | "open-pictures"
  | "export-picture"
  | "sign-in"
  | "vouch"
  | "wrong-pin"
  | "locked-by-tries"
  | "unlock"
  | "roster-changed"
  | "retry-sync"
  | "hold"
  | "release-held"
  | "hold-again"
  | "give-back"
  | "say-again"
  | "destroy-picture"
  | "save-support-file"
  | "renew-key"
  | "recover-key"
  | "skip-places"
  | "write-courier"
  | "take-courier"
  | "write-courier-answers"
  | "drop-carried"
  | "hand-over"
  | "purge";

export type Audit = ReturnType<typeof makeAudit>;

const columns = "sequence, at, staff, action, subject, previous_hash AS previousHash, hash";

/**
 * Who did what, added to and never changed: each entry carries the hash of the one before. It holds ids, no
 * names and no contacts. `readDevice`: this PC's id; nothing is noted before there is one.
 */
export function makeAudit(connection: Connection, readDevice: () => string | null) {
  const insert = connection.prepare(
    `INSERT INTO audit (sequence, at, staff, action, subject, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const last = connection.prepare<[], AuditEnd>(
    "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1",
  );
  const newest = connection.prepare<[number], AuditEntry>(
    `SELECT ${columns} FROM audit ORDER BY sequence DESC LIMIT ?`,
  );
  const unsent = connection.prepare<[number], AuditEntry>(
    `SELECT ${columns} FROM audit WHERE sequence > (SELECT upto FROM audit_sent)
     ORDER BY sequence LIMIT ?`,
  );
  const after = connection.prepare<[number, number], AuditEntry>(
    `SELECT ${columns} FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  );
  const sent = connection.prepare<[], number>("SELECT upto FROM audit_sent").pluck();
  const noteSent = connection.prepare("UPDATE audit_sent SET upto = ?");
  const end = (): AuditEnd => last.get() ?? { sequence: 0, hash: chainStart };

  /** One statement after the other: within a transaction no other entry comes between. */
  function append({ at, staff, action, subject }: NewAuditEntry): void {
    const before = end();
    const device = readDevice();
    if (device === null) throw new Error("a desk that is not enrolled has nobody to note");
    const entry = {
      sequence: before.sequence + 1,
      at: new Date(at).toISOString(),
      staff,
      action,
      subject,
      previousHash: before.hash,
    };
    const hash = hashAuditEntry(sha256, device, entry);
    insert.run(entry.sequence, entry.at, staff, action, subject, before.hash, hash);
  }

  return {
    add: append,
    /** Newest first, at most `limit`. */
    list: (limit: number) => newest.all(limit),
    /** The number and hash of the newest entry. */
    end,
    /** What head office does not have, oldest first, at most `limit`. */
    listUnsent: (limit: number) => unsent.all(limit),
    /** What follows the entry with this number, oldest first, at most `limit`. */
    listAfter: (sequence: number, limit: number) => after.all(sequence, limit),
    /** The sequence up to which head office has it, as far as it said. */
    sent: () => sent.get() ?? 0,
    /** Head office wants the log from after `upto` next: it may be less than it had. */
    noteSent(upto: number): void {
      noteSent.run(upto);
    },
  };
}
