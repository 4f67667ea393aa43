import type { SyncStatus } from "../../contract/ipc.ts";
import { usualPendingRules } from "../../contract/pending-rules.ts";
import type { Store } from "../store/open-store.ts";

type UnsentCounts = Pick<
  SyncStatus,
  "waiting" | "parked" | "held" | "oldestWaitingSince" | "oldestSince" | "lateness"
>;

/**
 * Captures and the pictures that belong to them: only when none waits, is held or is set aside is all at head
 * office. `now`: the device's clock, ms since 1970.
 */
export function countUnsent(
  {
    outbox,
    holds,
    attachments,
    received,
  }: Pick<Store, "outbox" | "holds" | "attachments" | "received">,
  now: number,
): UnsentCounts {
  const captures = outbox.counts();
  const pictures = attachments.counts();
  const kept = holds.counts();
  const oldestSince = findOldest(captures.oldestSince, kept.oldestSince, pictures.oldestSince);
  const { lateAfter, veryLateAfter } = received.readReference()?.pendingRules ?? usualPendingRules;
  const minutes = oldestSince === null ? 0 : (now - Date.parse(oldestSince)) / 60_000;
  return {
    waiting: captures.waiting + pictures.waiting + kept.released,
    parked: captures.parked + pictures.parked,
    held: kept.held,
    oldestWaitingSince: findOldest(
      captures.oldestWaitingSince,
      kept.oldestReleasedSince,
      pictures.oldestWaitingSince,
    ),
    oldestSince,
    lateness: minutes >= veryLateAfter ? "very-late" : minutes >= lateAfter ? "late" : "in-time",
  };
}

/** ISO moments of one form, so that their order is that of their text. */
function findOldest(...moments: (string | null)[]): string | null {
  return moments.reduce(
    (oldest, at) => (oldest === null || (at !== null && at < oldest) ? at : oldest),
    null,
  );
}
