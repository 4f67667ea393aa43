import { afterAll, expect, it } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { openConnection } from "../connection.ts";
import { migrations } from "./migrations.ts";

const folder = makeFolder("migration");
afterAll(folder.remove);

it("keeps sealed bytes until they are acknowledged, and none afterwards", () => {
  const connection = openConnection({
    path: `${folder.path}/desk.db`,
    key: Buffer.alloc(32, 7),
    allowPlaintext: false,
  });
  for (const migration of migrations) migration.run(connection);
  connection.pragma("foreign_keys=OFF");
  const add = connection.prepare(
    `INSERT INTO attachment (sequence, purpose, sealing_key, digest, size, sealed, acknowledged_at)
     VALUES (?, 'refund-id-copy', 'k', 'd', 3, ?, ?)`,
  );
  add.run(1, Buffer.of(1, 2, 3), null);
  add.run(2, null, 1);
  expect(() => add.run(3, null, null)).toThrow(/CHECK/);
  expect(() => add.run(4, Buffer.of(1, 2, 3), 1)).toThrow(/CHECK/);
  expect(() => add.run(5, Buffer.of(1, 2), null)).toThrow(/CHECK/);
  connection.close();
});
