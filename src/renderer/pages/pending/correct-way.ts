import type { StoredCapture } from "../../../contract/stored-capture.ts";
import type { DeskStart } from "../desk/desk-view.ts";

/** Where a page begins and what it is told; null: this kind is corrected nowhere, or says of nobody. */
export type WayToCorrect = { to: string; state: DeskStart | null };

/** The page at which a capture of this kind is put right by one that amends it. */
export function findWayToCorrect({ header, payload }: StoredCapture): WayToCorrect | null {
  if (typeof payload !== "object" || payload === null) return null;
  switch (header.kind) {
    case "marketing-consent": {
      const subject = readSubject(payload);
      return subject === null ? null : { to: "/", state: { subject, task: { task: "correct" } } };
    }
    case "rights-request":
      return { to: `/cases/of/${header.id}`, state: null };
    case "id-copy":
      return findRefundWay(header, payload);
    case "event-photo-opt-out":
      return "event" in payload && typeof payload.event === "string"
        ? { to: `/event/${payload.event}`, state: null }
        : null;
    default:
      return null;
  }
}

/** Papers and closings are voided and noted anew; of a refund all can be put right but its proof. */
function findRefundWay(
  { id, amends }: StoredCapture["header"],
  payload: object,
): WayToCorrect | null {
  const act = "act" in payload ? payload.act : null;
  if (act === "refund") return { to: `/refunds/correct/${id}`, state: null };
  if (act !== "correct" || amends === null) return null;
  return { to: `/refunds/correct/${amends}`, state: null };
}

function readSubject(payload: object): string | null {
  if (!("subject" in payload)) return null;
  const { subject } = payload;
  if (typeof subject !== "object" || subject === null || !("id" in subject)) return null;
  return typeof subject.id === "string" ? subject.id : null;
}
