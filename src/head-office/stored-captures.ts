import { type Selectable, sql, type Transaction } from "kysely";
import { type Envelope, type NoticeShown, noticeShown } from "../contract/envelope.ts";
import { type ElementType, formArray } from "./db/array-parameter.ts";
import type { CaptureTable, Tables } from "./db/tables.ts";

type Row = ReturnType<typeof formRow>;

/** What is stored of a capture as it came; only `received_at` is added. */
const columns = {
  id: "uuid",
  device: "uuid",
  sequence: "bigint",
  envelope: "integer",
  kind: "text",
  version: "bigint",
  captured_at: "text",
  clock_offset_ms: "bigint",
  branch: "text",
  staff: "text",
  amends: "uuid",
  notice_id: "text",
  notice_version: "bigint",
  notice_language: "text",
  notice_hash: "text",
  content_hash: "text",
  previous_hash: "text",
  hash: "text",
  payload: "text",
  salt: "text",
} as const satisfies { [name in keyof Row]: ElementType };

const names = Object.keys(columns) as (keyof Row)[];

/** Stores captures that were found to be new, in one statement. */
export async function storeCaptures(
  work: Transaction<Tables>,
  captures: readonly Envelope[],
  now: Date,
): Promise<void> {
  if (captures.length === 0) return;
  const rows = captures.map(formRow);
  // A list for each column, in the form that PostgreSQL keeps: to spell rows out and have them read again costs
  // more than to store them. Lists in SELECT's place go through in step; in FROM's they are all laid up first.
  const lists = names.map((name) => {
    const list = formArray(
      columns[name],
      rows.map((row) => row[name]),
    );
    return sql`unnest(${list}::${sql.raw(columns[name])}[])`;
  });
  await sql`
    INSERT INTO capture (${sql.join(names.map((name) => sql.ref(name)))}, received_at)
    SELECT ${sql.join(lists)}, ${now}::timestamptz`.execute(work);
}

/** A stored capture as it was sent. */
export function readStored(row: Selectable<CaptureTable>): Envelope {
  return {
    // What is stored was parsed on its way in.
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
    notice: row.notice_id === null ? null : readNoticeShown(row),
    contentHash: row.content_hash,
    previousHash: row.previous_hash,
    payload: row.payload,
    salt: row.salt,
    hash: row.hash,
  };
}

function readNoticeShown(row: Selectable<CaptureTable>): NoticeShown {
  return noticeShown.parse({
    id: row.notice_id,
    version: row.notice_version,
    language: row.notice_language,
    hash: row.notice_hash,
  });
}

/** By the names of the columns. */
export function formRow(item: Envelope) {
  const { notice } = item;
  return {
    id: item.id,
    device: item.device,
    sequence: item.sequence,
    envelope: item.envelope,
    kind: item.kind,
    version: item.version,
    captured_at: item.capturedAt,
    clock_offset_ms: item.clockOffsetMs,
    branch: item.branch,
    staff: item.staff,
    amends: item.amends,
    notice_id: notice?.id,
    notice_version: notice?.version,
    notice_language: notice?.language,
    notice_hash: notice?.hash,
    content_hash: item.contentHash,
    previous_hash: item.previousHash,
    hash: item.hash,
    payload: item.payload,
    salt: item.salt,
  };
}
