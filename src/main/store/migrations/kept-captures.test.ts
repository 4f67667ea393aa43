import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { openConnection } from "../connection.ts";
import { firstTables } from "./first-tables.ts";
import { keptCaptures } from "./kept-captures.ts";

it("lets what is kept be found by age, and counted, without reading any capture", () => {
  const folder = makeFolder("kept-captures");
  const path = join(folder.path, "store.db");
  const connection = openConnection({ path, key: randomBytes(32), allowPlaintext: false });
  firstTables.run(connection);
  keptCaptures.run(connection);
  const plan = (sql: string) =>
    connection
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join("; ");
  expect(
    plan(`SELECT * FROM capture_log AS log WHERE log.kind = 'x' AND log.payload IS NOT NULL
      AND log.captured_at < 'y' AND (log.captured_at, log.sequence) > ('', 0)
      ORDER BY log.captured_at, log.sequence LIMIT 20`),
  ).toMatch(/^SEARCH log USING INDEX capture_kept \(kind=\? AND captured_at/);
  expect(
    plan(`SELECT kind, count(*), min(captured_at) FROM capture_log
      WHERE payload IS NOT NULL GROUP BY kind`),
  ).toMatch(/^SCAN capture_log USING (COVERING )?INDEX capture_kept$/);
  connection.close();
  folder.remove();
});
