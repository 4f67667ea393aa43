import { sql } from "kysely";
import { expect, test } from "vitest";
import { openEmptyDatabase } from "../../../../test/support/head-office.ts";
import { migrate } from "../migrate.ts";

const device = "019a0000-0000-7000-8000-0000000000d1";
const capture = "019a0000-0000-7000-8000-0000000000c1";

test("a picture that was there before is its own capture's, and a place is told whole or not at all", async () => {
  const { db, close } = await openEmptyDatabase();
  try {
    await migrate(db, "0009-branch-pictures");
    await sql`INSERT INTO device (id, branch, name, public_key, enrolled_at)
      VALUES (${device}, 'b', 'n', 'k', now())`.execute(db);
    await sql`INSERT INTO capture (id, device, sequence, envelope, kind, version, captured_at, branch, staff,
        content_hash, previous_hash, hash, received_at)
      VALUES (${capture}, ${device}, 1, 1, 'id-copy', 1, '', 'b', 's', '', '', '', now())`.execute(
      db,
    );
    await sql`INSERT INTO attachment (capture, purpose, sealing_key, digest, size)
      VALUES (${capture}, 'refund-id-copy', 'k', 'd', 3)`.execute(db);
    await migrate(db, "0011-said-again-pictures");
    const rows = await db
      .selectFrom("attachment")
      .select(["sealed_capture", "sealed_sequence"])
      .execute();
    expect(rows).toEqual([{ sealed_capture: null, sealed_sequence: null }]);
    const half = db.updateTable("attachment").set({ sealed_sequence: 1 }).execute();
    await expect(half).rejects.toThrow(/check/i);
  } finally {
    await close();
  }
});
