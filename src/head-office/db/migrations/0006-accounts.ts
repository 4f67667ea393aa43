import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Who may use the inbox, who does at this moment, and what was done. */
export const accounts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        sign_in text NOT NULL UNIQUE,
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('dpo', 'viewer')),
        password text NOT NULL,
        wrong_tries integer NOT NULL DEFAULT 0,
        not_before timestamptz,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz,
        disabled_at timestamptz
      )`.execute(db);
    await sql`
      CREATE TABLE inbox_session (
        token_hash text PRIMARY KEY,
        account uuid NOT NULL REFERENCES account (id),
        began_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL
      )`.execute(db);
    await sql`
      CREATE TABLE office_action (
        sequence bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        account uuid REFERENCES account (id),
        action text NOT NULL,
        about text NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL
      )`.execute(db);
  },
};
