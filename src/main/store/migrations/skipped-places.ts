import type { Migration } from "../migrate.ts";

export const skippedPlaces: Migration = {
  name: "skipped-places",
  run(connection) {
    connection.exec(`
      -- Places of the chain that head office has and this store has not, as after it was put back to an earlier
      -- state: the next capture follows the newest of them. had: how many captures head office had there.
      CREATE TABLE skipped (
        upto INTEGER PRIMARY KEY,
        hash TEXT NOT NULL,
        had INTEGER NOT NULL CHECK (had >= 0)
      ) STRICT;
      CREATE TRIGGER skipped_ahead BEFORE INSERT ON skipped
      WHEN NEW.upto <= (SELECT coalesce(max(sequence), 0) FROM capture_log)
        OR NEW.upto <= (SELECT coalesce(max(upto), 0) FROM skipped)
      BEGIN SELECT raise(ABORT, 'what is here is not skipped'); END;
      CREATE TRIGGER skipped_never_changed BEFORE UPDATE ON skipped
      BEGIN SELECT raise(ABORT, 'skipped is append only'); END;
      CREATE TRIGGER skipped_never_deleted BEFORE DELETE ON skipped
      BEGIN SELECT raise(ABORT, 'skipped is append only'); END;

      DROP TRIGGER capture_log_in_order;
      CREATE TRIGGER capture_log_in_order BEFORE INSERT ON capture_log
      WHEN NEW.sequence IS NOT 1 + max(
        (SELECT coalesce(max(sequence), 0) FROM capture_log),
        (SELECT coalesce(max(upto), 0) FROM skipped)
      )
      BEGIN SELECT raise(ABORT, 'capture_log has no gaps'); END;
    `);
  },
};
