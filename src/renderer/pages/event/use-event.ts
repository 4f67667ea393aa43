import { useMemo } from "react";
import { type Board, foldBoard } from "../../../captures/event-photo-opt-out/board-fold.ts";
import { type EventState, foldEvent } from "../../../captures/event-photo-opt-out/event-fold.ts";
import { readShopDay } from "../../../captures/shop-day.ts";
import { defaultEventSettings, type EventPlan } from "../../../contract/event.ts";
import type { EventRecord } from "../../../contract/event-procedures.ts";
import type { Failure } from "../../../contract/failure.ts";
import type { Reference } from "../../../contract/reference.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";

const dayMs = 86_400_000;

/** An event as this PC knows it now. */
export type KnownEvent = {
  plan: EventPlan;
  board: Board;
  state: EventState;
  answers: EventRecord["takeDownAnswers"];
  /** Other devices' captures that this version cannot read. */
  unreadable: number;
  /** ISO, UTC: when what helps to recognise people goes; null while the event is open. */
  purgeAt: string | null;
  isPurged: boolean;
};

export type EventAnswer =
  | { is: "waiting" }
  | { is: "failed"; failure: Failure }
  /** Neither head office nor a capture here says what event this is. */
  | { is: "unknown" }
  | { is: "known"; known: KnownEvent };

/** Reads an event, and again whenever a capture of it was taken here or came from another laptop. */
export function useEvent(id: string, reference: Reference | null): EventAnswer {
  const read = useProcedure("events.read", { event: id });
  const record = read.state === "ready" ? read.value : null;
  const settings = reference?.eventSettings ?? defaultEventSettings;
  const { purgeAfterDays } = settings;
  const known = useMemo(
    () => record && foldKnown(id, record, purgeAfterDays, new Date()),
    [id, record, purgeAfterDays],
  );
  if (read.state === "failed") return { is: "failed", failure: read.failure };
  if (read.state === "waiting" || reference === null) return { is: "waiting" };
  return known ? { is: "known", known } : { is: "unknown" };
}

/** Null: it has no plan here. */
function foldKnown(
  id: string,
  record: EventRecord,
  purgeAfterDays: number,
  now: Date,
): KnownEvent | null {
  const { event, captures } = record;
  const state = foldEvent(id, event, captures, readShopDay(now));
  if (state.plan === null) return null;
  const closedAt = [state.closing?.at, event?.closedAt].filter((at) => typeof at === "string");
  const last = closedAt.sort().at(-1);
  const purgeAt =
    state.status === "closed" && last
      ? new Date(Date.parse(last) + purgeAfterDays * dayMs).toISOString()
      : null;
  return {
    plan: state.plan,
    board: foldBoard(id, captures),
    state,
    answers: record.takeDownAnswers,
    unreadable: record.unreadable,
    purgeAt,
    isPurged: purgeAt !== null && Date.parse(purgeAt) <= now.getTime(),
  };
}
