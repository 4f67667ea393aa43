import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What captures belong to together, who has to take pictures down, and whose captures are passed on to whom. */
export const events: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // The device that a change came from, which does not need it back.
    await sql`ALTER TABLE change ADD COLUMN source uuid`.execute(db);
    await sql`
      CREATE TABLE capture_group (
        capture uuid PRIMARY KEY REFERENCES capture,
        name text NOT NULL
      )`.execute(db);
    await sql`CREATE INDEX capture_group_name ON capture_group (name)`.execute(db);
    // One row per request; outcome null until somebody has looked at it.
    await sql`
      CREATE TABLE take_down (
        capture uuid PRIMARY KEY REFERENCES capture,
        event text,
        branch text NOT NULL,
        asked_at timestamptz NOT NULL,
        outcome text CHECK (outcome IN ('in-work', 'taken-down', 'not-ours', 'refused', 'taken-back')),
        words text,
        answered_at timestamptz
      )`.execute(db);
  },
};
