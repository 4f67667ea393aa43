import type { NoticeShown } from "../../contract/envelope.ts";
import { formReceiptNumber } from "../receipt-number.ts";
import type { FoldedCapture } from "./capture-order.ts";
import { exampleStaff } from "./example-acts.ts";
import type { Payload } from "./payload.ts";

/** When and where something was taken: the device's number, its sequence there, and its clock. */
export type Taken = {
  device: number;
  sequence: number;
  /** The device's clock, ms since 1970. */
  clock: number;
  clockOffsetMs?: number | null;
  amends?: string | null;
};

const exampleNotice: NoticeShown = {
  id: "marketing",
  version: 1,
  language: "th",
  hash: "a".repeat(64),
};

/** The id of the capture that a device took under a sequence. */
export function nameCapture(device: number, sequence: number): string {
  const number = String(device * 100_000 + sequence).padStart(12, "0");
  return `019a0000-0000-7000-9000-${number}`;
}

/** A capture as the fold takes it, with hashes that nobody looks at here. */
export function takeCapture(payload: Payload, taken: Taken): FoldedCapture & { payload: Payload } {
  const { device, sequence, clock } = taken;
  return {
    header: {
      envelope: 1,
      id: nameCapture(device, sequence),
      device: `019a0000-0000-7000-a000-${String(device).padStart(12, "0")}`,
      sequence,
      kind: "marketing-consent",
      version: 1,
      capturedAt: new Date(clock).toISOString(),
      clockOffsetMs: taken.clockOffsetMs ?? null,
      branch: `branch-${device}`,
      staff: exampleStaff,
      amends: taken.amends ?? null,
      notice: payload.act === "decision" ? exampleNotice : null,
      contentHash: "c".repeat(64),
      previousHash: "0".repeat(64),
    },
    payload,
    receiptNumber: formReceiptNumber(device, sequence),
  };
}
