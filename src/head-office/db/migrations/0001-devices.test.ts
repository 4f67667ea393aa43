import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

const device = (id: string, number: number | null = null) =>
  sql`INSERT INTO device (id, number, branch, name, public_key, enrolled_at)
    VALUES (${id}, coalesce(${number}::integer, nextval('device_number')), 'bkk-siam', 'desk', 'key', now())
    RETURNING number`;

test("devices get small numbers, each once", async () => {
  const { db, close } = await openEmptyDatabase();
  await migrate(db, "0001-devices");
  const one = await device("019a0000-0000-7000-8000-000000000001").execute(db);
  const two = await device("019a0000-0000-7000-8000-000000000002").execute(db);
  expect([...one.rows, ...two.rows]).toEqual([{ number: 1 }, { number: 2 }]);
  await expect(device("019a0000-0000-7000-8000-000000000003", 2).execute(db)).rejects.toThrow();
  await close();
});

test("a code is used by a device or not used", async () => {
  const { db, close } = await openEmptyDatabase();
  await migrate(db, "0001-devices");
  const used = sql`INSERT INTO enrolment_code (code_hash, branch, issued_at, expires_at, used_at)
    VALUES ('h', 'bkk-siam', now(), now(), now())`;
  await expect(used.execute(db)).rejects.toThrow();
  await close();
});
