import type { BoardEntry } from "../../../captures/event-photo-opt-out/board-fold.ts";

/** A form that an event's screen opens; null entry: somebody new. */
export type EventTask =
  | { task: "opt-out"; entry: BoardEntry | null }
  | { task: "consent" }
  | { task: "withdrawal" }
  | { task: "hand-over" }
  | { task: "take-down" }
  | { task: "close-out" };
