import type { Migration } from "../migrate.ts";

export const sealedAttachments: Migration = {
  name: "sealed-attachments",
  run(connection) {
    connection.exec(`
      -- Pictures, sealed to head office before they came here, each with its capture. The bytes go when head
      -- office has them, and only then.
      CREATE TABLE attachment (
        sequence INTEGER PRIMARY KEY REFERENCES capture_log,
        purpose TEXT NOT NULL,
        sealing_key TEXT NOT NULL,
        digest TEXT NOT NULL,
        size INTEGER NOT NULL,
        sealed BLOB,
        -- How many of the bytes head office says that it has.
        sent INTEGER NOT NULL DEFAULT 0,
        parked INTEGER NOT NULL DEFAULT 0 CHECK (parked IN (0, 1)),
        tries INTEGER NOT NULL DEFAULT 0,
        last_tried_at INTEGER,
        next_try_at INTEGER NOT NULL DEFAULT 0,
        reason TEXT,
        acknowledged_at INTEGER,
        CHECK ((sealed IS NULL) = (acknowledged_at IS NOT NULL)),
        CHECK (sealed IS NULL OR length(sealed) = size)
      ) STRICT;
      CREATE INDEX attachment_waiting ON attachment (sequence) WHERE acknowledged_at IS NULL;
    `);
  },
};
