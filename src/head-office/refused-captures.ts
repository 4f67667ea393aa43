import { sql, type Transaction } from "kysely";
import type { Envelope } from "../contract/envelope.ts";
import type { Verdict } from "../contract/sync.ts";
import type { Tables } from "./db/tables.ts";

/** A capture that was not taken; `sound`: its header is true, so that the chain runs on through it. */
export type RefusedItem = { item: Envelope; verdict: Verdict; sound: boolean };

/** By which a refused item is known again. */
export const nameRefused = ({ id, hash }: { id: string; hash: string }) => `${id} ${hash}`;

/**
 * Keeps the headers of what was refused, never a payload, and gives the reasons as they stand. A conflict
 * keeps the reason it was first given, though by now another may hold too: the device is told the same each
 * time it asks.
 */
export async function storeRefusals(
  work: Transaction<Tables>,
  signer: string,
  refused: readonly RefusedItem[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  if (refused.length === 0) return new Map();
  const rows = new Map(
    refused.map(({ item, verdict, sound }) => {
      const reason = "reason" in verdict ? verdict.reason : "";
      const issues = "issues" in verdict ? JSON.stringify(verdict.issues) : null;
      const { payload: _payload, salt: _salt, ...header } = item;
      // Twice in one push is one row: a statement cannot touch a row twice.
      return [nameRefused(item), { ...header, verdict: verdict.verdict, reason, issues, sound }];
    }),
  );
  const { rows: stored } = await sql<{ id: string; hash: string; reason: string }>`
    INSERT INTO refusal (
      device, id, hash, sequence, kind, version, captured_at, content_hash, previous_hash, verdict, reason,
      issues, sound, first_refused_at, last_refused_at
    )
    SELECT
      ${signer}::uuid, id, hash, sequence, kind, version, "capturedAt", "contentHash", "previousHash", verdict,
      reason, issues, sound, ${now}::timestamptz, ${now}::timestamptz
    FROM json_to_recordset(${JSON.stringify([...rows.values()])}::json) AS item (
      id uuid, hash text, sequence bigint, kind text, version bigint, "capturedAt" text, "contentHash" text,
      "previousHash" text, verdict text, reason text, issues text, sound boolean
    )
    ON CONFLICT (device, id, hash) DO UPDATE SET
      verdict = excluded.verdict, issues = excluded.issues, sound = excluded.sound,
      last_refused_at = excluded.last_refused_at,
      reason = CASE WHEN refusal.verdict = 'conflict' AND excluded.verdict = 'conflict'
        THEN refusal.reason ELSE excluded.reason END
    RETURNING id, hash, reason`.execute(work);
  return new Map(stored.map((row) => [nameRefused(row), row.reason]));
}

/** Forgets that these were refused: a newer head office took what an older one could not read. */
export async function forgetRefusals(
  work: Transaction<Tables>,
  captures: readonly Envelope[],
): Promise<void> {
  for (const { device, id, hash } of captures) {
    await work
      .deleteFrom("refusal")
      .where("device", "=", device)
      .where("id", "=", id)
      .where("hash", "=", hash)
      .execute();
  }
}
