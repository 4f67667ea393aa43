import type { Connection } from "./connection.ts";

/** What someone did. `subject` is the id of the capture, person or staff member it was done to. */
export type AuditEntry = {
  at: number;
  /** Null where no one was signed in. */
  staff: string | null;
  action: AuditAction;
  subject: string | null;
};

export type AuditAction =
  | "capture"
  | "read-person"
  | "print-receipt"
  | "sign-in"
  | "wrong-pin"
  | "locked-by-tries"
  | "unlock"
  | "retry-sync"
  | "purge";

export type Audit = ReturnType<typeof makeAudit>;

/** Who did what, added to and never changed. It holds ids, no names and no contacts. */
export function makeAudit(connection: Connection) {
  const insert = connection.prepare(
    "INSERT INTO audit (at, staff, action, subject) VALUES (?, ?, ?, ?)",
  );
  const newest = connection.prepare<[number], AuditEntry & { sequence: number }>(
    "SELECT sequence, at, staff, action, subject FROM audit ORDER BY sequence DESC LIMIT ?",
  );
  return {
    add({ at, staff, action, subject }: AuditEntry): void {
      insert.run(at, staff, action, subject);
    },
    /** Newest first, at most `limit`. */
    list: (limit: number) => newest.all(limit),
  };
}
