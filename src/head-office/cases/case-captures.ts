import { type Selectable, sql } from "kysely";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { readHeader } from "../../contract/envelope.ts";
import type { OfficeCapture } from "../../contract/inbox-case-procedures.ts";
import type { Db } from "../db/database.ts";
import type { CaptureTable } from "../db/tables.ts";
import { readStored } from "../stored-captures.ts";
import { readStoredPayload } from "../stored-payload.ts";

type Row = Selectable<CaptureTable> & { number: number };

/** Captures by their ids, oldest first, as far as this version can read their payloads. */
export async function readOfficeCaptures(db: Db, ids: readonly string[]): Promise<OfficeCapture[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT capture.*, device.number FROM capture JOIN device ON device.id = capture.device
    WHERE capture.id = ANY (${`{${ids.join()}}`}::uuid[])
    ORDER BY capture.captured_at, capture.id`.execute(db);
  return rows.map(formCapture);
}

function formCapture(row: Row): OfficeCapture {
  return {
    header: readHeader(readStored(row)),
    payload: readStoredPayload(row)?.payload ?? null,
    receiptNumber: formReceiptNumber(row.number, row.sequence),
  };
}
