import type { AnyCaptureDefinition } from "../../captures/define-capture.ts";
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
};
