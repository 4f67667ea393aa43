import { formReceiptNumber } from "../receipt-number.ts";
import type { EventCapture } from "./event-order.ts";
import { exampleStaff } from "./example-event.ts";
import type { Payload } from "./payload.ts";

/** When and where something was taken: the device's number, its sequence there, and its clock in ms. */
export type Taken = { device: number; sequence: number; clock: number; amends?: string | null };

/** The id of the capture that a device took under a sequence. */
export function nameCapture(device: number, sequence: number): string {
  const number = String(device * 100_000 + sequence).padStart(12, "0");
  return `019a0000-0000-7000-9000-${number}`;
}

/** A capture as the folds take it, with hashes that nobody looks at here. */
export function takeCapture(payload: Payload, taken: Taken): EventCapture & { payload: Payload } {
  const { device, sequence, clock } = taken;
  return {
    header: {
      envelope: 1,
      id: nameCapture(device, sequence),
      device: `019a0000-0000-7000-a000-${String(device).padStart(12, "0")}`,
      sequence,
      kind: "event-photo-opt-out",
      version: 1,
      capturedAt: new Date(clock).toISOString(),
      clockOffsetMs: null,
      branch: `branch-${device}`,
      staff: exampleStaff,
      amends: taken.amends ?? null,
      notice: null,
      contentHash: "c".repeat(64),
      previousHash: "0".repeat(64),
    },
    payload,
    receiptNumber: formReceiptNumber(device, sequence),
  };
}
