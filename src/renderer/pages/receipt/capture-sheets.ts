import type { ReceiptContent } from "../../../captures/marketing-consent/receipt-content.ts";
import {
  chooseSlipLanguages,
  readStored,
  type SlipContent,
  writeSlip,
} from "../../../captures/rights-request/slip-content.ts";
import type { Reference } from "../../../contract/reference.ts";
import type { StoredCapture } from "../../../contract/stored-capture.ts";
import { formatDay, formatMoment } from "../../../ui/thai-date.tsx";
import { writeReceipts } from "./receipt-contents.ts";

/** What is printed of a capture, one for each language: each kind has its own. */
export type CaptureSheet =
  | { of: "marketing-consent"; content: ReceiptContent }
  | { of: "rights-request"; content: SlipContent };

export function writeSheets(capture: StoredCapture, reference: Reference): CaptureSheet[] {
  if (capture.header.kind !== "rights-request") {
    return writeReceipts(capture, reference).map((content) => ({
      of: "marketing-consent",
      content,
    }));
  }
  const item = readStored(capture);
  return chooseSlipLanguages(item).map((language) => ({
    of: "rights-request",
    content: writeSlip(capture, item, reference, language, {
      day: formatDay,
      moment: formatMoment,
    }),
  }));
}
