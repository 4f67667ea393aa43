import type { CaptureId, EventId } from "../../../contract/ids.ts";

/** What happened last, as the event's screen says it until the next thing happens. */
export type EventNews =
  /** `undo`: what a void would name; null where it is not to be undone by a touch. */
  | { what: "saved"; number: string; undo: CaptureId | null }
  | { what: "undone" | "voided" | "withdrawn" | "pictured"; number: string }
  | { what: "takeDown"; number: string; request: CaptureId; event: EventId | null }
  | { what: "handedOver" | "closed" | "reopened"; number: null };
