import { type Selectable, sql, type Transaction } from "kysely";
import { nameEventGroup } from "../../captures/event-group.ts";
import type { Envelope } from "../../contract/envelope.ts";
import type { Event, RelayedCapture } from "../../contract/event.ts";
import type { CaptureTable, Tables } from "../db/tables.ts";
import { readStored } from "../stored-captures.ts";
import { type BranchNews, publishFor } from "./publish-for.ts";

/** What is passed on of one capture. */
export function formNews(
  capture: Envelope,
  event: string | null,
  deviceNumber: number,
  branches: readonly string[],
): BranchNews {
  const value: RelayedCapture = { event, deviceNumber, capture };
  return { topic: "event-capture", key: capture.id, value, branches, source: capture.device };
}

/** The branches that get an event's captures: those that work it, and the one that took it. */
export function listAudience(
  event: Event | undefined,
  capture: Pick<Envelope, "branch">,
): string[] {
  return [...new Set([...(event?.branches ?? []), capture.branch])];
}

/**
 * Passes on all that came of an event to the branches that work it now, and takes it away from those that no
 * longer do. To be called after `lockChanges`.
 */
export async function relayGroup(
  work: Transaction<Tables>,
  event: Event,
  now: Date,
): Promise<void> {
  const group = nameEventGroup(event.id);
  const { rows } = await sql<Selectable<CaptureTable> & { number: number }>`
    SELECT capture.*, device.number FROM capture_group
    JOIN capture ON capture.id = capture_group.capture JOIN device ON device.id = capture.device
    WHERE capture_group.name = ${group}
    ORDER BY capture.received_at, capture.device, capture.sequence`.execute(work);
  const news = rows.map((row) => {
    const capture = readStored(row);
    return formNews(capture, event.id, row.number, listAudience(event, capture));
  });
  await publishFor(work, news, now);
  await withdrawElsewhere(work, news, now);
}

async function withdrawElsewhere(
  work: Transaction<Tables>,
  news: readonly BranchNews[],
  now: Date,
): Promise<void> {
  const wanted = new Set(news.flatMap(({ key, branches }) => branches.map((at) => `${key} ${at}`)));
  const present = await work
    .selectFrom("change")
    .select(["key", "audience"])
    .where("topic", "=", "event-capture")
    .where("value", "is not", null)
    .where("key", "in", news.length > 0 ? news.map(({ key }) => key) : [""])
    .execute();
  const gone = present.filter(({ key, audience }) => !wanted.has(`${key} ${audience}`));
  for (const { key, audience } of gone) {
    await sql`
      WITH counted AS (UPDATE change_counter SET version = version + 1 RETURNING version)
      UPDATE change SET value = NULL, published_at = ${now}::timestamptz, version = counted.version
      FROM counted WHERE topic = 'event-capture' AND key = ${key} AND audience = ${audience}`.execute(
      work,
    );
  }
}
