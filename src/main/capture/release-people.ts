import { correctTime } from "../../captures/captured-at.ts";
import { groupBy } from "../../captures/group-by.ts";
import { readHeader } from "../../contract/envelope.ts";
import type { KeptCapture } from "../store/captures.ts";
import { readStoredPayload } from "./amended-capture.ts";
import { gatherGroup, isOfPeople } from "./person-group.ts";
import type { PurgeDeps } from "./purge-expired.ts";
import { readReleaseLimit } from "./release-limit.ts";

/** How many captures one step looks at: a moment, so that nobody at the desk waits for it. */
const perStep = 25;

/** Where a walk over all that is old stands. */
export type ReleaseWalk = {
  kinds: readonly string[];
  after: { capturedAt: string; sequence: number };
  /** Judged in this walk, with their group. */
  judged: Set<number>;
};

const beginning = { capturedAt: "", sequence: 0 };

export function startWalk({ definitions }: PurgeDeps): ReleaseWalk {
  const kinds = Object.keys(definitions).filter((kind) => isOfPeople({ definitions }, kind));
  return { kinds, after: beginning, judged: new Set() };
}

/**
 * Takes what head office has and the shop has no more use for from this PC: a person's captures together, as
 * many days after the newest of them as head office set, unless something of theirs is still open. One step
 * of a walk; `next` is null at its end.
 */
export function releasePeople(
  deps: PurgeDeps,
  walk: ReleaseWalk,
): { next: ReleaseWalk | null; wentAny: boolean } {
  const limit = readReleaseLimit(deps);
  const [kind] = walk.kinds;
  if (limit === null || kind === undefined) return { next: null, wentAny: false };
  const old = deps.store.captures.listOlder(
    kind,
    new Date(limit).toISOString(),
    walk.after,
    perStep,
  );
  // A kind with nothing old costs no step of its own.
  if (old.length === 0) {
    return releasePeople(deps, { ...walk, kinds: walk.kinds.slice(1), after: beginning });
  }
  const due: KeptCapture[] = [];
  for (const item of old) {
    if (walk.judged.has(item.envelope.sequence)) continue;
    const group = gatherGroup(deps, item) ?? [];
    for (const { envelope } of group) walk.judged.add(envelope.sequence);
    if (group.every((one) => isDone(deps, one, limit)) && !isNeeded(deps, group))
      due.push(...group);
  }
  if (due.length > 0) purge(deps, due);
  const last = old.at(-1)?.envelope;
  const next =
    last && old.length === perStep
      ? { ...walk, after: { capturedAt: last.capturedAt, sequence: last.sequence } }
      : { ...walk, kinds: walk.kinds.slice(1), after: beginning };
  return { next: next.kinds.length === 0 ? null : next, wentAny: due.length > 0 };
}

/** Head office has it, or what says it again, with its picture, and its days are over. */
function isDone({ store }: PurgeDeps, { envelope, ...kept }: KeptCapture, limit: number): boolean {
  const picture = store.attachments.locate(envelope.sequence);
  return (
    (kept.acknowledgedAt !== null || kept.settled !== null) &&
    !store.outbox.isWaiting(envelope.sequence) &&
    (picture === null || picture === "at-head-office") &&
    correctTime(envelope) <= limit
  );
}

function isNeeded({ store, definitions }: PurgeDeps, group: readonly KeptCapture[]): boolean {
  const context = { cases: store.received.listCases() };
  return [...groupBy(group, ({ envelope }) => envelope.kind)].some(([kind, items]) =>
    definitions[kind]?.isStillNeeded?.(
      items.map(({ envelope }) => ({
        header: readHeader(envelope),
        payload: readStoredPayload(definitions, envelope),
      })),
      context,
    ),
  );
}

function purge({ store, now }: PurgeDeps, due: readonly KeptCapture[]): void {
  // The copy from before an upgrade has what is about to go.
  store.dropCopy();
  store.write(() => {
    store.captures.purge(due.map(({ envelope }) => envelope.sequence));
    for (const { envelope } of due) {
      store.audit.add({ at: now(), staff: null, action: "purge", subject: envelope.id });
    }
  });
}
