import type { Migration } from "../migrate.ts";

export const saidAgainPictures: Migration = {
  name: "said-again-pictures",
  run(connection) {
    connection.exec(`
      -- The capture that a picture was sealed for, where head office refused it and another one says it again;
      -- null: it is the capture's own.
      ALTER TABLE attachment ADD COLUMN sealed_capture TEXT;
      ALTER TABLE attachment ADD COLUMN sealed_sequence INTEGER
        CHECK ((sealed_sequence IS NULL) = (sealed_capture IS NULL));
    `);
  },
};
