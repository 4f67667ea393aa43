import { succeed } from "../../contract/failure.ts";
import type { CaptureDeps } from "../capture/capture-deps.ts";
import { listEvents, listTakeDowns, readEvent } from "../capture/read-events.ts";
import type { Handlers } from "./dispatch.ts";

type EventProcedures = Pick<Handlers, "events.list" | "events.read" | "events.takeDowns">;

/** Events as this PC knows them, its own captures and those of the other devices at work there. */
export function makeEventProcedures(
  deps: Pick<CaptureDeps, "store" | "definitions">,
): EventProcedures {
  return {
    "events.list": () => succeed(listEvents(deps)),
    "events.read": ({ event }) => succeed(readEvent(deps, event)),
    "events.takeDowns": () => succeed(listTakeDowns(deps)),
  };
}
