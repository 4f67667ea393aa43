import { sql } from "kysely";
import { expect, test } from "vitest";
import { startTestHeadOffice } from "../../../test/support/head-office.ts";
import { syncPaths } from "../../contract/sync.ts";

test("health asks the database", async () => {
  const headOffice = await startTestHeadOffice();
  const ask = async () => {
    const response = await fetch(`${headOffice.address}${syncPaths.health}`);
    return { status: response.status, body: await response.json() };
  };
  expect(await ask()).toMatchObject({ status: 200, body: { status: "ok" } });
  await sql`ALTER TABLE change_counter RENAME TO gone`.execute(headOffice.db);
  expect(await ask()).toMatchObject({ status: 503, body: { status: "no-database" } });
  await headOffice.close();
});
