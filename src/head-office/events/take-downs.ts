import type { Transaction } from "kysely";
import type { Envelope } from "../../contract/envelope.ts";
import type { TakeDownAnswer } from "../../contract/event.ts";
import type { Db } from "../db/database.ts";
import type { Tables, TakeDownTable } from "../db/tables.ts";
import { readEvents } from "./known-events.ts";
import { lockChanges, publishFor } from "./publish-for.ts";
import { listAudience } from "./relay-captures.ts";

/** A request that somebody at head office has to see to. */
export type TakeDownTask = Pick<TakeDownTable, "capture" | "event" | "branch" | "outcome"> & {
  askedAt: Date;
};

/** Within the transaction that accepts the request, or a correction that makes an opt-out one. */
export async function openTakeDown(
  work: Transaction<Tables>,
  { id, branch, event }: Pick<Envelope, "id" | "branch"> & { event: string | null },
  now: Date,
): Promise<void> {
  const open = { asked_at: now, outcome: null, words: null, answered_at: null };
  await work
    .insertInto("take_down")
    .values({ capture: id, event, branch, ...open })
    // Asked again after it was taken back it is open again; an answer stays.
    .onConflict((conflict) =>
      conflict.column("capture").doUpdateSet(open).where("take_down.outcome", "=", "taken-back"),
    )
    .execute();
}

/** The person does not ask any more, or never did. What was answered for good stays answered. */
export async function takeBackTakeDown(
  work: Transaction<Tables>,
  capture: string,
  now: Date,
): Promise<void> {
  await work
    .updateTable("take_down")
    .set({ outcome: "taken-back", answered_at: now })
    .where("capture", "=", capture)
    .where((where) => where.or([where("outcome", "is", null), where("outcome", "=", "in-work")]))
    .execute();
}

/** Requests without a final answer, oldest first. */
export async function listOpenTakeDowns(db: Db): Promise<TakeDownTask[]> {
  const rows = await db
    .selectFrom("take_down")
    .select(["capture", "event", "branch", "outcome", "asked_at"])
    .where((where) => where.or([where("outcome", "is", null), where("outcome", "=", "in-work")]))
    .orderBy("asked_at")
    .orderBy("capture")
    .execute();
  return rows.map(({ asked_at, ...task }) => ({ ...task, askedAt: asked_at }));
}

export type TakeDownReply = Pick<TakeDownAnswer, "outcome" | "words">;

/**
 * Answers a request; the shop that asked, and those that work the event, get the answer by their next pull.
 * `no-request`: there is none, or it was taken back. `reason-needed`: a refusal without a reason is none.
 */
export async function answerTakeDown(
  db: Db,
  capture: string,
  reply: TakeDownReply,
  now: Date,
): Promise<Answered> {
  return db.transaction().execute((work) => answerWithin(work, capture, reply, now));
}

type Answered = "answered" | "no-request" | "reason-needed";

/** The same within a transaction that has begun. */
export async function answerWithin(
  work: Transaction<Tables>,
  capture: string,
  { outcome, words }: TakeDownReply,
  now: Date,
): Promise<Answered> {
  if (outcome === "refused" && (words ?? "").trim() === "") return "reason-needed";
  await lockChanges(work);
  const task = await work
    .updateTable("take_down")
    .set({ outcome, words, answered_at: now })
    .where("capture", "=", capture)
    .where((where) =>
      where.or([where("outcome", "is", null), where("outcome", "!=", "taken-back")]),
    )
    .returning(["event", "branch"])
    .executeTakeFirst();
  if (!task) return "no-request";
  const events = await readEvents(work);
  const value: TakeDownAnswer = { request: capture, outcome, words, at: now.toISOString() };
  const branches = listAudience(events.get(task.event ?? ""), task);
  const news = { topic: "take-down-answer", key: capture, value, branches, source: null };
  await publishFor(work, [news], now);
  return "answered";
}
