import type { SheetLanguage } from "../../contract/board-print-procedures.ts";
import type { Result } from "../../contract/failure.ts";
import type { EventId } from "../../contract/ids.ts";
import type { Store } from "../store/open-store.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type BoardPrintProcedures = Pick<Handlers, "board.print" | "board.savePdf">;

export type BoardPrintProcedureDeps = {
  printBoard(event: EventId, language: SheetLanguage): Promise<Result<undefined>>;
  saveBoardPdf(event: EventId, language: SheetLanguage): Promise<Result<{ path: string }>>;
};

/** The no-photo board on paper; who put it there is recorded, since paper is not purged. */
export function makeBoardPrintProcedures(
  deps: BoardPrintProcedureDeps & { store: Pick<Store, "audit">; now(): number },
): BoardPrintProcedures {
  const note = (action: "print-board" | "save-board", staff: string, event: EventId) =>
    deps.store.audit.add({ at: deps.now(), staff, action, subject: event });
  return {
    "board.print": async ({ event, language }, who) => {
      const done = await deps.printBoard(event, language);
      if (done.ok) note("save-board", requirePerson(who).staff, event);
      return done;
    },
    "board.savePdf": async ({ event, language }, who) => {
      const done = await deps.saveBoardPdf(event, language);
      if (done.ok) note("save-board", requirePerson(who).staff, event);
      return done;
    },
  };
}
