import { setImmediate as nextTurn } from "node:timers/promises";
import { sql, type Transaction } from "kysely";
import { z } from "zod";
import type { Envelope } from "../contract/envelope.ts";
import { conflictReasons, type Verdict } from "../contract/sync.ts";
import { fileCases } from "./cases/file-cases.ts";
import { type ChainPlaces, openChainPlaces, type Placed } from "./chain-places.ts";
import type { Db } from "./db/database.ts";
import type { Tables } from "./db/tables.ts";
import { fileCaptures } from "./events/file-captures.ts";
import { type ItemReading, readItem } from "./item-reading.ts";
import {
  forgetRefusals,
  nameRefused,
  type RefusedItem,
  storeRefusals,
} from "./refused-captures.ts";
import { storeCaptures } from "./stored-captures.ts";

const conflictReason = z.enum(conflictReasons);

/**
 * Takes what a device sent and gives a verdict on each item, in order. All that is accepted is durable when
 * this answers. The same items again, in any order and number, change nothing and are duplicates.
 */
export async function acceptCaptures(
  db: Db,
  signer: string,
  items: readonly unknown[],
  now: Date,
): Promise<Verdict[]> {
  const readings = await readItems(items, signer);
  const placed = readings.flatMap((reading) => (reading.state === "sound" ? [reading.item] : []));
  return db.transaction().execute(async (work) => {
    // Two pushes of one device at once must see each other's neighbours.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${signer}, 0))`.execute(work);
    const places = openChainPlaces(await readPlaces(work, signer, placed));
    const judged = readings.map((reading) => judge(reading, places));
    const accepted = judged.flatMap((item) => item.accepted ?? []);
    await storeCaptures(work, accepted, now);
    await fileCaptures(work, accepted, now);
    await fileCases(work, accepted, now);
    await forgetRefusals(
      work,
      judged.flatMap(({ redeemed }) => redeemed ?? []),
    );
    const refused = judged.flatMap((item) => item.refused ?? []);
    const reasons = await storeRefusals(work, signer, refused, now);
    return judged.map((item) => tellVerdict(item, reasons));
  });
}

/** How many items are read before whatever else waits has its turn. */
const readingSlice = 32;

/** Hashes and schemas of a full push take a tenth of a second, in which other pushes must go on. */
async function readItems(items: readonly unknown[], signer: string): Promise<ItemReading[]> {
  const readings: ItemReading[] = [];
  for (let from = 0; from < items.length; from += readingSlice) {
    if (from > 0) await nextTurn();
    for (const item of items.slice(from, from + readingSlice))
      readings.push(readItem(item, signer));
  }
  return readings;
}

/** A verdict, and what of the item is to be stored. */
type Judged = {
  verdict: Verdict;
  accepted?: Envelope;
  /** Accepted now, refused before. */
  redeemed?: Envelope;
  refused?: RefusedItem;
};

function judge(reading: ItemReading, places: ChainPlaces): Judged {
  if (reading.state === "unsound") {
    const { id, contentHash, item, reason } = reading;
    const verdict: Verdict = { id, contentHash, verdict: "rejected", reason };
    return item ? { verdict, refused: { item, verdict, sound: false } } : { verdict };
  }
  const { item, fault } = reading;
  const marks = { id: item.id, contentHash: item.contentHash };
  const found = places.find(item);
  if (found.place === "own" && found.accepted) {
    return { verdict: { ...marks, verdict: "duplicate" } };
  }
  if (found.place === "conflict") {
    const verdict: Verdict = { ...marks, verdict: "conflict", reason: found.reason };
    return { verdict, refused: { item, verdict, sound: false } };
  }
  // Also for one that was refused before: a newer head office may read what an older one could not.
  places.put({ ...item, accepted: fault === null });
  if (fault === null) {
    const redeemed = found.place === "own" ? { redeemed: item } : {};
    return { verdict: { ...marks, verdict: "accepted" }, accepted: item, ...redeemed };
  }
  const verdict: Verdict = { ...marks, verdict: "rejected", ...fault };
  return { verdict, refused: { item, verdict, sound: true } };
}

function tellVerdict({ verdict, refused }: Judged, reasons: ReadonlyMap<string, string>): Verdict {
  if (verdict.verdict !== "conflict" || !refused) return verdict;
  const reason = conflictReason.parse(reasons.get(nameRefused(refused.item)));
  return { ...verdict, reason };
}

/** Everything here that shares an id or a place, or stands next to a place, with one of the items. */
async function readPlaces(
  work: Transaction<Tables>,
  device: string,
  items: readonly Envelope[],
): Promise<Placed[]> {
  if (items.length === 0) return [];
  const ids = sql`${`{${items.map(({ id }) => id).join()}}`}::uuid[]`;
  const runs = findRuns(items.map(({ sequence }) => sequence));
  const froms = `{${runs.map(({ from }) => from).join()}}`;
  const tos = `{${runs.map(({ to }) => to).join()}}`;
  const run = sql`unnest(${froms}::bigint[], ${tos}::bigint[]) AS run (first, last)`;
  const columns = sql`id, device, sequence, hash, previous_hash AS "previousHash"`;
  // OFFSET 0 keeps each run a search of its own by the index. Taken together, the runs may be answered by
  // reading all that the device ever sent.
  const { rows } = await sql<Placed>`
    SELECT ${columns}, true AS accepted FROM capture WHERE id = ANY (${ids})
    UNION ALL
    SELECT found.*, true FROM ${run} CROSS JOIN LATERAL (
      SELECT ${columns} FROM capture
      WHERE device = ${device}::uuid AND sequence BETWEEN run.first AND run.last OFFSET 0
    ) AS found
    UNION ALL
    SELECT ${columns}, false FROM refusal WHERE sound AND device = ${device}::uuid AND id = ANY (${ids})
    UNION ALL
    SELECT found.*, false FROM ${run} CROSS JOIN LATERAL (
      SELECT ${columns} FROM refusal
      WHERE sound AND device = ${device}::uuid AND sequence BETWEEN run.first AND run.last OFFSET 0
    ) AS found`.execute(work);
  return rows;
}

/** The places of these sequences and those beside them, as runs without gaps: most pushes are one. */
function findRuns(sequences: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const sequence of [...sequences].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && sequence - 1 <= last.to + 1) last.to = sequence + 1;
    else runs.push({ from: sequence - 1, to: sequence + 1 });
  }
  return runs;
}
