import type { SyncStatus, WaitReason } from "../../contract/ipc.ts";

/** What may be said of a status without saying too much. */
export type SyncTruth = {
  tone: "good" | "busy" | "waiting" | "trouble";
  trouble: WaitReason | null;
  sending: boolean;
  waiting: number;
  since: string | null;
  parked: number;
  held: number;
  /** Since when the oldest is not at head office, where that is longer than head office wants. */
  late: { since: string; isVery: boolean } | null;
  lastSyncedAt: string | null;
  /** Only when nothing waits, nothing is set aside and head office answered: else it would be a lie. */
  isAllThere: boolean;
};

export function readSyncTruth(status: SyncStatus): SyncTruth {
  const isAllThere =
    status.waiting === 0 &&
    status.parked === 0 &&
    status.held === 0 &&
    status.trouble === null &&
    status.lastSyncedAt !== null;
  const sending = status.sending && status.waiting > 0;
  const tone = status.trouble ? "trouble" : sending ? "busy" : isAllThere ? "good" : "waiting";
  return {
    tone,
    trouble: status.trouble,
    sending,
    waiting: status.waiting,
    since: status.oldestWaitingSince,
    parked: status.parked,
    held: status.held,
    late:
      status.oldestSince === null || status.lateness === "in-time"
        ? null
        : { since: status.oldestSince, isVery: status.lateness === "very-late" },
    lastSyncedAt: status.lastSyncedAt,
    isAllThere,
  };
}
