import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolder } from "../../../test/support/desk-store.ts";
import { isPlaintext, NotEncrypted, openConnection } from "./connection.ts";

const folder = makeFolder("connection");
const key = randomBytes(32);
afterAll(folder.remove);

function open(name: string, given = key) {
  return openConnection({ path: join(folder.path, name), key: given, allowPlaintext: false });
}

describe("the connection to the store", () => {
  it("holds every setting that durability and secrecy rest on, also when opened again", () => {
    for (const _ of ["first", "again"]) {
      const connection = open("settings.db");
      const read = (name: string) => connection.pragma(name, { simple: true });
      expect(read("journal_mode")).toBe("wal");
      expect(read("synchronous")).toBe(2);
      expect(read("foreign_keys")).toBe(1);
      expect(read("secure_delete")).toBe(1);
      expect(read("cipher")).toBe("aegis");
      connection.exec("CREATE TABLE IF NOT EXISTS some (thing)");
      connection.close();
    }
  });

  it.each([
    ["empty", Buffer.alloc(0)],
    ["short", randomBytes(31)],
  ])("never reaches SQLite with a key that is %s", (name, given) => {
    expect(() => open(`${name}.db`, given)).toThrow("32 bytes");
    expect(existsSync(join(folder.path, `${name}.db`))).toBe(false);
  });

  it("does not open a file that lies there in plain", () => {
    const path = join(folder.path, "plain.db");
    writeFileSync(path, Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(4080)]));
    expect(() => open("plain.db")).toThrow(NotEncrypted);
    expect(isPlaintext(path)).toBe(true);
    expect(readFileSync(path)).toHaveLength(4096);
  });

  it("lets no second one in while it is open", () => {
    const first = open("busy.db");
    expect(() => open("busy.db")).toThrow(expect.objectContaining({ code: "SQLITE_BUSY" }));
    first.close();
    open("busy.db").close();
  });
});

describe("the files of the store", () => {
  const secrets = ["สมหญิง ลับมาก", "+66812345678", "somying@example.com"];

  beforeAll(() => {
    const connection = open("secret.db");
    connection.exec("CREATE TABLE person (name TEXT)");
    const insert = connection.prepare("INSERT INTO person VALUES (?)");
    for (const secret of secrets) insert.run(secret);
    connection.pragma("wal_checkpoint(TRUNCATE)");
    // Once in the database and once in the log, which stays since nothing is closed.
    for (const secret of secrets) insert.run(secret);
  });

  it("show nothing of what is in them", () => {
    const files = readdirSync(folder.path).filter((name) => name.startsWith("secret.db"));
    expect(files).toContain("secret.db");
    expect(files).toContain("secret.db-wal");
    for (const name of files) {
      const bytes = readFileSync(join(folder.path, name));
      expect(bytes.length).toBeGreaterThan(4096);
      expect(bytes.includes("SQLite format 3")).toBe(false);
      expect(bytes.includes("CREATE TABLE")).toBe(false);
      for (const secret of secrets) {
        expect(bytes.includes(secret)).toBe(false);
        expect(bytes.includes(Buffer.from(secret, "utf16le"))).toBe(false);
      }
    }
  });
});
