import type { Result } from "../../contract/failure.ts";
import type { PaperSize } from "../../contract/ipc.ts";
import type { TrustedWindows } from "./ipc-channel.ts";
import { type PrintPage, printPage, savePagePdf } from "./print-window.ts";

function receiptPage(id: string, size: PaperSize): PrintPage {
  return {
    route: `/print/receipt/${id}/${size}`,
    size,
    asks: ["desk.state", "session.current", "capture.read", "reference.read"],
  };
}

export function printReceipt(
  trusted: TrustedWindows,
  id: string,
  size: PaperSize,
): Promise<Result<undefined>> {
  return printPage(trusted, receiptPage(id, size));
}

export function saveReceiptPdf(
  trusted: TrustedWindows,
  id: string,
  size: PaperSize,
  suggestedName: string,
): Promise<Result<{ path: string }>> {
  return savePagePdf(trusted, receiptPage(id, size), suggestedName);
}
