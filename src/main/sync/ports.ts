import type { Envelope } from "../../contract/envelope.ts";
import type { DeviceId } from "../../contract/ids.ts";
import type { WaitReason } from "../../contract/ipc.ts";
import type { Reference } from "../../contract/reference.ts";
import type { Verdict } from "../../contract/sync.ts";

/** What sync needs of the store; the store's own parts satisfy these. Times are the device's clock in ms. */
export type SyncStore = { outbox: OutboxPort; received: ReceivedPort; device: DevicePort };

export type OutboxPort = {
  /**
   * Waiting items whose next try is at `now` or before, urgent first, then oldest, at most `limit` of them and
   * about `maxBytes` of payload, but one at least. Those in `inFlight` (sequences) are left out.
   */
  nextBatch(
    now: number,
    limit: number,
    maxBytes: number,
    inFlight: ReadonlySet<number>,
  ): Envelope[];
  /**
   * One transaction: accepted and duplicate items are acknowledged, rejected and conflicting ones parked with
   * their reason. Each entry names an item that was sent and whose verdict was checked against its hash.
   */
  settle(verdicts: readonly { sequence: number; verdict: Verdict }[]): void;
  /** Counts a try of each of these items, which keep waiting. */
  markTried(sequences: readonly number[], reason: WaitReason, nextTryAt: number): void;
  /** Lets every waiting item be tried at once. */
  makeDue(): void;
  counts(): { waiting: number; parked: number; oldestWaitingSince: string | null };
};

export type ReceivedPort = {
  /** The last change that was applied; 0 before the first. */
  cursor(): number;
  /**
   * One transaction: every change and the cursor. A later change of the same topic and key replaces an
   * earlier one. Changes of a topic that this version does not know are kept as they came.
   */
  applyChanges(
    changes: readonly { topic: string; key: string; value: unknown }[],
    cursor: number,
  ): void;
  /** Null until enough has come for the desk to work. */
  readReference(): Reference | null;
};

export type Enrolment = {
  device: DeviceId;
  deviceNumber: number;
  branch: string;
  /** Origin, such as `https://consent.example`. */
  headOffice: string;
  /** The device's private key (PKCS #8), protected by the operating system. */
  protectedKey: Buffer;
};

export type DevicePort = {
  readEnrolment(): Enrolment | null;
  /** One transaction; a desk is enrolled once. */
  saveEnrolment(enrolment: Enrolment): void;
  readClockOffset(): number | null;
  /** Head office's clock when it last answered well, and by how much the device's differed. */
  noteContact(contact: { serverTime: string; clockOffsetMs: number | null }): void;
  readLastSyncedAt(): string | null;
};
