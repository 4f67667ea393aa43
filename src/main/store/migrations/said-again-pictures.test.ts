import { randomBytes } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { openConnection } from "../connection.ts";
import { migrations } from "./migrations.ts";

const folder = makeFolder("said-again-pictures");
afterAll(folder.remove);

it("names the capture that a picture was sealed for whole or not at all, and none for those before", () => {
  const path = `${folder.path}/desk.db`;
  const connection = openConnection({ path, key: randomBytes(32), allowPlaintext: false });
  const place = migrations.findIndex(({ name }) => name === "said-again-pictures");
  for (const migration of migrations.slice(0, place)) migration.run(connection);
  connection.pragma("foreign_keys=OFF");
  connection.exec(`INSERT INTO attachment (sequence, purpose, sealing_key, digest, size, sealed)
    VALUES (1, 'refund-id-copy', 'k', 'd', 3, x'010203')`);
  migrations[place]?.run(connection);
  const sealedFor = connection.prepare("SELECT sealed_capture, sealed_sequence FROM attachment");
  expect(sealedFor.all()).toEqual([{ sealed_capture: null, sealed_sequence: null }]);
  for (const half of ["sealed_capture = 'c'", "sealed_sequence = 1"]) {
    expect(() => connection.exec(`UPDATE attachment SET ${half}`)).toThrow(/CHECK/);
  }
  connection.exec("UPDATE attachment SET sealed_capture = 'c', sealed_sequence = 1");
  connection.close();
});
