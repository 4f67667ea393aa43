import { chainStart } from "../contract/chain.ts";
import type { conflictReasons } from "../contract/sync.ts";

export type ConflictReason = (typeof conflictReasons)[number];

/** A capture that holds its place in a device's chain; not `accepted`: only its header is here. */
export type Placed = {
  id: string;
  device: string;
  sequence: number;
  hash: string;
  previousHash: string;
  accepted: boolean;
};

type Candidate = Omit<Placed, "accepted">;

/** Where a capture stands among those that are here. */
export type Place =
  | { place: "free" }
  /** It was here before, with just this content. */
  | { place: "own"; accepted: boolean }
  | { place: "conflict"; reason: ConflictReason };

/** The captures that the items of some pushes may meet. */
export type ChainPlaces = {
  find(item: Candidate): Place;
  put(item: Placed): void;
};

/**
 * Items come in any order, since withdrawals go first: a neighbour that is not here yet is no fault, one that
 * is here and does not fit is.
 */
export function openChainPlaces(known: readonly Placed[]): ChainPlaces {
  const byId = new Map<string, Placed>();
  /** A refused capture keeps its id from its own device alone. */
  const ownById = new Map<string, Placed>();
  const bySequence = new Map<string, Placed>();
  const spot = (device: string, sequence: number | string) => `${device} ${sequence}`;
  const put = (item: Placed) => {
    ownById.set(spot(item.device, item.id), item);
    if (item.accepted) byId.set(item.id, item);
    bySequence.set(spot(item.device, item.sequence), item);
  };
  for (const item of known) put(item);
  return { put, find };

  function find(item: Candidate): Place {
    const same = ownById.get(spot(item.device, item.id)) ?? byId.get(item.id);
    if (same) {
      // The header's hash covers the content's, the device and the sequence.
      return same.hash === item.hash
        ? { place: "own", accepted: same.accepted }
        : { place: "conflict", reason: "id-taken" };
    }
    if (bySequence.has(spot(item.device, item.sequence))) {
      return { place: "conflict", reason: "sequence-taken" };
    }
    const before = bySequence.get(spot(item.device, item.sequence - 1));
    const after = bySequence.get(spot(item.device, item.sequence + 1));
    const expected = item.sequence === 1 ? chainStart : before?.hash;
    const fits =
      (expected === undefined || item.previousHash === expected) &&
      (after === undefined || after.previousHash === item.hash);
    return fits ? { place: "free" } : { place: "conflict", reason: "chain-broken" };
  }
}
