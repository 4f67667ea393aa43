import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

test("the log of copies is added to and never changed", async () => {
  const { db, close } = await openEmptyDatabase();
  await migrate(db);
  await sql`INSERT INTO copy_log VALUES (1, '', 'open', NULL, 'w', 'dpo', 'r', '', 'h')`.execute(
    db,
  );
  await expect(sql`UPDATE copy_log SET reason = 'x'`.execute(db)).rejects.toThrow(/append only/);
  await expect(sql`DELETE FROM copy_log`.execute(db)).rejects.toThrow(/append only/);
  await expect(sql`TRUNCATE copy_log`.execute(db)).rejects.toThrow(/append only/);
  await close();
});
