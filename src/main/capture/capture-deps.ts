import type { AnyCaptureDefinition, Voucher } from "../../captures/define-capture.ts";
import type { Store } from "../store/open-store.ts";

/** What work on captures needs from outside. */
export type CaptureDeps = {
  store: Store;
  /** The registry of kinds. */
  definitions: Readonly<Record<string, AnyCaptureDefinition>>;
  /** The device's clock in ms since 1970. */
  now(): number;
  /** Cryptographically random bytes. */
  random(size: number): Uint8Array;
  /** A new capture id: see capture-id.ts. */
  makeId(): string;
  /** Whether this version takes no new captures any more; it does where this is left out. */
  isStopped?(): boolean;
  /** Who else stands behind a request with their PIN; nobody where it is left out. */
  vouchers?(request: string): readonly Voucher[];
};
