import { sql, type Transaction } from "kysely";
import type { Envelope } from "../contract/envelope.ts";
import type { Placed } from "./chain-places.ts";
import type { Tables } from "./db/tables.ts";

/**
 * Holds the chains of those who signed until the transaction ends. Always in the same order: of two
 * transactions with some devices in common, none ever waits for the other in turn.
 */
export async function lockDevices(
  work: Transaction<Tables>,
  pushes: readonly { signer: string }[],
): Promise<void> {
  const devices = [...new Set(pushes.map(({ signer }) => signer))].sort();
  await sql`
    SELECT pg_advisory_xact_lock(hashtextextended(device, 0))
    FROM unnest(${formList(devices)}::text[]) AS device`.execute(work);
}

/**
 * Everything here that shares an id or a place, or stands next to a place, with one of the items. Of what was
 * refused, only what the item's own device had sent.
 */
export async function readPlaces(
  work: Transaction<Tables>,
  items: readonly Envelope[],
): Promise<Placed[]> {
  if (items.length === 0) return [];
  const runs = findRuns(items);
  const ids = formList(items.map(({ id }) => id));
  const own = sql`unnest(${formList(items.map(({ device }) => device))}::uuid[], ${ids}::uuid[]) AS own (device, id)`;
  const run = sql`
    unnest(
      ${formList(runs.map(({ device }) => device))}::uuid[],
      ${formList(runs.map(({ from }) => from))}::bigint[],
      ${formList(runs.map(({ to }) => to))}::bigint[]
    ) AS run (device, first, last)`;
  const columns = sql`id, device, sequence, hash, previous_hash AS "previousHash"`;
  // OFFSET 0 keeps each run a search of its own by the index. Taken together, the runs may be answered by
  // reading all that the devices ever sent.
  const { rows } = await sql<Placed>`
    SELECT ${columns}, true AS accepted FROM capture WHERE id = ANY (${ids}::uuid[])
    UNION ALL
    SELECT found.*, true FROM ${run} CROSS JOIN LATERAL (
      SELECT ${columns} FROM capture
      WHERE device = run.device AND sequence BETWEEN run.first AND run.last OFFSET 0
    ) AS found
    UNION ALL
    SELECT found.*, false FROM ${own} CROSS JOIN LATERAL (
      SELECT ${columns} FROM refusal
      WHERE sound AND device = own.device AND id = own.id OFFSET 0
    ) AS found
    UNION ALL
    SELECT found.*, false FROM ${run} CROSS JOIN LATERAL (
      SELECT ${columns} FROM refusal
      WHERE sound AND device = run.device AND sequence BETWEEN run.first AND run.last OFFSET 0
    ) AS found`.execute(work);
  return rows;
}

/** A list of ids or numbers as PostgreSQL writes it. */
const formList = (words: readonly (string | number)[]) => `{${words.join()}}`;

type Run = { device: string; from: number; to: number };

/** The places of these items and those beside them, as runs without gaps: most pushes are one. */
function findRuns(items: readonly Envelope[]): Run[] {
  const runs: Run[] = [];
  const sorted = [...items].sort((one, other) =>
    one.device === other.device
      ? one.sequence - other.sequence
      : one.device < other.device
        ? -1
        : 1,
  );
  for (const { device, sequence } of sorted) {
    const last = runs.at(-1);
    if (last?.device === device && sequence - 1 <= last.to + 1) last.to = sequence + 1;
    else runs.push({ device, from: sequence - 1, to: sequence + 1 });
  }
  return runs;
}
