import type { Envelope, NoticeShown } from "../../contract/envelope.ts";

/** A row of `capture_log` as the table has it. */
export type EnvelopeRow = {
  sequence: number;
  id: string;
  envelope: number;
  device: string;
  kind: string;
  version: number;
  captured_at: string;
  clock_offset_ms: number | null;
  branch: string;
  staff: string;
  amends: string | null;
  notice_id: string | null;
  notice_version: number | null;
  notice_language: string | null;
  notice_hash: string | null;
  content_hash: string;
  previous_hash: string;
  hash: string;
  salt: string | null;
  payload: string | null;
};

/** The columns of `EnvelopeRow`, to select from `capture_log AS log`. */
export const envelopeColumns = [
  "sequence",
  "id",
  "envelope",
  "device",
  "kind",
  "version",
  "captured_at",
  "clock_offset_ms",
  "branch",
  "staff",
  "amends",
  "notice_id",
  "notice_version",
  "notice_language",
  "notice_hash",
  "content_hash",
  "previous_hash",
  "hash",
  "salt",
  "payload",
]
  .map((column) => `log.${column}`)
  .join(", ");

export function readEnvelope(row: EnvelopeRow): Envelope {
  return {
    // The store holds what was checked on its way in; a form it cannot have is not read as one.
    envelope: row.envelope as Envelope["envelope"],
    id: row.id,
    device: row.device,
    sequence: row.sequence,
    kind: row.kind,
    version: row.version,
    capturedAt: row.captured_at,
    clockOffsetMs: row.clock_offset_ms,
    branch: row.branch,
    staff: row.staff,
    amends: row.amends,
    notice: readNoticeShown(row),
    contentHash: row.content_hash,
    previousHash: row.previous_hash,
    payload: row.payload,
    salt: row.salt,
    hash: row.hash,
  };
}

function readNoticeShown(row: EnvelopeRow): NoticeShown | null {
  if (row.notice_id === null || row.notice_version === null || row.notice_hash === null)
    return null;
  return {
    id: row.notice_id,
    version: row.notice_version,
    language: row.notice_language as NoticeShown["language"],
    hash: row.notice_hash,
  };
}
