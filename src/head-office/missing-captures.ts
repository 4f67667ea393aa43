import { sql } from "kysely";
import type { AcknowledgedSoFar, MissingRange } from "../contract/sync.ts";
import type { Db } from "./db/database.ts";
import { readDeviceChain } from "./device-chain.ts";

/**
 * Which of a device's captures are not here, if of those up to its newest acknowledged one fewer are here than
 * it was told: head office was put back to an earlier state. Null: nothing is missing that was ever said to be
 * here. What came later does not count, or it would stand in for what was lost.
 */
export async function findMissing(
  db: Db,
  device: string,
  { count, upTo }: AcknowledgedSoFar,
): Promise<MissingRange[] | null> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM capture
    WHERE device = ${device}::uuid AND sequence <= ${upTo}`.execute(db);
  if ((rows[0]?.count ?? 0) >= count) return null;
  const { gaps, highest } = await readDeviceChain(db, device);
  return [...gaps, { from: highest + 1, to: null }];
}
