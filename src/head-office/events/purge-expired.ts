import { type Selectable, sql, type Transaction } from "kysely";
import type { RetentionContext } from "../../captures/define-capture.ts";
import { eventGroupPrefix, readEventGroup } from "../../captures/event-group.ts";
import { type Envelope, readHeader } from "../../contract/envelope.ts";
import type { Db } from "../db/database.ts";
import type { CaptureTable, Tables } from "../db/tables.ts";
import { readStored } from "../stored-captures.ts";
import { readStoredPayload } from "../stored-payload.ts";
import { destroyPictures } from "./destroy-pictures.ts";
import { readRetentionContext } from "./known-events.ts";
import { lockChanges } from "./publish-for.ts";

/**
 * Takes away the content of all whose time is over, here and, by what is passed on, on every device; and the
 * pictures that belong to them, each with its entry in the log. Headers stay, so every chain holds. The answer: how many captures lost their content.
 */
export async function purgeExpired(db: Db, now: Date): Promise<number> {
  const groups = await listGroups(db);
  let purged = 0;
  let destroyed = 0;
  // One transaction for each event: the counter of changes is not held for all of them.
  for (const group of groups) {
    purged += await db.transaction().execute(async (work) => {
      await lockChanges(work);
      const context = await readRetentionContext(work, now.getTime());
      const rows = await readGroup(work, group);
      const ids = findExpired(rows.map(readStored), context);
      if (ids.length > 0) {
        const going = rows.filter(({ id }) => ids.includes(id));
        destroyed += await destroyPictures(work, going, now);
        await purge(work, group, ids, rows, now);
      }
      return ids.length;
    });
  }
  // A deleted row's bytes stay in the table's file until then.
  if (destroyed > 0) await sql`VACUUM attachment, attachment_piece`.execute(db);
  return purged;
}

type Row = Selectable<CaptureTable> & { number: number };

async function listGroups(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT name FROM capture_group JOIN capture ON capture.id = capture_group.capture
    WHERE capture.payload IS NOT NULL AND starts_with(name, ${eventGroupPrefix})
    ORDER BY name`.execute(db);
  return rows.map(({ name }) => name);
}

async function readGroup(work: Transaction<Tables>, group: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT capture.*, device.number FROM capture_group
    JOIN capture ON capture.id = capture_group.capture JOIN device ON device.id = capture.device
    WHERE capture_group.name = ${group} AND capture.payload IS NOT NULL`.execute(work);
  return rows;
}

function findExpired(captures: readonly Envelope[], context: RetentionContext): string[] {
  const readable = captures.flatMap((item) => {
    const stored = readStoredPayload(item);
    return stored ? [{ ...stored, header: readHeader(item) }] : [];
  });
  const kinds = new Set(readable.map(({ definition }) => definition));
  return [...kinds].flatMap((definition) => {
    const group = readable.filter((item) => item.definition === definition);
    return definition.listExpired?.(group, context).captures ?? [];
  });
}

async function purge(
  work: Transaction<Tables>,
  group: string,
  ids: readonly string[],
  rows: readonly Row[],
  now: Date,
): Promise<void> {
  const list = sql`${`{${ids.join()}}`}::uuid[]`;
  await sql`UPDATE capture SET payload = NULL, salt = NULL WHERE id = ANY (${list})`.execute(work);
  await sql`UPDATE take_down SET words = NULL WHERE capture = ANY (${list})`.execute(work);
  const event = readEventGroup(group);
  const gone = rows
    .filter(({ id }) => ids.includes(id))
    .map((row) => ({
      key: row.id,
      value: JSON.stringify({
        event,
        deviceNumber: row.number,
        capture: { ...readStored(row), payload: null, salt: null },
      }),
    }));
  await replaceValues(work, "event-capture", gone, now);
  // An answer may say who asked. That it was given stays, for devices that have yet to purge the request.
  await sql`
    UPDATE change SET value = jsonb_set(value::jsonb, '{words}', 'null')::text
    WHERE topic = 'take-down-answer' AND value IS NOT NULL AND key = ANY (${`{${ids.join()}}`}::text[])`.execute(
    work,
  );
}

/** Other values for what is published, under new versions and wherever it is published. */
async function replaceValues(
  work: Transaction<Tables>,
  topic: string,
  items: readonly { key: string; value: string }[],
  now: Date,
): Promise<void> {
  await sql`
    WITH item AS (
      SELECT change.topic, change.key, change.audience, given.value, row_number() OVER () AS place
      FROM json_to_recordset(${JSON.stringify(items)}::json) AS given (key text, value text)
      JOIN change ON change.topic = ${topic} AND change.key = given.key AND change.value IS NOT NULL
    ), counted AS (
      UPDATE change_counter SET version = version + (SELECT count(*) FROM item)
      RETURNING version - (SELECT count(*) FROM item) AS before
    )
    UPDATE change SET value = item.value, version = counted.before + item.place,
      published_at = ${now}::timestamptz
    FROM item, counted
    WHERE (change.topic, change.key, change.audience) = (item.topic, item.key, item.audience)`.execute(
    work,
  );
}
