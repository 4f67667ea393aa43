import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What devices tell of themselves, and a way to what a branch sent lately. */
export const branchPictures: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // JSON as `deskStanding` has it; null until the device has told.
    await sql`ALTER TABLE device ADD COLUMN standing text`.execute(db);
    await sql`CREATE INDEX capture_arrival ON capture (branch, received_at)`.execute(db);
  },
};
