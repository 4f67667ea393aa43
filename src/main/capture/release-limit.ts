import { usualDeskRetention } from "../../contract/reference.ts";
import type { CaptureDeps } from "./capture-deps.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The moment by head office's clock, in ms, before which what was last done has no more use for the shop: as
 * many days ago as head office set. Null: this PC has not heard of head office.
 */
export function readReleaseLimit({
  store,
  now,
}: Pick<CaptureDeps, "store" | "now">): number | null {
  const reference = store.received.readReference();
  if (reference === null) return null;
  const { days } = reference.deskRetention ?? usualDeskRetention;
  return now() + (store.device.readClockOffset() ?? 0) - days * dayMs;
}
