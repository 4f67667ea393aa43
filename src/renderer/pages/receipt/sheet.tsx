import type { PaperSize } from "../../../contract/ipc.ts";
import type { CaptureSheet } from "./capture-sheets.ts";
import { ReceiptSheet } from "./receipt-sheet.tsx";
import { SlipSheet } from "./slip-sheet.tsx";

/** What is printed of a capture, whatever its kind. */
export function Sheet({ sheet, size }: { sheet: CaptureSheet; size: PaperSize | "screen" }) {
  return sheet.of === "rights-request" ? (
    <SlipSheet content={sheet.content} size={size} />
  ) : (
    <ReceiptSheet content={sheet.content} size={size} />
  );
}
