import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

test("there is one counter of changes, and it starts at nothing", async () => {
  const { db, close } = await openEmptyDatabase();
  await migrate(db, "0002-captures");
  await migrate(db, "0003-changes");
  const { rows } = await sql`SELECT version FROM change_counter`.execute(db);
  expect(rows).toEqual([{ version: 0 }]);
  await expect(sql`INSERT INTO change_counter VALUES (2, 0)`.execute(db)).rejects.toThrow();
  await close();
});
