import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

test("a device that was there before has not left, and head office's keys stay as they were made", async () => {
  const { db, close } = await openEmptyDatabase();
  try {
    await migrate(db, "0009-branch-pictures");
    const device = "019a0000-0000-7000-8000-0000000000d1";
    await sql`INSERT INTO device (id, branch, name, public_key, enrolled_at)
      VALUES (${device}, 'b', 'n', 'k', now())`.execute(db);
    await migrate(db, "0010-courier");
    const rows = await db.selectFrom("device").select(["left_at", "left_with"]).execute();
    expect(rows).toEqual([{ left_at: null, left_with: null }]);

    await sql`INSERT INTO office_key VALUES ('k', 's', 'v', 'o', 'w', now())`.execute(db);
    for (const statement of [
      sql`UPDATE office_key SET seal_to = 'x'`,
      sql`DELETE FROM office_key`,
      sql`TRUNCATE office_key`,
    ]) {
      await expect(statement.execute(db)).rejects.toThrow(/append only/);
    }

    // Brought by a device or by a person, never by both or nobody.
    const arrive = (broughtBy: string | null) =>
      sql`
      INSERT INTO courier_arrival (bundle, via, device, brought_by, came_at)
      VALUES ('b', ${device}, ${device}, ${broughtBy}, now())`.execute(db);
    await expect(arrive(null)).rejects.toThrow(/check/);
    await arrive(device);
  } finally {
    await close();
  }
});
