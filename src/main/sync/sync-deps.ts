import type { KeyProtection } from "../keys/key-protection.ts";
import type { Store } from "../store/open-store.ts";
import type { LeftBehind } from "./leaving.ts";
import type { LineDeps } from "./line.ts";

/** Odd things that head office sent. They carry counts, never data. */
export type SyncReport = {
  event: "verdicts-unsettled" | "changes-unreadable" | "captures-requeued";
  count: number;
};

export type SyncDeps = {
  store: Pick<
    Store,
    | "captures"
    | "outbox"
    | "holds"
    | "attachments"
    | "carried"
    | "ownBundles"
    | "received"
    | "device"
    | "audit"
    | "write"
  >;
  keyProtection: KeyProtection;
  /** Told to head office, for whoever looks after the branch. */
  appVersion: string;
  /** What head office's list of devices shows for this PC. */
  deviceName: string;
  /** Electron's `net.fetch` in the product. */
  fetch: LineDeps["fetch"];
  /** Device's clock, ms since 1970. */
  now(): number;
  /** Cryptographically random bytes. */
  random(size: number): Uint8Array;
  /** Runs `task` after `ms`; the answer cancels it. */
  schedule(ms: number, task: () => void): () => void;
  /** Called after every change of the status, and after new reference data was stored. */
  onChanged(topic: "sync" | "reference"): void;
  /**
   * This PC was taken out of use and has handed all over: its keys are to be destroyed from now on. It must be
   * on the disk when this returns. `at`: head office's clock, ISO.
   */
  onLeft(at: string, lost: LeftBehind): void;
  report(odd: SyncReport): void;
  /** An error that is nobody's line: the store failed, or the code did. */
  reportBug(error: unknown): void;
};
