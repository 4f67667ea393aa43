import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The devices' logs of who did what, where each ends, and what is wrong with them. */
export const audit: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // The hash is part of the key: where a log was written anew, both stories are kept.
    await sql`
      CREATE TABLE audit_entry (
        device uuid NOT NULL REFERENCES device (id),
        sequence bigint NOT NULL,
        at text NOT NULL,
        staff text,
        action text NOT NULL,
        subject text,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (device, sequence, hash)
      )`.execute(db);
    await sql`
      CREATE FUNCTION audit_entry_append_only() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'audit_entry is append only'; END $$`.execute(db);
    await sql`
      CREATE TRIGGER audit_entry_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
      FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_append_only()`.execute(db);
    await sql`
      CREATE TABLE audit_end (
        device uuid PRIMARY KEY REFERENCES device (id),
        sequence bigint NOT NULL,
        hash text NOT NULL,
        top bigint NOT NULL DEFAULT 0,
        heard_at timestamptz NOT NULL
      )`.execute(db);
    await sql`
      CREATE TABLE audit_fault (
        device uuid NOT NULL REFERENCES device (id),
        sequence bigint NOT NULL,
        fault text NOT NULL,
        found_at timestamptz NOT NULL,
        seen_at timestamptz,
        PRIMARY KEY (device, sequence, fault)
      )`.execute(db);
  },
};
