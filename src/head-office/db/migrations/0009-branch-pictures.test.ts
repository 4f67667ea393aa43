import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

test("a device that was there before has told nothing of itself", async () => {
  const { db, close } = await openEmptyDatabase();
  try {
    await migrate(db, "0008-audit");
    await sql`INSERT INTO device (id, branch, name, public_key, enrolled_at)
      VALUES ('019a0000-0000-7000-8000-0000000000d1', 'b', 'n', 'k', now())`.execute(db);
    await migrate(db, "0009-branch-pictures");
    const rows = await db.selectFrom("device").select("standing").execute();
    expect(rows).toEqual([{ standing: null }]);
  } finally {
    await close();
  }
});
