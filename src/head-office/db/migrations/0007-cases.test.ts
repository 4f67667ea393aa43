import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

test("a case counts only captures that are here", async () => {
  const { db, close } = await openEmptyDatabase();
  try {
    await migrate(db, "0006-accounts");
    await migrate(db, "0007-cases");
    await expect(
      sql`INSERT INTO case_capture VALUES (gen_random_uuid(), gen_random_uuid())`.execute(db),
    ).rejects.toThrow("case_capture_capture_fkey");
  } finally {
    await close();
  }
});
