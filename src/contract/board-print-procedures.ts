import { z } from "zod";
import { eventId } from "./ids.ts";

/** The languages of a printed board: photographers and staff need not have the same. */
export const sheetLanguage = z.enum(["th", "en", "both"]);
export type SheetLanguage = z.infer<typeof sheetLanguage>;

const sheet = z.strictObject({ event: eventId, language: sheetLanguage });
const callers = ["event", "manager"] as const;

/** The no-photo board of an event on A4. */
export const boardPrintProcedures = {
  "board.print": { input: sheet, output: z.undefined(), callers },
  "board.savePdf": { input: sheet, output: z.strictObject({ path: z.string() }), callers },
} as const;
