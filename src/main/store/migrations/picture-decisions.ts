import type { Migration } from "../migrate.ts";

export const pictureDecisions: Migration = {
  name: "picture-decisions",
  run(connection) {
    connection.exec(`
      -- What is to become of an event's pictures, by the SHA-256 of the file: neither picture nor name.
      -- hint: SHA-256 of name, size and time of the file, which finds it again without reading it whole.
      CREATE TABLE picture_decision (
        event TEXT NOT NULL,
        digest TEXT NOT NULL,
        hint TEXT NOT NULL,
        choice TEXT NOT NULL CHECK (choice IN ('publish', 'cover', 'leave-out')),
        regions TEXT NOT NULL,
        staff TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (event, digest),
        CHECK ((choice = 'cover') = (regions <> '[]'))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX picture_hint ON picture_decision (event, hint);

      -- New files that were written, and by which decision; gone with the event as well.
      CREATE TABLE picture_export (
        event TEXT NOT NULL,
        digest TEXT NOT NULL,
        folder TEXT NOT NULL,
        name TEXT NOT NULL,
        decided_at INTEGER NOT NULL,
        PRIMARY KEY (event, digest, folder, name)
      ) STRICT, WITHOUT ROWID;

      -- One per event: what this PC's counts are counted under.
      CREATE TABLE picture_review (event TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `);
  },
};
