import { hashAuditEntry } from "../../../contract/audit.ts";
import { chainStart } from "../../../contract/chain.ts";
import type { Migration } from "../migrate.ts";
import { sha256 } from "../sha256.ts";

type OldRow = {
  sequence: number;
  at: number;
  staff: string | null;
  action: string;
  subject: string | null;
};

/** Links the log of who did what, as far as it has come, and keeps how much of it head office has. */
export const auditChain: Migration = {
  name: "audit-chain",
  run(connection) {
    const device = connection.prepare<[], string | null>("SELECT device FROM device").pluck().get();
    const rows = connection
      .prepare<[], OldRow>(
        "SELECT sequence, at, staff, action, subject FROM audit ORDER BY sequence",
      )
      .all();
    connection.exec(`
      DROP TABLE audit;
      -- Who did what, to whom or what, each linked to the one before by hash. Rows are added and never changed.
      CREATE TABLE audit (
        sequence INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        staff TEXT,
        action TEXT NOT NULL,
        subject TEXT,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit
      BEGIN SELECT raise(ABORT, 'audit is append only'); END;
      CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit
      BEGIN SELECT raise(ABORT, 'audit is append only'); END;
      CREATE TABLE audit_sent (one INTEGER PRIMARY KEY CHECK (one = 1), upto INTEGER NOT NULL) STRICT;
      INSERT INTO audit_sent (one, upto) VALUES (1, 0);
    `);
    const insert = connection.prepare(
      `INSERT INTO audit (sequence, at, staff, action, subject, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    let previousHash = chainStart;
    // Numbered anew: SQLite's own numbers promised no gaps.
    for (const [place, { staff, action, subject, at }] of rows.entries()) {
      const entry = {
        sequence: place + 1,
        at: new Date(at).toISOString(),
        staff,
        action,
        subject,
        previousHash,
      };
      const hash = hashAuditEntry(sha256, device ?? "", entry);
      insert.run(entry.sequence, entry.at, staff, action, subject, previousHash, hash);
      previousHash = hash;
    }
  },
};
