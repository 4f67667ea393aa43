import type { SheetLanguage } from "../../contract/board-print-procedures.ts";
import type { Result } from "../../contract/failure.ts";
import type { EventId } from "../../contract/ids.ts";
import type { TrustedWindows } from "./ipc-channel.ts";
import { type PrintPage, printPage, savePagePdf } from "./print-window.ts";

function boardPage(event: EventId, language: SheetLanguage): PrintPage {
  return {
    route: `/print/board/${event}/${language}`,
    size: "A4",
    asks: ["desk.state", "session.current", "reference.read", "events.read"],
  };
}

export function printBoard(
  trusted: TrustedWindows,
  event: EventId,
  language: SheetLanguage,
): Promise<Result<undefined>> {
  return printPage(trusted, boardPage(event, language));
}

export function saveBoardPdf(
  trusted: TrustedWindows,
  event: EventId,
  language: SheetLanguage,
): Promise<Result<{ path: string }>> {
  return savePagePdf(trusted, boardPage(event, language), `no-photo-${event}`);
}
