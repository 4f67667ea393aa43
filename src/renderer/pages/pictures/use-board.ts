import { useMemo } from "react";
import { type Board, foldBoard } from "../../../captures/event-photo-opt-out/board-fold.ts";
import type { ConsentEntry } from "../../../captures/event-photo-opt-out/consent-fold.ts";
import { foldEvent } from "../../../captures/event-photo-opt-out/event-fold.ts";
import { readShopDay } from "../../../captures/shop-day.ts";
import type { EventPlan } from "../../../contract/event.ts";
import type { Failure } from "../../../contract/failure.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";

type BoardAnswer =
  | { state: "waiting" }
  | { state: "failed"; failure: Failure }
  | { state: "ready"; board: Board; consents: ConsentEntry[]; plan: EventPlan | null };

/** The opt-outs and photo consents of an event as this PC knows them; read again whenever one comes. */
export function useBoard(event: string): BoardAnswer {
  const record = useProcedure("events.read", { event });
  const value = record.state === "ready" ? record.value : null;
  const folded = useMemo(() => {
    if (!value) return null;
    const today = readShopDay(new Date());
    const { plan, consents } = foldEvent(event, value.event, value.captures, today);
    return { board: foldBoard(event, value.captures), consents, plan };
  }, [event, value]);
  if (record.state === "failed") return { state: "failed", failure: record.failure };
  return folded ? { state: "ready", ...folded } : { state: "waiting" };
}
