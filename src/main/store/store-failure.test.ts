import { describe, expect, it } from "vitest";
import { nameStoreFailure } from "./store-failure.ts";

function withCode(code: string): Error {
  return Object.assign(new Error("invented"), { code });
}

describe("naming a failure of the store", () => {
  it.each([
    ["SQLITE_NOTADB", "store-damaged"],
    ["SQLITE_CORRUPT", "store-damaged"],
    ["SQLITE_CORRUPT_VTAB", "store-damaged"],
    ["SQLITE_IOERR_READ", "store-damaged"],
    ["SQLITE_FULL", "store-disk-full"],
    ["SQLITE_IOERR_SHMSIZE", "store-disk-full"],
    ["ENOSPC", "store-disk-full"],
    ["SQLITE_READONLY", "store-read-only"],
    ["SQLITE_READONLY_DIRECTORY", "store-read-only"],
    ["EROFS", "store-read-only"],
    ["EACCES", "store-read-only"],
    ["SQLITE_BUSY", "store-busy"],
    ["SQLITE_BUSY_SNAPSHOT", "store-busy"],
    ["SQLITE_LOCKED_SHAREDCACHE", "store-busy"],
  ])("%s is %s", (code, named) => {
    expect(nameStoreFailure(withCode(code))).toBe(named);
  });

  it.each(["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_ERROR", "SQLITE_MISUSE", "ENOENT", ""])(
    "%j is a bug",
    (code) => {
      expect(nameStoreFailure(withCode(code))).toBeNull();
    },
  );

  it("takes nothing else for a failure of the store", () => {
    expect(nameStoreFailure(new Error("SQLITE_FULL"))).toBeNull();
    expect(nameStoreFailure("SQLITE_FULL")).toBeNull();
    expect(nameStoreFailure(null)).toBeNull();
  });
});
