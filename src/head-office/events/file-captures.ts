import { sql, type Transaction } from "kysely";
import { readPayload } from "../../captures/capture-reading.ts";
import { readEventGroup } from "../../captures/event-group.ts";
import type { Envelope } from "../../contract/envelope.ts";
import type { Event, EventWord } from "../../contract/event.ts";
import type { Tables } from "../db/tables.ts";
import { findDefinition, readStoredPayload } from "../stored-payload.ts";
import { publishEvent } from "./event-publishing.ts";
import { readEvents } from "./known-events.ts";
import { lockChanges, publishFor } from "./publish-for.ts";
import { formNews, listAudience } from "./relay-captures.ts";
import { openTakeDown, takeBackTakeDown } from "./take-downs.ts";

/** A capture of an event, and what it says of the event as a whole. */
type Filed = { capture: Envelope; group: string; event: string | null; word: EventWord | null };

/**
 * Files what was just accepted of events: under its event, as a task where it asks for something, and for the
 * other devices that work the event. In the transaction that accepts it: what a device was told is at head
 * office is on its way to its neighbours.
 */
export async function fileCaptures(
  work: Transaction<Tables>,
  accepted: readonly Envelope[],
  now: Date,
): Promise<void> {
  const filed = accepted.flatMap(read);
  if (filed.length === 0) return;
  await lockChanges(work);
  const rows = filed.map(({ capture, group }) => ({ capture: capture.id, name: group }));
  await work.insertInto("capture_group").values(rows).execute();
  const events = await readEvents(work);
  for (const item of filed) await heed(work, events, item, now);
  const numbers = await readNumbers(work, filed);
  const news = filed.map(({ capture, event }) =>
    formNews(
      capture,
      event,
      numbers.get(capture.device) ?? 0,
      listAudience(events.get(event ?? ""), capture),
    ),
  );
  await publishFor(work, news, now);
}

function read(capture: Envelope): Filed[] {
  const definition = findDefinition(capture.kind, capture.version);
  // A newer device's word is kept unread; it is passed on when this head office can read it.
  if (!definition?.eventWord || capture.payload === null) return [];
  const payload = readPayload(definition, capture.version, JSON.parse(capture.payload));
  const [group] = definition.searchKeys(payload).group ?? [];
  if (group === undefined) return [];
  const word = definition.eventWord(payload);
  return [{ capture, group, event: readEventGroup(group), word }];
}

/** Does what a capture asks of head office; `events` is kept up to date. */
async function heed(
  work: Transaction<Tables>,
  events: Map<string, Event>,
  { capture, word, event }: Filed,
  now: Date,
): Promise<void> {
  if (word === null) return;
  const put = async (changed: Event) => {
    events.set(changed.id, changed);
    await publishEvent(work, changed, now);
  };
  const known = events.get(event ?? "");
  switch (word.says) {
    case "started":
      // Head office's own word on an event is never overwritten by a device's.
      if (!known) {
        const branches = [capture.branch];
        await put({ ...word.plan, status: "proposed", closedAt: null, branches });
      }
      return;
    case "closed":
      if (known) await put(close(known, now));
      return;
    case "take-down":
    case "consent-ended":
      await openTakeDown(work, { id: capture.id, branch: capture.branch, event }, now);
      return;
    case "opted-out":
      if (word.isTakeDown) {
        await openTakeDown(work, { id: capture.id, branch: capture.branch, event }, now);
      }
      return;
    case "corrected":
      await changeWish(work, capture, word.isTakeDown, now);
      return;
    case "taken-back": {
      const target = await findWord(work, capture.amends);
      if (target?.says === "take-down" || target?.says === "opted-out") {
        await takeBackTakeDown(work, capture.amends ?? "", now);
      }
      if (target?.says === "closed" && known) await put(reopen(known));
      if (target?.says === "started" && known?.status === "proposed") {
        events.delete(known.id);
        await withdrawProposal(work, known.id);
      }
    }
  }
}

/** A correction may ask for what the opt-out did not ask, or the other way round. */
async function changeWish(
  work: Transaction<Tables>,
  { amends, branch }: Envelope,
  isTakeDown: boolean,
  now: Date,
): Promise<void> {
  // Only an opt-out is corrected, whatever else a device may name: what it names becomes a task.
  const target = await findWord(work, amends);
  if (amends === null || target?.says !== "opted-out") return;
  if (isTakeDown) await openTakeDown(work, { id: amends, branch, event: target.event }, now);
  else await takeBackTakeDown(work, amends, now);
}

function close(event: Event, now: Date): Event {
  const status = event.status === "proposed" ? event.status : "closed";
  return { ...event, status, closedAt: now.toISOString() };
}

function reopen(event: Event): Event {
  const status = event.status === "closed" ? "confirmed" : event.status;
  return { ...event, status, closedAt: null };
}

async function withdrawProposal(work: Transaction<Tables>, event: string): Promise<void> {
  await sql`
    WITH counted AS (UPDATE change_counter SET version = version + 1 RETURNING version)
    UPDATE change SET value = NULL, version = counted.version FROM counted
    WHERE topic = 'event' AND key = ${event}`.execute(work);
}

async function findWord(work: Transaction<Tables>, id: string | null): Promise<EventWord | null> {
  if (id === null) return null;
  const row = await work
    .selectFrom("capture")
    .select(["kind", "version", "payload"])
    .where("id", "=", id)
    .executeTakeFirst();
  const stored = row && readStoredPayload(row);
  return stored?.definition.eventWord?.(stored.payload) ?? null;
}

async function readNumbers(
  work: Transaction<Tables>,
  filed: readonly Filed[],
): Promise<Map<string, number>> {
  const devices = [...new Set(filed.map(({ capture }) => capture.device))];
  const rows = await work
    .selectFrom("device")
    .select(["id", "number"])
    .where("id", "in", devices)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
