import type { Transaction } from "kysely";
import type { Event, EventPlan } from "../../contract/event.ts";
import { publishWithin } from "../change-log.ts";
import type { Db } from "../db/database.ts";
import type { Tables } from "../db/tables.ts";
import { readEvents } from "./known-events.ts";
import { lockChanges } from "./publish-for.ts";
import { relayGroup } from "./relay-captures.ts";

/**
 * Makes an event what head office says it is: published to every branch, and its captures passed on to those
 * that work it, also the captures that came before.
 */
export async function putEvent(db: Db, event: Event, now: Date): Promise<void> {
  await db.transaction().execute(async (work) => {
    await lockChanges(work);
    await putEventWithin(work, event, now);
  });
}

/** The same within a transaction that has begun. To be called after `lockChanges`. */
export async function putEventWithin(
  work: Transaction<Tables>,
  event: Event,
  now: Date,
): Promise<void> {
  await publishEvent(work, event, now);
  await relayGroup(work, event, now);
}

/** A confirmed event as head office wants it; what is left out stays as it was proposed. */
export type Confirmation = Partial<Omit<EventPlan, "id">> & Pick<Event, "branches">;

/**
 * Confirms an event that a manager started. Null: there is none under this id. One that is confirmed already
 * is changed; a close-out that came before stands.
 */
export async function confirmEvent(
  db: Db,
  id: string,
  confirmation: Confirmation,
  now: Date,
): Promise<Event | null> {
  return db.transaction().execute((work) => confirmWithin(work, id, confirmation, now));
}

/** The same within a transaction that has begun. */
export async function confirmWithin(
  work: Transaction<Tables>,
  id: string,
  confirmation: Partial<Confirmation>,
  now: Date,
): Promise<Event | null> {
  await lockChanges(work);
  const known = (await readEvents(work)).get(id);
  if (!known) return null;
  const confirmed: Event = {
    ...known,
    ...confirmation,
    id,
    status: known.closedAt === null ? "confirmed" : "closed",
  };
  await putEventWithin(work, confirmed, now);
  return confirmed;
}

/** Events that a manager started and that nobody has confirmed yet, by first day. */
export async function listProposedEvents(db: Db): Promise<Event[]> {
  const events = await db.transaction().execute((work) => readEvents(work));
  return [...events.values()]
    .filter(({ status }) => status === "proposed")
    .sort((a, b) => ((a.days[0] ?? "") < (b.days[0] ?? "") ? -1 : 1));
}

/** To be called after `lockChanges`. */
export async function publishEvent(
  work: Transaction<Tables>,
  event: Event,
  now: Date,
): Promise<void> {
  // To all branches: a shop elsewhere can then tell of which event somebody speaks.
  await publishWithin(work, [{ topic: "event", key: event.id, value: event, audience: null }], now);
}
