import { sql, type Transaction } from "kysely";
import type { Envelope } from "../contract/envelope.ts";
import type { Tables } from "./db/tables.ts";

/** Stores captures that were found to be new, in one statement. */
export async function storeCaptures(
  work: Transaction<Tables>,
  captures: readonly Envelope[],
  now: Date,
): Promise<void> {
  if (captures.length === 0) return;
  // One JSON text for all rows: far cheaper to pass than twenty parameters a row. Payloads are strings in it
  // and so come out byte for byte.
  const rows = captures.map((item) => ({
    ...item,
    notice_id: item.notice?.id,
    notice_version: item.notice?.version,
    notice_language: item.notice?.language,
    notice_hash: item.notice?.hash,
  }));
  await sql`
    INSERT INTO capture (
      id, device, sequence, envelope, kind, version, captured_at, clock_offset_ms, branch, staff, amends,
      notice_id, notice_version, notice_language, notice_hash, content_hash, previous_hash, hash, payload,
      salt, received_at
    )
    SELECT
      id, device, sequence, envelope, kind, version, "capturedAt", "clockOffsetMs", branch, staff, amends,
      notice_id, notice_version, notice_language, notice_hash, "contentHash", "previousHash", hash, payload,
      salt, ${now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS item (
      id uuid, device uuid, sequence bigint, envelope integer, kind text, version bigint, "capturedAt" text,
      "clockOffsetMs" bigint, branch text, staff text, amends uuid, notice_id text, notice_version bigint,
      notice_language text, notice_hash text, "contentHash" text, "previousHash" text, hash text, payload text,
      salt text
    )`.execute(work);
}
