import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { devices } from "./migrations/0001-devices.ts";
import { captures } from "./migrations/0002-captures.ts";
import { changes } from "./migrations/0003-changes.ts";
import type { Tables } from "./tables.ts";

/** By name, in the order they run. One that has shipped is never edited. */
export const migrations: Record<string, Migration> = {
  "0001-devices": devices,
  "0002-captures": captures,
  "0003-changes": changes,
};

/** Brings the schema to `target`, the newest unless a test says otherwise; all of it or none. */
export async function migrate(db: Kysely<Tables>, target?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = target ? await migrator.migrateTo(target) : await migrator.migrateToLatest();
  if (error) throw error;
}
