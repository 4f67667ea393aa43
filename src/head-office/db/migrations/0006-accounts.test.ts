import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

test("makes accounts of two roles, each by one name, on top of what was there", async () => {
  const { db, close } = await openEmptyDatabase();
  try {
    await migrate(db, "0005-attachments");
    await migrate(db, "0006-accounts");
    const add = (signIn: string, role: string) =>
      sql`INSERT INTO account (id, sign_in, name, role, password, created_at)
        VALUES (gen_random_uuid(), ${signIn}, 'Napa', ${role}, '{}', now())`.execute(db);
    await add("napa", "dpo");
    await expect(add("napa", "viewer")).rejects.toThrow("account_sign_in_key");
    await expect(add("kanya", "owner")).rejects.toThrow("account_role_check");
  } finally {
    await close();
  }
});
