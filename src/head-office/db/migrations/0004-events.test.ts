import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

test("a change that was published before came from no device", async () => {
  const { db, close } = await openEmptyDatabase();
  await migrate(db, "0003-changes");
  await sql`INSERT INTO change VALUES ('branch', 'bkk-siam', '', 1, '{}', now())`.execute(db);
  await migrate(db, "0004-events");
  const { rows } = await sql`SELECT source FROM change`.execute(db);
  expect(rows).toEqual([{ source: null }]);
  await close();
});
