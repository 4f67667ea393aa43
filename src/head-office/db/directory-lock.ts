import { DatabaseSync } from "node:sqlite";

/** Gives the directory back. */
export type DirectoryLock = { release(): void };

/**
 * Holds a directory for this process: PGlite has no lock of its own that two processes could see, and two
 * servers on one database destroy it. An exclusive SQLite transaction is a lock of the operating system on
 * every platform, and ends with the process however that ends. Null: another process has it.
 */
export function lockDirectory(lockFile: string): DirectoryLock | null {
  const file = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    file.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    return { release: () => file.close() };
  } catch (error) {
    file.close();
    const sqliteBusy = 5;
    if (error instanceof Error && "errcode" in error && error.errcode === sqliteBusy) return null;
    throw error;
  }
}
