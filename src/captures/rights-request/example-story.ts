import type { EnvelopeHeader } from "../../contract/envelope.ts";
import { formReceiptNumber } from "../receipt-number.ts";
import type { CaseCapture } from "./case-fold.ts";
import { exampleCase, exampleStaff } from "./example-requests.ts";
import type { Payload } from "./payload.ts";

/** The moment so many hours after the story's beginning; ISO, UTC. */
export const tellHour = (hours: number): string =>
  new Date(Date.parse("2026-11-22T05:00:00.000Z") + hours * 3_600_000).toISOString();

/** What a counter takes of the example case, one each hour; the first begins it. */
export function takeCapture(
  payload: Payload | null,
  sequence: number,
  amends: string | null = null,
  changed: Partial<EnvelopeHeader> = {},
): CaseCapture {
  return {
    header: {
      envelope: 1,
      id: sequence === 1 ? exampleCase : `019a0000-0000-7000-9000-00000000010${sequence}`,
      device: "019a0000-0000-7000-a000-000000000001",
      sequence,
      kind: "rights-request",
      version: 1,
      capturedAt: tellHour(sequence),
      clockOffsetMs: 0,
      branch: "bkk-siam",
      staff: exampleStaff,
      amends,
      notice: null,
      contentHash: "c".repeat(64),
      previousHash: "0".repeat(64),
      ...changed,
    },
    payload,
    receiptNumber: formReceiptNumber(1, sequence),
  };
}
