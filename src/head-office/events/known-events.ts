import type { Transaction } from "kysely";
import type { RetentionContext } from "../../captures/define-capture.ts";
import { type Event, event, eventSettings, takeDownAnswer } from "../../contract/event.ts";
import type { Tables } from "../db/tables.ts";

/** The events as they are published, by id. */
export async function readEvents(work: Transaction<Tables>): Promise<Map<string, Event>> {
  const values = await readTopic(work, "event");
  return new Map(values.map((value) => event.parse(value)).map((item) => [item.id, item]));
}

/** All that retention looks at, `now` in ms since 1970. */
export async function readRetentionContext(
  work: Transaction<Tables>,
  now: number,
): Promise<RetentionContext> {
  const [settings] = await readTopic(work, "event-settings");
  const answers = await readTopic(work, "take-down-answer");
  return {
    events: [...(await readEvents(work)).values()],
    eventSettings: settings === undefined ? null : eventSettings.parse(settings),
    takeDownAnswers: answers.map((answer) => takeDownAnswer.parse(answer)),
    now,
  };
}

async function readTopic(work: Transaction<Tables>, topic: string): Promise<unknown[]> {
  const rows = await work
    .selectFrom("change")
    .select("value")
    .distinctOn("key")
    .where("topic", "=", topic)
    .where("value", "is not", null)
    .orderBy("key")
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ value }) => JSON.parse(value ?? "null"));
}
