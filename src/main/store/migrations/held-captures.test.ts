import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { openConnection } from "../connection.ts";
import { firstTables } from "./first-tables.ts";
import { heldCaptures } from "./held-captures.ts";

it("keeps what is held apart from what is sent, and both among what head office does not have", () => {
  const folder = makeFolder("held-captures");
  const path = join(folder.path, "store.db");
  const connection = openConnection({ path, key: randomBytes(32), allowPlaintext: false });
  firstTables.run(connection);
  heldCaptures.run(connection);
  // What a held capture is of is not what this is about.
  connection.pragma("foreign_keys=OFF");
  const read = (sql: string) => connection.prepare<[], unknown>(sql).pluck().all();
  connection.exec(`INSERT INTO held (sequence, reasons) VALUES (7, '["guardian"]')`);
  expect(read("SELECT sequence FROM outbox")).toEqual([]);
  expect(read("SELECT sequence FROM unsent")).toEqual([7]);
  expect(read("SELECT sequence FROM held WHERE released_at IS NOT NULL")).toEqual([]);
  expect(() => connection.exec("INSERT INTO settled VALUES (7, 'another', 'lost', 0)")).toThrow(
    "CHECK",
  );
  connection.close();
  folder.remove();
});
