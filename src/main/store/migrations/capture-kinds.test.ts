import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { type Connection, openConnection } from "../connection.ts";
import { captureKindIndex } from "./capture-kinds.ts";
import { firstTables } from "./first-tables.ts";

const folder = makeFolder("capture-kinds");
let connection: Connection;

beforeAll(() => {
  const path = join(folder.path, "store.db");
  connection = openConnection({ path, key: randomBytes(32), allowPlaintext: false });
  firstTables.run(connection);
  captureKindIndex.run(connection);
});
afterAll(() => {
  connection.close();
  folder.remove();
});

it("finds the captures of a kind without reading all the others", () => {
  const plan = connection
    .prepare<[string], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT sequence FROM capture_log AS log
       WHERE log.kind = ? AND log.kind <> 'marketing-consent' ORDER BY log.sequence`,
    )
    .all("rights-request");
  expect(plan.map(({ detail }) => detail).join()).toContain("capture_kind");
});
