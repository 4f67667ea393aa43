import type { Migration } from "../migrate.ts";

export const courierBundles: Migration = {
  name: "courier-bundles",
  run(connection) {
    connection.exec(`
      -- Bundles of other PCs, sealed to head office, that this one brings there. The bundle goes once head office
      -- has answered; its answer stays for the way back.
      CREATE TABLE carried (
        -- SHA-256 over the sealed bytes.
        id TEXT PRIMARY KEY,
        device TEXT NOT NULL,
        -- Which PC wrote the file, by its own word.
        branch TEXT,
        device_number INTEGER,
        taken_at INTEGER NOT NULL,
        -- JSON as it came.
        bundle TEXT,
        tries INTEGER NOT NULL DEFAULT 0,
        last_tried_at INTEGER,
        next_try_at INTEGER NOT NULL DEFAULT 0,
        -- A line's trouble.
        reason TEXT,
        -- Why head office does not take it; it is set aside.
        refused TEXT,
        -- JSON of head office's signed word, for the device.
        answer TEXT,
        answered_at INTEGER,
        CHECK ((bundle IS NULL) = (answer IS NOT NULL)),
        CHECK ((answer IS NULL) = (answered_at IS NULL)),
        CHECK (refused IS NULL OR answer IS NULL)
      ) STRICT;
      CREATE INDEX carried_waiting ON carried (taken_at) WHERE bundle IS NOT NULL AND refused IS NULL;

      -- What this PC has put into bundles of its own: which verdict of an answer is for what.
      CREATE TABLE own_bundle (
        id TEXT PRIMARY KEY,
        made_at INTEGER NOT NULL,
        -- JSON, by the requests' places; null once head office's answer has been applied.
        contents TEXT,
        answered_at INTEGER,
        CHECK ((contents IS NULL) = (answered_at IS NOT NULL))
      ) STRICT;

      -- ms since 1970: head office said that it has taken this PC out of use. Null: it has not.
      ALTER TABLE device ADD COLUMN revoked_at INTEGER;
    `);
  },
};
