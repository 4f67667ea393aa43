import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { type Connection, openConnection } from "../connection.ts";
import { firstTables } from "./first-tables.ts";
import { skippedPlaces } from "./skipped-places.ts";

const folder = makeFolder("skipped-places");
let connection: Connection;

beforeAll(() => {
  const path = join(folder.path, "store.db");
  connection = openConnection({ path, key: randomBytes(32), allowPlaintext: false });
  firstTables.run(connection);
  skippedPlaces.run(connection);
});
afterAll(() => {
  connection.close();
  folder.remove();
});

function append(sequence: number): void {
  connection
    .prepare(
      `INSERT INTO capture_log (sequence, id, request, envelope, device, kind, version, captured_at,
         branch, staff, content_hash, previous_hash, hash)
       VALUES (?, ?, ?, 1, 'desk', 'kind', 1, 'now', 'branch', 'staff', '', '', '')`,
    )
    .run(sequence, `id ${sequence}`, `request ${sequence}`);
}

const skip = (upto: number) => connection.exec(`INSERT INTO skipped VALUES (${upto}, 'hash', 1)`);

it("lets the log go on after the places that were skipped, and nowhere else", () => {
  append(1);
  skip(5);
  for (const taken of [2, 5, 7]) expect(() => append(taken)).toThrow("no gaps");
  append(6);
  append(7);
  expect(() => append(9)).toThrow("no gaps");
});

it("skips nothing that is here or was skipped, and keeps what it knows", () => {
  for (const here of [4, 5, 7]) expect(() => skip(here)).toThrow("not skipped");
  expect(() => connection.exec("UPDATE skipped SET upto = 100")).toThrow("append only");
  expect(() => connection.exec("DELETE FROM skipped")).toThrow("append only");
});
