import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFolder } from "../../../test/support/desk-store.ts";
import { type Connection, openConnection } from "./connection.ts";
import { type Migration, migrate, nameCopy, readStoreVersion, StoreTooNew } from "./migrate.ts";

const folder = makeFolder("migrate");
const key = randomBytes(32);
afterAll(folder.remove);

const one: Migration = {
  name: "one",
  run: (connection) => connection.exec("CREATE TABLE one (thing TEXT)"),
};
const two: Migration = {
  name: "two",
  run: (connection) => connection.exec("CREATE TABLE two (thing TEXT)"),
};
const broken: Migration = {
  name: "broken",
  run(connection) {
    connection.exec("DELETE FROM one");
    connection.exec("CREATE TABLE three (thing TEXT)");
    throw new Error("half-way");
  },
};

let count = 0;
let path = "";
let connection: Connection;

beforeEach(() => {
  count += 1;
  path = join(folder.path, `store-${count}.db`);
  connection = openConnection({ path, key, allowPlaintext: false });
});
afterEach(() => {
  connection.close();
});

function listTables(from: Connection): unknown[] {
  return from.prepare("SELECT name FROM sqlite_schema ORDER BY name").pluck().all();
}

describe("migrating", () => {
  it("takes a new store through every step, without a copy", () => {
    migrate(connection, path, [one, two]);
    expect(listTables(connection)).toEqual(["one", "two"]);
    expect(readStoreVersion(connection)).toBe(2);
    expect(existsSync(nameCopy(path))).toBe(false);
  });

  it("takes an old store through the steps that it lacks", () => {
    migrate(connection, path, [one]);
    connection.exec("INSERT INTO one VALUES ('kept')");
    migrate(connection, path, [one, two]);
    expect(listTables(connection)).toEqual(["one", "two"]);
    expect(connection.prepare("SELECT thing FROM one").pluck().get()).toBe("kept");
  });

  it("leaves the old store, and a copy of it, when a step fails", () => {
    migrate(connection, path, [one]);
    connection.exec("INSERT INTO one VALUES ('kept')");
    expect(() => migrate(connection, path, [one, two, broken])).toThrow("half-way");
    expect(readStoreVersion(connection)).toBe(1);
    expect(listTables(connection)).toEqual(["one"]);
    expect(connection.prepare("SELECT thing FROM one").pluck().get()).toBe("kept");

    const copy = openConnection({ path: nameCopy(path), key, allowPlaintext: false });
    expect(readStoreVersion(copy)).toBe(1);
    expect(copy.prepare("SELECT thing FROM one").pluck().get()).toBe("kept");
    copy.close();
    expect(readFileSync(nameCopy(path)).includes("kept")).toBe(false);
  });

  it("keeps the last copy only", () => {
    migrate(connection, path, [one]);
    migrate(connection, path, [one, two]);
    connection.exec("INSERT INTO two VALUES ('newer')");
    const three: Migration = { name: "three", run: (to) => to.exec("CREATE TABLE three (a)") };
    migrate(connection, path, [one, two, three]);
    const copy = openConnection({ path: nameCopy(path), key, allowPlaintext: false });
    expect(listTables(copy)).toEqual(["one", "two"]);
    copy.close();
    expect(existsSync(`${nameCopy(path)}.part`)).toBe(false);
  });

  it("does not touch a store that is newer than it", () => {
    migrate(connection, path, [one, two]);
    expect(() => migrate(connection, path, [one])).toThrow(StoreTooNew);
    expect(readStoreVersion(connection)).toBe(2);
  });
});
