import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { type Connection, openConnection } from "../connection.ts";
import { firstTables } from "./first-tables.ts";

const folder = makeFolder("first-tables");
let connection: Connection;

beforeAll(() => {
  const path = join(folder.path, "store.db");
  connection = openConnection({ path, key: randomBytes(32), allowPlaintext: false });
  firstTables.run(connection);
  addRow(1);
  addRow(2);
});
afterAll(() => {
  connection.close();
  folder.remove();
});

function addRow(sequence: number): void {
  connection.exec(
    `INSERT INTO capture_log (sequence, id, request, envelope, device, kind, version, captured_at, branch,
       staff, content_hash, previous_hash, hash, salt, payload)
     VALUES (${sequence}, 'id-${sequence}', 'request-${sequence}', 1, 'device', 'kind', 1, 'moment',
       'branch', 'staff', 'content', 'previous', 'hash', 'salt', 'payload')`,
  );
}

describe("the first tables", () => {
  it("take captures in order only", () => {
    for (const wrong of [4, 0, -1]) expect(() => addRow(wrong)).toThrow("no gaps");
    for (const taken of [1, 2]) expect(() => addRow(taken)).toThrow();
  });

  it.each([
    "DELETE FROM capture_log WHERE sequence = 2",
    "UPDATE capture_log SET payload = 'another' WHERE sequence = 1",
    "UPDATE capture_log SET staff = 'another', payload = NULL, salt = NULL WHERE sequence = 1",
    "UPDATE capture_log SET hash = 'another', payload = NULL, salt = NULL WHERE sequence = 1",
    "UPDATE capture_log SET amends = 'another', payload = NULL, salt = NULL WHERE sequence = 1",
    "UPDATE capture_log SET sequence = 9 WHERE sequence = 2",
    "UPDATE capture_log SET payload = NULL WHERE sequence = 1",
  ])("refuse: %s", (sql) => {
    expect(() => connection.exec(sql)).toThrow();
    expect(
      connection
        .prepare("SELECT count(*) FROM capture_log WHERE payload = 'payload'")
        .pluck()
        .get(),
    ).toBe(2);
  });

  it("let a purge take payload and salt together", () => {
    connection.exec("UPDATE capture_log SET payload = NULL, salt = NULL WHERE sequence = 1");
    expect(connection.prepare("SELECT payload FROM capture_log").pluck().all()).toEqual([
      null,
      "payload",
    ]);
  });

  it.each(["UPDATE audit SET action = 'another'", "DELETE FROM audit"])("refuse: %s", (sql) => {
    connection.exec("INSERT INTO audit (at, action) VALUES (1, 'capture')");
    expect(() => connection.exec(sql)).toThrow("append only");
  });
});
