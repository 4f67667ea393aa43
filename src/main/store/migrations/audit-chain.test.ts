import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { deskDevice, makeFolder } from "../../../../test/support/desk-store.ts";
import { type AuditEntry, hashAuditEntry } from "../../../contract/audit.ts";
import { chainStart } from "../../../contract/chain.ts";
import { openConnection } from "../connection.ts";
import { sha256 } from "../sha256.ts";
import { auditChain } from "./audit-chain.ts";
import { firstTables } from "./first-tables.ts";

it("links what was logged before, without gaps, and keeps every word of it", () => {
  const folder = makeFolder("audit-chain");
  const path = join(folder.path, "store.db");
  const connection = openConnection({ path, key: randomBytes(32), allowPlaintext: false });
  firstTables.run(connection);
  connection.exec(`UPDATE device SET device = '${deskDevice}';
    INSERT INTO audit (sequence, at, staff, action, subject) VALUES
      (2, 0, NULL, 'wrong-pin', 'ploy'), (7, 1500, 'ploy', 'sign-in', 'ploy')`);
  auditChain.run(connection);
  const rows = connection
    .prepare<[], AuditEntry>("SELECT *, previous_hash AS previousHash FROM audit ORDER BY sequence")
    .all();
  expect(rows.map(({ sequence, at, staff, action }) => [sequence, at, staff, action])).toEqual([
    [1, "1970-01-01T00:00:00.000Z", null, "wrong-pin"],
    [2, "1970-01-01T00:00:01.500Z", "ploy", "sign-in"],
  ]);
  let previousHash = chainStart;
  for (const row of rows) {
    expect(row.previousHash).toBe(previousHash);
    expect(row.hash).toBe(hashAuditEntry(sha256, deskDevice, row));
    previousHash = row.hash;
  }
  for (const sql of ["UPDATE audit SET action = 'another'", "DELETE FROM audit"]) {
    expect(() => connection.exec(sql)).toThrow("append only");
  }
  connection.close();
  folder.remove();
});
