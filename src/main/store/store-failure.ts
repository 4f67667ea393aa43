import type { StoreFailureCode } from "../../contract/failure.ts";

/** Result codes of SQLite (https://sqlite.org/rescode.html) and of the file system that a person can meet. */
const named: Readonly<Record<string, StoreFailureCode>> = {
  SQLITE_NOTADB: "store-damaged",
  SQLITE_CORRUPT: "store-damaged",
  SQLITE_IOERR: "store-damaged",
  SQLITE_FULL: "store-disk-full",
  SQLITE_READONLY: "store-read-only",
  SQLITE_PERM: "store-read-only",
  SQLITE_BUSY: "store-busy",
  SQLITE_LOCKED: "store-busy",
  ENOSPC: "store-disk-full",
  EDQUOT: "store-disk-full",
  EROFS: "store-read-only",
  EACCES: "store-read-only",
  EPERM: "store-read-only",
  EIO: "store-damaged",
};

/** Extended codes that mean something else than the code they extend. */
const extended: Readonly<Record<string, StoreFailureCode>> = {
  // Growing a file of the store failed: there is no room for it.
  SQLITE_IOERR_SHMSIZE: "store-disk-full",
  SQLITE_IOERR_TRUNCATE: "store-disk-full",
  SQLITE_IOERR_LOCK: "store-busy",
  SQLITE_IOERR_BLOCKED: "store-busy",
};

/** What an error of the store or its files means for a person; null: it is a bug and is to be thrown. */
export function nameStoreFailure(error: unknown): StoreFailureCode | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string")
    return null;
  const { code } = error;
  return extended[code] ?? named[code] ?? named[readPrimaryCode(code)] ?? null;
}

/** SQLITE_READONLY_DBMOVED extends SQLITE_READONLY. */
function readPrimaryCode(code: string): string {
  return code.split("_").slice(0, 2).join("_");
}
