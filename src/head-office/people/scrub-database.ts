import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import type { Db } from "../db/database.ts";

/** Tables in whose files erased content may still lie as dead rows. */
const touched = [
  "capture",
  "rights_case",
  "change",
  "take_down",
  "attachment",
  "attachment_piece",
] as const;

/**
 * Rewrites what erased content was in, and lets go of the log that has it: a deleted row's bytes stay in a
 * table's file and in the write-ahead log until then. False: this user may not do all of it on this server,
 * and the old log goes in the server's own time. Backups are not touched.
 */
export async function scrubDatabase(db: Db): Promise<boolean> {
  // Each waits for whoever works on the table, and they for it; erasing is rare.
  for (const table of touched) await sql`VACUUM FULL ${sql.table(table)}`.execute(db);
  return db.connection().execute(dropOldLog);
}

async function dropOldLog(db: Db): Promise<boolean> {
  try {
    // Files of the log are used again with their old content in them, unless they are told to go: by this
    // process, which PGlite is all of, and by a server's others.
    await sql`SET wal_recycle = off`.execute(db);
    await sql`ALTER SYSTEM SET wal_recycle = off`.execute(db);
    await sql`SELECT pg_reload_conf()`.execute(db);
    await wait(200);
    // A file goes at the checkpoint after the one that no longer needs it.
    for (let round = 0; round < 2; round += 1) {
      await sql`SELECT pg_switch_wal()`.execute(db);
      await sql`CHECKPOINT`.execute(db);
    }
    await sql`ALTER SYSTEM RESET wal_recycle`.execute(db);
    await sql`SELECT pg_reload_conf()`.execute(db);
    await sql`RESET wal_recycle`.execute(db);
    return true;
  } catch (error) {
    const notPermitted = "42501";
    if (error instanceof Error && "code" in error && error.code === notPermitted) return false;
    throw error;
  }
}
