import { existsSync, renameSync, rmSync } from "node:fs";
import type { Connection } from "./connection.ts";

/** One step of the store's form. Its place in the list plus one is the `user_version` it leads to. */
export type Migration = { name: string; run(connection: Connection): void };

/** The store was written by a newer version of the software, whose form this one cannot know. */
export class StoreTooNew extends Error {}

export function readStoreVersion(connection: Connection): number {
  return connection.pragma("user_version", { simple: true }) as number;
}

/**
 * Brings the store to the newest form: all steps and `user_version` in one transaction, after a copy of a
 * store that has something in it. A fault in the middle leaves the store as it was.
 */
export function migrate(
  connection: Connection,
  path: string,
  migrations: readonly Migration[],
): void {
  const version = readStoreVersion(connection);
  if (version > migrations.length) throw new StoreTooNew();
  if (version === migrations.length) return;
  if (version > 0) copyStore(connection, path);
  connection
    .transaction(() => {
      for (const migration of migrations.slice(version)) migration.run(connection);
      // Pragmas take no parameters; the number is our own.
      connection.exec(`PRAGMA user_version = ${migrations.length}`);
    })
    .immediate();
}

/** Where the copy from before the last change of form or version lies: encrypted with the same key. */
export function nameCopy(path: string): string {
  return `${path}.before-upgrade`;
}

export function copyStore(connection: Connection, path: string): void {
  const copy = nameCopy(path);
  const part = `${copy}.part`;
  // VACUUM INTO refuses a file with content; what a cut-off copy left is worth nothing.
  if (existsSync(part)) rmSync(part);
  connection.prepare("VACUUM INTO ?").run(part);
  renameSync(part, copy);
}
