import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The captures of all devices, and the headers of those that were refused. */
export const captures: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE capture (
        id uuid PRIMARY KEY,
        device uuid NOT NULL,
        sequence bigint NOT NULL,
        envelope integer NOT NULL,
        kind text NOT NULL,
        version bigint NOT NULL,
        captured_at text NOT NULL,
        clock_offset_ms bigint,
        branch text NOT NULL,
        staff text NOT NULL,
        amends uuid,
        notice_id text,
        notice_version bigint,
        notice_language text,
        notice_hash text,
        content_hash text NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        payload text,
        salt text,
        received_at timestamptz NOT NULL,
        UNIQUE (device, sequence),
        CHECK ((payload IS NULL) = (salt IS NULL))
      )`.execute(db);
    await sql`
      CREATE TABLE refusal (
        device uuid NOT NULL,
        id uuid NOT NULL,
        hash text NOT NULL,
        sequence bigint NOT NULL,
        kind text NOT NULL,
        version bigint NOT NULL,
        captured_at text NOT NULL,
        content_hash text NOT NULL,
        previous_hash text NOT NULL,
        verdict text NOT NULL CHECK (verdict IN ('rejected', 'conflict')),
        reason text NOT NULL,
        issues text,
        sound boolean NOT NULL,
        first_refused_at timestamptz NOT NULL,
        last_refused_at timestamptz NOT NULL,
        PRIMARY KEY (device, id, hash)
      )`.execute(db);
    // A refused capture with a true header holds its place in the chain, and one place has one holder.
    await sql`CREATE UNIQUE INDEX refusal_place ON refusal (device, sequence) WHERE sound`.execute(
      db,
    );
  },
};
