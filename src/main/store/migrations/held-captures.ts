import type { Migration } from "../migrate.ts";

/** Captures that a manager looks at before they are sent, and those that another one said again. */
export const heldCaptures: Migration = {
  name: "held-captures",
  run(connection) {
    connection.exec(`
      -- Apart from the outbox, so that nothing which sends can see them.
      CREATE TABLE held (
        sequence INTEGER PRIMARY KEY REFERENCES capture_log,
        -- A JSON array of words.
        reasons TEXT NOT NULL,
        -- The manager's words to whoever took it; null: it has not gone back to them.
        note TEXT,
        -- ms since 1970; null: the manager has not let it go.
        released_at INTEGER
      ) STRICT;
      CREATE INDEX held_released ON held (sequence) WHERE released_at IS NOT NULL;

      -- Head office refused them; another capture says them again, or takes them out.
      CREATE TABLE settled (
        sequence INTEGER PRIMARY KEY REFERENCES capture_log,
        by_capture TEXT NOT NULL,
        how TEXT NOT NULL CHECK (how IN ('again', 'void')),
        at INTEGER NOT NULL
      ) STRICT;

      -- Which fields head office found at fault: JSON as its verdict had it.
      ALTER TABLE outbox ADD COLUMN issues TEXT;

      -- All that head office does not have.
      CREATE VIEW unsent AS SELECT sequence FROM outbox UNION ALL SELECT sequence FROM held;
    `);
  },
};
