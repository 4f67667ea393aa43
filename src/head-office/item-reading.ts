import { setImmediate as nextTurn } from "node:timers/promises";
import { liftPayload, parsePayload } from "../captures/capture-reading.ts";
import { findEnvelopeFault } from "../contract/chain.ts";
import { type Envelope, envelope } from "../contract/envelope.ts";
import type { Issue } from "../contract/failure.ts";
import { captureId, sha256Hex } from "../contract/ids.ts";
import type { rejectionReasons } from "../contract/sync.ts";
import { sha256 } from "./sha256.ts";
import { findDefinition } from "./stored-payload.ts";

export type RejectionReason = (typeof rejectionReasons)[number];
export type PayloadFault = { reason: RejectionReason; issues?: Issue[] };

/** One item by itself, before anything is looked up. */
export type ItemReading =
  /** Not a capture at all, or none that this device may send: it holds no place in a chain. */
  | {
      state: "unsound";
      id: string | null;
      contentHash: string | null;
      item: Envelope | null;
      reason: RejectionReason;
    }
  /** Header and content are what they say; the payload may still be at fault. */
  | { state: "sound"; item: Envelope; fault: PayloadFault | null };

/** How many items are read before whatever else waits has its turn. */
const readingSlice = 32;

/** Hashes and schemas of a full push take a tenth of a second, in which other pushes must go on. */
export async function readItems(items: readonly unknown[], signer: string): Promise<ItemReading[]> {
  const readings: ItemReading[] = [];
  for (let from = 0; from < items.length; from += readingSlice) {
    if (from > 0) await nextTurn();
    for (const item of items.slice(from, from + readingSlice))
      readings.push(readItem(item, signer));
  }
  return readings;
}

export function readItem(raw: unknown, signer: string): ItemReading {
  const parsed = envelope.safeParse(raw);
  if (!parsed.success || !isStorable(parsed.data)) {
    return { state: "unsound", ...readMarks(raw), item: null, reason: "malformed" };
  }
  const item = parsed.data;
  const unsound = (reason: RejectionReason): ItemReading => ({
    state: "unsound",
    id: item.id,
    contentHash: item.contentHash,
    item,
    reason,
  });
  if (item.device !== signer) return unsound("wrong-device");
  if (findEnvelopeFault(sha256, item) !== null) return unsound("hash-mismatch");
  return { state: "sound", item, fault: findPayloadFault(item) };
}

/** Half of a surrogate pair, or NUL: both are possible in JSON, neither can be stored as text. */
function isStorable(item: Envelope): boolean {
  const short = `${item.kind}${item.salt ?? ""}`;
  return isWellFormed(short) && !short.includes("\0") && isWellFormed(item.payload ?? "");
}

// In Node.js since 20, but not among what the desk's older runtime has and the compiler knows. A pattern that
// looks for surrogates takes ten times as long, and this reads every payload.
function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}

/** What the verdict on a broken item can be matched by, as far as it can be read. */
function readMarks(raw: unknown): { id: string | null; contentHash: string | null } {
  const fields = (typeof raw === "object" ? raw : null) as Record<string, unknown> | null;
  return {
    id: captureId.safeParse(fields?.id).data ?? null,
    contentHash: sha256Hex.safeParse(fields?.contentHash).data ?? null,
  };
}

function findPayloadFault(item: Envelope): PayloadFault | null {
  if (item.payload === null) return { reason: "payload-missing" };
  let payload: unknown;
  try {
    // Also what keeps NUL out: JSON has control characters escaped only.
    payload = JSON.parse(item.payload);
  } catch {
    return { reason: "payload-refused" };
  }
  const definition = findDefinition(item.kind, item.version);
  if (definition === null) return null;
  let newest: unknown;
  try {
    newest = liftPayload(definition, item.version, payload);
  } catch {
    // An upcast may rely on the form of its version, which a device's word does not vouch for.
    return { reason: "payload-refused" };
  }
  const read = parsePayload(definition, newest);
  return read.ok ? null : { reason: "payload-refused", issues: read.issues };
}
