import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { openConnection } from "../connection.ts";
import { firstTables } from "./first-tables.ts";
import { relayedCaptures } from "./relayed-captures.ts";

it("fetches anew what a version before could not read", () => {
  const folder = makeFolder("relayed-captures");
  for (const [unread, cursor] of [
    [true, 0],
    [false, 9],
  ] as const) {
    const path = join(folder.path, `store-${cursor}.db`);
    const connection = openConnection({ path, key: randomBytes(32), allowPlaintext: false });
    firstTables.run(connection);
    connection.exec("UPDATE device SET pull_cursor = 9");
    connection.exec("INSERT INTO received VALUES ('branch', 'bkk-siam', '{}')");
    if (unread) connection.exec("INSERT INTO received VALUES ('event-capture', 'one', '{}')");
    relayedCaptures.run(connection);
    const read = (sql: string) => connection.prepare<[], unknown>(sql).pluck().all();
    expect(read("SELECT pull_cursor FROM device")).toEqual([cursor]);
    expect(read("SELECT topic FROM received")).toEqual(["branch"]);
    expect(() =>
      connection.exec(
        "INSERT INTO relayed_capture VALUES ('id', 'event x', 1, NULL, '{}', 'payload', NULL, 1)",
      ),
    ).toThrow("CHECK");
    connection.close();
  }
  folder.remove();
});
