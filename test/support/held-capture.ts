import { randomUUID } from "node:crypto";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { makeCaptureDeps, showNotice } from "./desk-store.ts";
import { counterStaff } from "./filled-store.ts";
import { inventDecision } from "./invented-people.ts";
import type { SyncedDesk } from "./synced-desk.ts";

/** Takes a consent that is held for a manager's look, by rules that came before the line went. */
export function saveHeld({ store, clock }: SyncedDesk, number: number): string {
  const review = { kinds: ["marketing-consent"], conditions: [] };
  const setReview = (value: object | null) =>
    store.received.applyChanges(
      [{ topic: "pending-rules", key: "pending-rules", value }],
      store.received.cursor(),
    );
  setReview({ lateAfter: 60, veryLateAfter: 120, review });
  const taken = submitCapture(makeCaptureDeps(store, clock.now), counterStaff, {
    request: randomUUID(),
    kind: "marketing-consent",
    payload: { ...inventDecision(number), means: { how: "spoken", attestedBy: "malee" } },
    amends: null,
    notice: showNotice("th"),
  });
  setReview(null);
  if (!taken.ok) throw new Error(JSON.stringify(taken.failure));
  if (store.holds.readById(taken.value.id) === null) throw new Error("it is not held");
  return taken.value.id;
}
