import { randomBytes } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { openConnection } from "../connection.ts";
import { migrations } from "./migrations.ts";

const folder = makeFolder("courier-bundles");
afterAll(folder.remove);

it("keeps what is carried until head office has answered, and what is its own until the answer was used", () => {
  const path = `${folder.path}/desk.db`;
  const connection = openConnection({ path, key: randomBytes(32), allowPlaintext: false });
  for (const migration of migrations) migration.run(connection);
  const carry = connection.prepare(
    `INSERT INTO carried (id, device, taken_at, bundle, refused, answer, answered_at)
     VALUES (?, 'device', 1, ?, ?, ?, ?)`,
  );
  carry.run("waits", "bundle", null, null, null);
  carry.run("set aside", "bundle", "forged", null, null);
  carry.run("answered", null, null, "answer", 2);
  const odd = [
    [null, null, null, null],
    ["bundle", null, "answer", 2],
    [null, null, "answer", null],
    [null, "forged", "answer", 2],
  ] as const;
  for (const columns of odd) expect(() => carry.run("odd", ...columns)).toThrow(/CHECK/);
  const own = connection.prepare(
    "INSERT INTO own_bundle (id, made_at, contents, answered_at) VALUES (?, 1, ?, ?)",
  );
  own.run("waits", "[]", null);
  own.run("answered", null, 2);
  expect(() => own.run("both", "[]", 2)).toThrow(/CHECK/);
  expect(() => own.run("neither", null, null)).toThrow(/CHECK/);
  connection.close();
});
