import { sql, type Transaction } from "kysely";
import type { AttachmentMark } from "../../contract/attachment.ts";
import type { Tables } from "../db/tables.ts";
import { addToCopyLog, type Handler } from "./copy-log.ts";

type Destruction = { capture: string; mark: AttachmentMark; handler: Handler; reason: string };

/**
 * Destroys the picture of a capture, with its entry in the log. One that has not come yet is never taken any
 * more, and the PC that is to send it is told so.
 */
export async function destroyPicture(
  work: Transaction<Tables>,
  { capture, mark, handler, reason }: Destruction,
  now: Date,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${capture}, 1))`.execute(work);
  await work.deleteFrom("attachment_piece").where("capture", "=", capture).execute();
  await work
    .insertInto("attachment")
    .values({ capture, ...mark, sealing_key: "", received: 0, destroyed_at: now })
    .onConflict((conflict) =>
      conflict.column("capture").doUpdateSet({ sealed: null, destroyed_at: now }),
    )
    .execute();
  await addToCopyLog(work, { ...handler, at: now, action: "destroy", capture, reason });
}
