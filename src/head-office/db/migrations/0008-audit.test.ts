import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

test("what devices logged is added to and never changed", async () => {
  const { db, close } = await openEmptyDatabase();
  try {
    await migrate(db, "0007-cases");
    await migrate(db, "0008-audit");
    const device = "019a0000-0000-7000-8000-0000000000d1";
    await sql`INSERT INTO device (id, branch, name, public_key, enrolled_at)
      VALUES (${device}, 'b', 'n', 'k', now())`.execute(db);
    await sql`INSERT INTO audit_entry VALUES (${device}, 1, '', 's', 'a', NULL, '', 'h', now())`.execute(
      db,
    );
    for (const statement of [
      sql`UPDATE audit_entry SET action = 'x'`,
      sql`DELETE FROM audit_entry`,
      sql`TRUNCATE audit_entry`,
    ]) {
      await expect(statement.execute(db)).rejects.toThrow(/append only/);
    }
  } finally {
    await close();
  }
});
