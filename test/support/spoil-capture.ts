import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { hashContent, hashHeader } from "../../src/contract/chain.ts";
import { type EnvelopeRow, readEnvelope } from "../../src/main/store/envelope-row.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Changes what a capture says in a store that is not encrypted. `hashed`: its hashes too, as a desk with a
 * fault in its rules would have written it; else as a fault of the disk would.
 */
export function spoilCapture(
  path: string,
  sequence: number,
  change: (payload: string) => string,
  hashed: boolean,
): void {
  const store = new DatabaseSync(path);
  // The log refuses changes to whoever asks in SQL.
  const guard = store
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'capture_log_purge_only'")
    .get() as { sql: string };
  store.exec("DROP TRIGGER capture_log_purge_only");
  const row = store
    .prepare("SELECT * FROM capture_log WHERE sequence = ?")
    .get(sequence) as unknown as EnvelopeRow;
  const payload = change(row.payload ?? "");
  const item = readEnvelope(row);
  const contentHash = hashed ? hashContent(sha256, item.salt ?? "", payload) : item.contentHash;
  const hash = hashed ? hashHeader(sha256, { ...item, contentHash }) : item.hash;
  store
    .prepare("UPDATE capture_log SET payload = ?, content_hash = ?, hash = ? WHERE sequence = ?")
    .run(payload, contentHash, hash, sequence);
  store.exec(guard.sql);
  store.close();
}
