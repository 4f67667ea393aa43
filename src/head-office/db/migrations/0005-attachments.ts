import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Sealed pictures that belong to captures, and the log of all that was done with them. */
export const attachments: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE attachment (
        capture uuid PRIMARY KEY REFERENCES capture (id),
        purpose text NOT NULL,
        sealing_key text NOT NULL,
        digest text NOT NULL,
        size bigint NOT NULL,
        received bigint NOT NULL DEFAULT 0,
        sealed bytea,
        whole_at timestamptz,
        destroyed_at timestamptz,
        CHECK (sealed IS NULL OR (whole_at IS NOT NULL AND destroyed_at IS NULL)),
        CHECK (sealed IS NOT NULL OR whole_at IS NULL OR destroyed_at IS NOT NULL)
      )`.execute(db);
    // What has come of a picture that is not whole yet, each piece at its first byte's place.
    await sql`
      CREATE TABLE attachment_piece (
        capture uuid NOT NULL REFERENCES attachment (capture),
        first_byte bigint NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (capture, first_byte)
      )`.execute(db);
    // Rows are added and never changed; each is linked to the one before by hash.
    await sql`
      CREATE TABLE copy_log (
        entry bigint PRIMARY KEY,
        at text NOT NULL,
        action text NOT NULL,
        capture uuid,
        who text NOT NULL,
        role text NOT NULL,
        reason text NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL UNIQUE
      )`.execute(db);
    await sql`
      CREATE FUNCTION copy_log_append_only() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'copy_log is append only'; END $$`.execute(db);
    await sql`
      CREATE TRIGGER copy_log_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON copy_log
      FOR EACH STATEMENT EXECUTE FUNCTION copy_log_append_only()`.execute(db);
    await sql`CREATE INDEX capture_id_copy ON capture (id) WHERE kind = 'id-copy'`.execute(db);
  },
};
