import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { devices } from "./migrations/0001-devices.ts";
import { captures } from "./migrations/0002-captures.ts";
import { changes } from "./migrations/0003-changes.ts";
import { events } from "./migrations/0004-events.ts";
import { attachments } from "./migrations/0005-attachments.ts";
import { accounts } from "./migrations/0006-accounts.ts";
import { cases } from "./migrations/0007-cases.ts";
import { audit } from "./migrations/0008-audit.ts";
import { branchPictures } from "./migrations/0009-branch-pictures.ts";
import { courier } from "./migrations/0010-courier.ts";
import { saidAgainPictures } from "./migrations/0011-said-again-pictures.ts";
import type { Tables } from "./tables.ts";

/** By name, in the order they run. One that has shipped is never edited. */
export const migrations: Record<string, Migration> = {
  "0001-devices": devices,
  "0002-captures": captures,
  "0003-changes": changes,
  "0004-events": events,
  "0005-attachments": attachments,
  "0006-accounts": accounts,
  "0007-cases": cases,
  "0008-audit": audit,
  "0009-branch-pictures": branchPictures,
  "0010-courier": courier,
  "0011-said-again-pictures": saidAgainPictures,
};

/** Brings the schema to `target`, the newest unless a test says otherwise; all of it or none. */
export async function migrate(db: Kysely<Tables>, target?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = target ? await migrator.migrateTo(target) : await migrator.migrateToLatest();
  if (error) throw error;
}
