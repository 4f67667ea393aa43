import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Connection } from "./connection.ts";
import { copyStore, readStoreVersion, StoreTooNew } from "./migrate.ts";
import { migrations } from "./migrations/migrations.ts";

export const nameVersionMark = (path: string) => `${path}.version`;

/** Copies a store that another version of the software used last, before this one writes a word into it. */
export function copyForVersion(
  connection: Connection,
  path: string,
  version: string | undefined,
): void {
  const form = readStoreVersion(connection);
  if (form > migrations.length) throw new StoreTooNew();
  // A change of form brings its own copy: see migrate.
  if (version === undefined || form === 0 || form < migrations.length) return;
  if (readMark(path) !== version) copyStore(connection, path);
}

/** From here on this version is the one that used it last. */
export function noteVersion(path: string, version: string | undefined): void {
  if (version === undefined || readMark(path) === version) return;
  const part = `${nameVersionMark(path)}.part`;
  writeFileSync(part, version);
  renameSync(part, nameVersionMark(path));
}

function readMark(path: string): string | null {
  return existsSync(nameVersionMark(path)) ? readFileSync(nameVersionMark(path), "utf8") : null;
}
