import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../test/support/head-office.ts";
import { migrate, migrations } from "./migrate.ts";

test("every migration has its file, its test and its place in the list", () => {
  const files = readdirSync(new URL("./migrations/", import.meta.url)).sort();
  const names = Object.keys(migrations);
  expect(names).toEqual([...names].sort());
  expect(files).toEqual(names.flatMap((name) => [`${name}.test.ts`, `${name}.ts`]));
});

test("migrating again changes nothing", async () => {
  const { db, close } = await openEmptyDatabase();
  await migrate(db);
  await db.updateTable("change_counter").set({ version: 5 }).execute();
  await migrate(db);
  const row = await db.selectFrom("change_counter").selectAll().executeTakeFirst();
  expect(row).toEqual({ id: 1, version: 5 });
  await close();
});
