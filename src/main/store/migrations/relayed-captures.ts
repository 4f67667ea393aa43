import type { Migration } from "../migrate.ts";

export const relayedCaptures: Migration = {
  name: "relayed-captures",
  run(connection) {
    connection.exec(`
      -- Other devices' captures of events that this branch works, apart from this device's own log.
      -- header: the envelope as JSON without payload and salt, which go together at the end of retention.
      CREATE TABLE relayed_capture (
        id TEXT PRIMARY KEY,
        event_group TEXT NOT NULL,
        device_number INTEGER NOT NULL,
        amends TEXT,
        header TEXT NOT NULL,
        payload TEXT,
        salt TEXT,
        received_at INTEGER NOT NULL,
        CHECK ((payload IS NULL) = (salt IS NULL))
      ) STRICT;
      CREATE INDEX relayed_group ON relayed_capture (event_group);
      CREATE INDEX relayed_amends ON relayed_capture (amends) WHERE amends IS NOT NULL;

      -- A version that did not know them kept them unread: they are fetched anew.
      UPDATE device SET pull_cursor = 0
        WHERE EXISTS (SELECT 1 FROM received WHERE topic = 'event-capture');
      DELETE FROM received WHERE topic = 'event-capture';
    `);
  },
};
