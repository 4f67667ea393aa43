import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import type { TakeDownListed } from "../../contract/inbox-event-procedures.ts";
import type { Db } from "../db/database.ts";
import type { TakeDownTable } from "../db/tables.ts";
import { readStoredPayload } from "../stored-payload.ts";

type Row = Pick<TakeDownTable, "capture" | "event" | "branch" | "outcome" | "words"> & {
  asked_at: Date;
  answered_at: Date | null;
  kind: string;
  version: number;
  payload: string | null;
  number: number;
  sequence: number;
  picture: TakeDownListed["picture"];
  pictureCapture: string | null;
  /** The latest correction of it, whose marks hold. */
  corrected: string | null;
};

const answeredLimit = 200;

/** Every request to take a picture down with what is known of it; see `takeDowns.list`. */
export async function listTakeDowns(
  db: Db,
): Promise<{ open: TakeDownListed[]; answered: TakeDownListed[] }> {
  const isOpen = sql`(take_down.outcome IS NULL OR take_down.outcome = 'in-work')`;
  const open = await readRows(db, sql`${isOpen} ORDER BY asked_at, take_down.capture`);
  const answered = await readRows(
    db,
    sql`NOT ${isOpen} ORDER BY answered_at DESC, take_down.capture LIMIT ${answeredLimit}`,
  );
  return { open: open.map(formListed), answered: answered.map(formListed) };
}

// A picture is a capture of its own that names the request; once its content is purged, only the sealed
// picture's row says that there was one. Looked for as text: jsonb refuses an escaped NUL that a device may send.
async function readRows(db: Db, which: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT take_down.*, capture.kind, capture.version, capture.payload, capture.sequence, device.number,
      COALESCE(seen.state, 'none') AS picture, seen.id AS "pictureCapture", newest.payload AS corrected
    FROM take_down JOIN capture ON capture.id = take_down.capture JOIN device ON device.id = capture.device
    LEFT JOIN LATERAL (
      SELECT shown.id, CASE WHEN attachment.destroyed_at IS NOT NULL THEN 'destroyed'
        WHEN attachment.sealed IS NOT NULL THEN 'here' ELSE 'coming' END AS state
      FROM capture AS shown LEFT JOIN attachment ON attachment.capture = shown.id
      WHERE shown.amends = take_down.capture AND (
        attachment.capture IS NOT NULL OR strpos(shown.payload, '"act":"take-down-picture"') > 0
      )
      ORDER BY shown.captured_at DESC LIMIT 1
    ) AS seen ON true
    LEFT JOIN LATERAL (
      SELECT amending.payload FROM capture AS amending
      WHERE amending.amends = take_down.capture AND strpos(amending.payload, '"act":"correct"') > 0
      ORDER BY amending.captured_at DESC LIMIT 1
    ) AS newest ON true
    WHERE ${which}`.execute(db);
  return rows;
}

function formListed(row: Row): TakeDownListed {
  return {
    capture: row.capture,
    receiptNumber: formReceiptNumber(row.number, row.sequence),
    event: row.event,
    branch: row.branch,
    askedAt: row.asked_at.toISOString(),
    outcome: row.outcome,
    words: row.words,
    answeredAt: row.answered_at?.toISOString() ?? null,
    asked: readAsked(row),
    picture: row.picture,
    pictureCapture: row.picture === "here" ? row.pictureCapture : null,
  };
}

const marksAsKept = z.record(z.string(), z.unknown()).nullable();

/** A consent that was taken back says by what it is found, and nothing of a place. */
const withdrawal = z.object({
  act: z.literal("photo-withdrawal"),
  name: z.string().nullable(),
  receipts: z.array(z.string()),
});

/** What head office looks at of a request; an opt-out may ask too, of a picture whose place nobody noted. */
const request = z.object({
  seen: z
    .object({ address: z.string().nullable(), where: z.string().nullable() })
    .default({ address: null, where: null }),
  saidBy: z.enum(["person", "guardian"]),
  marks: marksAsKept.default(null),
  contact: z
    .object({ phone: z.string().nullable(), email: z.string().nullable() })
    .nullable()
    .default(null),
});

function readAsked(row: Row): TakeDownListed["asked"] {
  const stored = readStoredPayload(row);
  if (stored === null) return null;
  const { seen, saidBy, marks, contact } = request.parse(stored.payload);
  const ended = withdrawal.safeParse(stored.payload);
  return {
    address: seen.address,
    where: seen.where,
    consent: ended.success ? { name: ended.data.name, receipts: ended.data.receipts } : null,
    saidBy,
    marks: readCorrected(row) ?? marks,
    contact: contact?.phone ?? contact?.email ?? null,
  };
}

/** People put a jacket on: what was noted last is how to find them. */
function readCorrected({ corrected }: Row): z.infer<typeof marksAsKept> {
  if (corrected === null) return null;
  const read = z.object({ marks: marksAsKept }).safeParse(JSON.parse(corrected));
  return read.success ? read.data.marks : null;
}
