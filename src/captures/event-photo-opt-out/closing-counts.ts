import type { Board } from "./board-fold.ts";
import type { EventState } from "./event-fold.ts";
import type { CloseEvent } from "./payload.ts";

/** What a close-out keeps of an event, from what this PC knows of it at that moment. */
export function countEvent(board: Board, state: EventState): CloseEvent["counts"] {
  const { optOuts, people, children, wishes } = board.counts;
  return {
    optOuts,
    people,
    children,
    noPhoto: wishes["no-photo"],
    noPublication: wishes["no-publication"],
    takeDown: wishes["take-down"],
    consents: state.consents.length,
    consentsWithdrawn: state.consents.filter(({ shownAt }) => shownAt.length === 0).length,
    handOvers: state.handOvers,
    ...state.pictures,
  };
}
