import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import { findMark } from "./attachment-mark.ts";
import type { Handler } from "./copy-log.ts";
import { destroyPicture } from "./destroy-picture.ts";
import { listCopies } from "./kept-copies.ts";

/**
 * Destroys every copy whose day has come, each with its entry in the log, and gives the captures that they
 * belonged to. One that the shop's PC has not sent yet is never taken any more, and the PC is told so.
 */
export async function destroyDueCopies(db: Db, handler: Handler, now: Date): Promise<string[]> {
  const due = (await listCopies(db, now)).filter(({ why }) => why === "due");
  for (const { capture, closedOn, dueOn } of due) {
    const reason = `closed ${closedOn}, due ${dueOn}`;
    await db.transaction().execute(async (work) => {
      const row = await work
        .selectFrom("capture")
        .select(["kind", "version", "payload"])
        .where("id", "=", capture)
        .executeTakeFirstOrThrow();
      const mark = findMark(row);
      if (mark === null) throw new Error("a due copy without a mark");
      await destroyPicture(work, { capture, mark, handler, reason }, now);
    });
  }
  // A deleted row's bytes stay in the table's file until then.
  if (due.length > 0) await sql`VACUUM attachment, attachment_piece`.execute(db);
  return due.map(({ capture }) => capture);
}
