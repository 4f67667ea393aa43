import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Reference data as devices fetch it. */
export const changes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE change (
        topic text NOT NULL,
        key text NOT NULL,
        audience text NOT NULL,
        version bigint NOT NULL UNIQUE,
        value text,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (topic, key, audience)
      )`.execute(db);
    await sql`
      CREATE TABLE change_counter (
        id integer PRIMARY KEY CHECK (id = 1),
        version bigint NOT NULL
      )`.execute(db);
    await sql`INSERT INTO change_counter (id, version) VALUES (1, 0)`.execute(db);
  },
};
