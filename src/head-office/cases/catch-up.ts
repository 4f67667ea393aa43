import { sql } from "kysely";
import type { Envelope } from "../../contract/envelope.ts";
import type { Db } from "../db/database.ts";
import { fileCases } from "./file-cases.ts";

/** Files requests that came when this head office could not read them yet. Once a start. */
export async function catchUpCases(db: Db, now: Date): Promise<void> {
  const { rows } = await sql<Pick<Envelope, "id" | "kind">>`
    SELECT id, kind FROM capture
    WHERE kind = 'rights-request' AND payload IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM case_capture WHERE case_capture.capture = capture.id)`.execute(
    db,
  );
  if (rows.length === 0) return;
  await db.transaction().execute((work) => fileCases(work, rows, now));
}
