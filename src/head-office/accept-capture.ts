import { sql, type Transaction } from "kysely";
import { z } from "zod";
import type { Envelope } from "../contract/envelope.ts";
import { conflictReasons, type Verdict } from "../contract/sync.ts";
import { type ChainPlaces, openChainPlaces, type Placed } from "./chain-places.ts";
import type { Db } from "./db/database.ts";
import type { Tables } from "./db/tables.ts";
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
  const readings = items.map((item) => readItem(item, signer));
  const placed = readings.flatMap((reading) => (reading.state === "sound" ? [reading.item] : []));
  return db.transaction().execute(async (work) => {
    // Two pushes of one device at once must see each other's neighbours.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${signer}, 0))`.execute(work);
    const places = openChainPlaces(await readPlaces(work, signer, placed));
    const judged = readings.map((reading) => judge(reading, places));
    await storeCaptures(
      work,
      judged.flatMap(({ accepted }) => accepted ?? []),
      now,
    );
    await forgetRefusals(
      work,
      judged.flatMap(({ redeemed }) => redeemed ?? []),
    );
    const refused = judged.flatMap((item) => item.refused ?? []);
    const reasons = await storeRefusals(work, signer, refused, now);
    return judged.map((item) => tellVerdict(item, reasons));
  });
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
  const ids = items.map((item) => item.id);
  const sequences = [
    ...new Set(items.flatMap(({ sequence }) => [sequence - 1, sequence, sequence + 1])),
  ];
  // One look-up by an index for each id and place: a plain condition on the list may be answered by reading
  // all that a device ever sent.
  const askedIds = sql`unnest(${`{${ids.join()}}`}::uuid[]) AS asked (id)`;
  const askedPlaces = sql`unnest(${`{${sequences.join()}}`}::bigint[]) AS asked (sequence)`;
  const placed = sql`id, device, sequence, hash, previous_hash AS "previousHash"`;
  const { rows } = await sql<Placed>`
    SELECT found.*, true AS accepted FROM ${askedIds}
      CROSS JOIN LATERAL (SELECT ${placed} FROM capture WHERE id = asked.id LIMIT 1) AS found
    UNION ALL
    SELECT found.*, true FROM ${askedPlaces}
      CROSS JOIN LATERAL (
        SELECT ${placed} FROM capture WHERE device = ${device}::uuid AND sequence = asked.sequence LIMIT 1
      ) AS found
    UNION ALL
    SELECT found.*, false FROM ${askedIds}
      CROSS JOIN LATERAL (
        SELECT ${placed} FROM refusal WHERE sound AND device = ${device}::uuid AND id = asked.id LIMIT 1
      ) AS found
    UNION ALL
    SELECT found.*, false FROM ${askedPlaces}
      CROSS JOIN LATERAL (
        SELECT ${placed} FROM refusal
        WHERE sound AND device = ${device}::uuid AND sequence = asked.sequence LIMIT 1
      ) AS found`.execute(work);
  return rows;
}
