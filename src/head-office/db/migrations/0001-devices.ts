import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Devices, the codes that make them, and the nonces of their requests. */
export const devices: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // 31³ numbers less zero fit the three characters of a receipt number.
    await sql`CREATE SEQUENCE device_number AS integer MINVALUE 1 MAXVALUE 29790 NO CYCLE`.execute(
      db,
    );
    await sql`
      CREATE TABLE device (
        id uuid PRIMARY KEY,
        number integer NOT NULL UNIQUE DEFAULT nextval('device_number'),
        branch text NOT NULL,
        name text NOT NULL,
        public_key text NOT NULL,
        enrolled_at timestamptz NOT NULL,
        last_seen_at timestamptz,
        protocol integer,
        revoked_at timestamptz
      )`.execute(db);
    await sql`
      CREATE TABLE enrolment_code (
        code_hash text PRIMARY KEY,
        branch text NOT NULL,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        device uuid REFERENCES device (id),
        CHECK ((used_at IS NULL) = (device IS NULL))
      )`.execute(db);
    await sql`
      CREATE TABLE request_nonce (
        device uuid NOT NULL,
        nonce text NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (device, nonce)
      )`.execute(db);
    await sql`CREATE INDEX request_nonce_expiry ON request_nonce (expires_at)`.execute(db);
  },
};
