import { type Payload, payload } from "../../src/captures/id-copy/payload.ts";
import type { Db } from "../../src/head-office/db/database.ts";

/** What head office has of refunds and papers, in the order of the device's chain. */
export async function listRefundPayloads(db: Db): Promise<Payload[]> {
  const rows = await db
    .selectFrom("capture")
    .select("payload")
    .where("kind", "=", "id-copy")
    .orderBy("sequence")
    .execute();
  return rows.map((row) => payload.parse(JSON.parse(row.payload ?? "null")));
}
