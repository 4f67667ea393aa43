import type { Transaction } from "kysely";
import { z } from "zod";
import type { Envelope } from "../contract/envelope.ts";
import { conflictReasons, type Verdict } from "../contract/sync.ts";
import { fileCases } from "./cases/file-cases.ts";
import { type ChainPlaces, openChainPlaces } from "./chain-places.ts";
import type { Db } from "./db/database.ts";
import type { Tables } from "./db/tables.ts";
import { fileCaptures } from "./events/file-captures.ts";
import { type ItemReading, readItems } from "./item-reading.ts";
import { lockDevices, readPlaces } from "./known-places.ts";
import {
  forgetRefusals,
  nameRefused,
  type RefusedItem,
  storeRefusals,
} from "./refused-captures.ts";
import { shareRuns } from "./shared-runs.ts";
import { storeCaptures } from "./stored-captures.ts";

const conflictReason = z.enum(conflictReasons);

/** What one device sent in one request, read item by item. */
export type Push = { signer: string; readings: readonly ItemReading[] };

/** Items that one transaction takes at most; a push with more has one of its own. */
const transactionLimit = 1000;

/**
 * Takes what a device sent and gives a verdict on each item, in order. All that is accepted is durable when
 * this answers. The same items again, in any order and number, change nothing and are duplicates. Pushes that
 * come together share a transaction, and each gets the verdicts that it would get alone.
 */
export function openIntake(db: Db, now: () => Date) {
  const take = shareRuns((pushes: readonly Push[]) => acceptPushes(db, pushes, now()), {
    abreast: 2,
    most: transactionLimit,
    weigh: ({ readings }) => readings.length,
  });
  return async (signer: string, items: readonly unknown[]): Promise<Verdict[]> =>
    take({ signer, readings: await readItems(items, signer) });
}

/** Takes pushes one after the other in one transaction: all of them, or if it throws none. */
async function acceptPushes(db: Db, pushes: readonly Push[], now: Date): Promise<Verdict[][]> {
  return db.transaction().execute(async (work) => {
    // Two pushes of one device at once must see each other's neighbours.
    await lockDevices(work, pushes);
    const places = openChainPlaces(await readPlaces(work, pushes.flatMap(listSound)));
    const judged = pushes.map(({ readings }) => readings.map((reading) => judge(reading, places)));
    await storeCaptures(work, judged.flat().flatMap(listAccepted), now);
    const verdicts: Verdict[][] = [];
    for (const [at, { signer }] of pushes.entries()) {
      verdicts.push(await settle(work, signer, judged[at] ?? [], now));
    }
    return verdicts;
  });
}

/** Does for one push what its captures ask for beside being stored, and says what is answered. */
async function settle(
  work: Transaction<Tables>,
  signer: string,
  judged: readonly Judged[],
  now: Date,
): Promise<Verdict[]> {
  const accepted = judged.flatMap(listAccepted);
  await fileCaptures(work, accepted, now);
  await fileCases(work, accepted, now);
  await forgetRefusals(
    work,
    judged.flatMap(({ redeemed }) => redeemed ?? []),
  );
  const refused = judged.flatMap((item) => item.refused ?? []);
  const reasons = await storeRefusals(work, signer, refused, now);
  return judged.map((item) => tellVerdict(item, reasons));
}

const listSound = ({ readings }: Push) =>
  readings.flatMap((reading) => (reading.state === "sound" ? [reading.item] : []));
const listAccepted = ({ accepted }: Judged) => accepted ?? [];

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
