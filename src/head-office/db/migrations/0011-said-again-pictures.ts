import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Which refused capture a picture was sealed for, where it comes with the one that says it again. */
export const saidAgainPictures: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Null: it was sealed for its own capture. The refused one is not here, so this refers to nothing.
    await sql`ALTER TABLE attachment ADD COLUMN sealed_capture uuid`.execute(db);
    await sql`
      ALTER TABLE attachment ADD COLUMN sealed_sequence bigint
        CHECK ((sealed_sequence IS NULL) = (sealed_capture IS NULL))`.execute(db);
  },
};
