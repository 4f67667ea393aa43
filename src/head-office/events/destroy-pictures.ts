import type { Transaction } from "kysely";
import { findMark } from "../copies/attachment-mark.ts";
import { headOfficeItself } from "../copies/copy-log.ts";
import { destroyPicture } from "../copies/destroy-picture.ts";
import type { Tables } from "../db/tables.ts";

type Pictured = { id: string; kind: string; version: number; payload: string | null };

/**
 * Destroys the pictures of captures that are about to lose their content, each with its entry in the log, and
 * says how many. To be called before: what belongs to a capture, only its content says. One that has not come
 * yet is never taken any more.
 */
export async function destroyPictures(
  work: Transaction<Tables>,
  captures: readonly Pictured[],
  now: Date,
): Promise<number> {
  let destroyed = 0;
  for (const row of captures) {
    const mark = findMark(row);
    if (mark === null) continue;
    const reason = mark.purpose === "take-down" ? "request over" : "event or opt-out over";
    await destroyPicture(work, { capture: row.id, mark, handler: headOfficeItself, reason }, now);
    destroyed += 1;
  }
  return destroyed;
}
