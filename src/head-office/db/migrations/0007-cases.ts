import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Requests of customers as cases: what their captures and the DPO's steps have made of them. */
export const cases: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE rights_case (
        id uuid PRIMARY KEY,
        branch text NOT NULL,
        published text NOT NULL,
        clock_doubtful boolean NOT NULL,
        voided boolean NOT NULL,
        found_by text NOT NULL
      )`.execute(db);
    await sql`
      CREATE TABLE case_capture (
        capture uuid PRIMARY KEY REFERENCES capture (id),
        case_id uuid NOT NULL
      )`.execute(db);
    await sql`CREATE INDEX case_capture_case ON case_capture (case_id)`.execute(db);
  },
};
