import { type Selectable, sql } from "kysely";
import type { AnyCaptureDefinition } from "../../captures/define-capture.ts";
import { captureDefinitions } from "../../captures/index.ts";
import type { Db } from "../db/database.ts";
import type { CaptureTable } from "../db/tables.ts";
import { readItem } from "../item-reading.ts";
import { readStored } from "../stored-captures.ts";
import { fileCaptures } from "./file-captures.ts";

/** Captures that one transaction files: the counter of changes is held meanwhile. */
const filedAtOnce = 200;

/**
 * Files what devices of a newer version sent before this head office could read it. To be called once a start:
 * from then on captures are filed as they are accepted. The answer: how many were looked at.
 */
export async function fileUnread(db: Db, now: Date): Promise<number> {
  const ids = await listUnfiled(db);
  for (let from = 0; from < ids.length; from += filedAtOnce) {
    const some = ids.slice(from, from + filedAtOnce);
    await db.transaction().execute(async (work) => {
      const { rows } = await sql<Selectable<CaptureTable>>`
        SELECT * FROM capture WHERE id = ANY (${`{${some.join()}}`}::uuid[])
        ORDER BY received_at, device, sequence`.execute(work);
      // Kept unread means that nobody held it against its kind's form.
      const sound = rows.map(readStored).filter((capture) => {
        const reading = readItem(capture, capture.device);
        return reading.state === "sound" && reading.fault === null;
      });
      await fileCaptures(work, sound, now);
    });
  }
  return ids.length;
}

async function listUnfiled(db: Db): Promise<string[]> {
  const known: AnyCaptureDefinition[] = Object.values(captureDefinitions);
  const kinds = known.filter(({ eventWord }) => eventWord).map(({ kind }) => kind);
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM capture
    WHERE kind = ANY (${`{${kinds.join()}}`}::text[]) AND payload IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM capture_group WHERE capture_group.capture = capture.id)
    ORDER BY received_at, device, sequence`.execute(db);
  return rows.map(({ id }) => id);
}
