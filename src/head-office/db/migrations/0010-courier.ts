import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Head office's own keys, what came by courier, and what devices said that were taken out of use. */
export const courier: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE office_key (
        id text PRIMARY KEY,
        seal_to text NOT NULL,
        signed_by text NOT NULL,
        opens_with text NOT NULL,
        signs_with text NOT NULL,
        made_at timestamptz NOT NULL
      )`.execute(db);
    // A key that is gone leaves bundles on their way that nothing opens.
    await sql`
      CREATE FUNCTION office_key_kept() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'office_key is append only'; END $$`.execute(db);
    await sql`
      CREATE TRIGGER office_key_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON office_key
      FOR EACH STATEMENT EXECUTE FUNCTION office_key_kept()`.execute(db);
    // Brought by a device, or in a file that somebody took in: `via` is the one's id or the other's.
    await sql`
      CREATE TABLE courier_arrival (
        bundle text NOT NULL,
        via uuid NOT NULL,
        device uuid NOT NULL REFERENCES device (id),
        brought_by uuid REFERENCES device (id),
        account uuid REFERENCES account (id),
        came_at timestamptz NOT NULL,
        accepted integer,
        had integer,
        refused integer,
        pieces integer,
        log_entries integer,
        unread integer,
        PRIMARY KEY (bundle, via),
        CHECK ((brought_by IS NULL) <> (account IS NULL))
      )`.execute(db);
    await sql`CREATE INDEX courier_arrival_lately ON courier_arrival (came_at)`.execute(db);
    await sql`ALTER TABLE device ADD COLUMN left_at timestamptz, ADD COLUMN left_with text`.execute(
      db,
    );
  },
};
