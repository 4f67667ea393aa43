import type { RetentionContext } from "../../captures/define-capture.ts";
import { readEventGroup } from "../../captures/event-group.ts";
import { type Envelope, readHeader } from "../../contract/envelope.ts";
import type { CaptureId } from "../../contract/ids.ts";
import { isReadable, readStoredPayload } from "./amended-capture.ts";
import type { CaptureDeps } from "./capture-deps.ts";

export type PurgeDeps = Pick<CaptureDeps, "store" | "definitions" | "now">;

/** What one round found to do. */
type Due = {
  /** Of this device's own log. */
  sequences: number[];
  /** Of other devices' captures. */
  relayed: CaptureId[];
  ids: CaptureId[];
  /** Of this device's own log: whose sealed picture goes, even where head office has not got it. */
  pictured: number[];
  isOver: boolean;
};

/**
 * Ends the retention of whatever each kind says may go: content, salts, what it was found by, and what was
 * kept beside it. Headers and hashes stay, so the chain holds; what head office has not got yet waits,
 * but for its picture, which is destroyed in its time. The answer: whether anything went, so that the file has to be rid of its traces (`Store.scrub`).
 */
export function purgeExpired(deps: PurgeDeps): boolean {
  const { store } = deps;
  const context = readContext(deps);
  if (context === null) return false;
  const groups = new Set([...store.captures.listGroups(), ...store.relayed.listGroups()]);
  let wentAny = false;
  for (const group of groups) {
    const due = findDue(deps, group, context);
    const isAny = due.ids.length + due.pictured.length > 0;
    if (!isAny && !due.isOver) continue;
    // The copy from before an upgrade has what is about to go.
    if (isAny) store.dropCopy();
    wentAny = store.write(() => end(deps, group, due)) || wentAny;
  }
  return wentAny;
}

function readContext({ store, now }: PurgeDeps): RetentionContext | null {
  const reference = store.received.readReference();
  if (reference === null) return null;
  return {
    events: reference.events,
    eventSettings: reference.eventSettings,
    takeDownAnswers: store.received.listTakeDownAnswers(),
    now: now() + (store.device.readClockOffset() ?? 0),
  };
}

function findDue({ store, definitions }: PurgeDeps, group: string, context: RetentionContext): Due {
  const own = store.captures.listByGroup(group).map(({ envelope }) => envelope);
  const relayed = store.relayed.listByGroup(group).map(({ envelope }) => envelope);
  const readable = [...own, ...relayed].filter((item) => isReadable(definitions, item));
  const expired = [...new Set(readable.map(({ kind }) => kind))].flatMap((kind) => {
    const found = definitions[kind]?.listExpired?.(
      readable.filter((item) => item.kind === kind).map((item) => formGrouped(definitions, item)),
      context,
    );
    return found ? [found] : [];
  });
  const gone = new Set(expired.flatMap(({ captures }) => captures));
  const sequences = own
    .filter(({ id, sequence }) => gone.has(id) && !store.outbox.isWaiting(sequence))
    .map(({ sequence }) => sequence);
  const pictured = own
    .filter(({ id, sequence }) => gone.has(id) && store.attachments.locate(sequence) !== null)
    .map(({ sequence }) => sequence);
  const others = relayed.filter(({ id }) => gone.has(id)).map(({ id }) => id);
  const ownIds = own.filter(({ sequence }) => sequences.includes(sequence)).map(({ id }) => id);
  return {
    sequences,
    relayed: others,
    pictured,
    ids: [...ownIds, ...others],
    isOver: expired.some(({ isOver }) => isOver),
  };
}

function formGrouped(definitions: PurgeDeps["definitions"], item: Envelope) {
  return { header: readHeader(item), payload: readStoredPayload(definitions, item) };
}

/** Within one transaction. */
function end({ store, now }: PurgeDeps, group: string, due: Due): boolean {
  store.captures.purge(due.sequences);
  store.relayed.purge(due.relayed);
  store.received.forgetAnswerWords(due.ids);
  for (const id of due.ids) {
    store.audit.add({ at: now(), staff: null, action: "purge", subject: id });
  }
  const destroyed = due.pictured.filter((sequence) => store.attachments.destroy(sequence)).length;
  const event = readEventGroup(group);
  if (!due.isOver || event === null) return due.ids.length + destroyed > 0;
  const drafts = store.drafts.dropNaming(event);
  const pictures = store.pictureDecisions.dropEvent(event);
  return due.ids.length + destroyed + drafts + pictures > 0;
}
