import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

const device = "019a0000-0000-7000-8000-0000000000d1";
const capture = (id: number, sequence: number, payload: string | null = "{}") =>
  sql`INSERT INTO capture (
      id, device, sequence, envelope, kind, version, captured_at, branch, staff, content_hash, previous_hash,
      hash, payload, salt, received_at
    ) VALUES (
      ${`019a0000-0000-7000-8000-00000000000${id}`}, ${device}, ${sequence}, 1, 'k', 1, '', 'b', 's', 'c', 'p',
      'h', ${payload}, 'salt', now()
    )`;
const refusal = (id: number, sequence: number, sound: boolean) =>
  sql`INSERT INTO refusal (
      device, id, hash, sequence, kind, version, captured_at, content_hash, previous_hash, verdict, reason,
      sound, first_refused_at, last_refused_at
    ) VALUES (
      ${device}, ${`019a0000-0000-7000-8000-00000000000${id}`}, 'h', ${sequence}, 'k', 1, '', 'c', 'p',
      'rejected', 'payload-refused', ${sound}, now(), now()
    )`;

test("a device's sequence is taken once, payload and salt go together, and bytes stay as they are", async () => {
  const { db, close } = await openEmptyDatabase();
  await migrate(db, "0001-devices");
  await migrate(db, "0002-captures");
  const text = '{"b":1,  "a":"ยินยอม \\u0000"}';
  await capture(1, 7, text).execute(db);
  const { rows } = await sql`SELECT payload, sequence FROM capture`.execute(db);
  expect(rows).toEqual([{ payload: text, sequence: 7 }]);
  await expect(capture(2, 7).execute(db)).rejects.toThrow();
  await expect(capture(3, 8, null).execute(db)).rejects.toThrow();
  await close();
});

test("of refused captures only those with a true header hold a place", async () => {
  const { db, close } = await openEmptyDatabase();
  await migrate(db, "0002-captures");
  await refusal(1, 7, true).execute(db);
  await refusal(2, 7, false).execute(db);
  await expect(refusal(3, 7, true).execute(db)).rejects.toThrow();
  await close();
});
