import { sql } from "kysely";
import { chainStart } from "../contract/chain.ts";
import type { ChainAhead } from "../contract/sync.ts";
import type { Db } from "./db/database.ts";

/** How whole the chain of one device is here. */
export type DeviceChain = {
  device: string;
  /** Captures that were accepted. */
  accepted: number;
  /** Captures that were refused for their payload but hold their place. */
  refused: number;
  /** 0: nothing came yet. */
  highest: number;
  /** Sequences that have not come, first and last of each gap. */
  gaps: { from: number; to: number }[];
  /** Sequences whose previous hash is not the hash of the one before. */
  broken: number[];
  /** Captures in conflict with this chain: signs of a cloned or restored device. */
  conflicts: number;
};

/** At most this many gaps and broken links are listed. */
const listLimit = 100;

export async function readDeviceChain(db: Db, device: string): Promise<DeviceChain> {
  const { rows } = await sql<Omit<DeviceChain, "device"> & { gaps: string; broken: string }>`
    WITH link AS (
      SELECT sequence, hash, previous_hash, true AS accepted FROM capture WHERE device = ${device}::uuid
      UNION ALL
      SELECT sequence, hash, previous_hash, false FROM refusal WHERE sound AND device = ${device}::uuid
    ), beside AS (
      SELECT sequence, previous_hash, accepted,
        lag(sequence, 1, 0::bigint) OVER earlier AS before, lag(hash, 1, ${chainStart}) OVER earlier AS before_hash
      FROM link WINDOW earlier AS (ORDER BY sequence)
    ), gap AS (
      SELECT before + 1 AS "from", sequence - 1 AS "to" FROM beside
      WHERE sequence <> before + 1 ORDER BY sequence LIMIT ${listLimit}
    ), wrong AS (
      SELECT sequence FROM beside
      WHERE sequence = before + 1 AND previous_hash <> before_hash ORDER BY sequence LIMIT ${listLimit}
    )
    SELECT
      count(*) FILTER (WHERE accepted)::integer AS accepted,
      count(*) FILTER (WHERE NOT accepted)::integer AS refused,
      coalesce(max(sequence), 0)::bigint AS highest,
      (SELECT coalesce(json_agg(gap), '[]')::text FROM gap) AS gaps,
      (SELECT coalesce(json_agg(sequence), '[]')::text FROM wrong) AS broken,
      (SELECT count(*)::integer FROM refusal WHERE verdict = 'conflict' AND device = ${device}::uuid) AS conflicts
    FROM beside`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("An aggregate gave no row");
  return { ...row, device, gaps: JSON.parse(row.gaps), broken: JSON.parse(row.broken) };
}

/**
 * Where a device's chain ends here, if that is beyond the newest place that the device knows of: it was put back
 * to an earlier state, or there are two of it. Null: it is not.
 */
export async function readAhead(db: Db, device: string, own: number): Promise<ChainAhead | null> {
  const { rows } = await sql<{ upTo: number; hash: string; had: number }>`
    WITH link AS (
      SELECT sequence, hash, 1 AS accepted FROM capture
      WHERE device = ${device}::uuid AND sequence > ${own}
      UNION ALL
      SELECT sequence, hash, 0 FROM refusal
      WHERE sound AND device = ${device}::uuid AND sequence > ${own}
    )
    SELECT sequence AS "upTo", hash, (SELECT sum(accepted)::integer FROM link) AS had
    FROM link ORDER BY sequence DESC LIMIT 1`.execute(db);
  return rows[0] ?? null;
}
