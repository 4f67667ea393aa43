import { defaultEventSettings } from "../../contract/event.ts";
import type { CaptureId } from "../../contract/ids.ts";
import { correctTime } from "../captured-at.ts";
import type { Expired, GroupedCapture, RetentionContext } from "../define-capture.ts";
import { findVoids, orderEvent } from "./event-order.ts";
import { type Payload, readEvent } from "./payload.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * What of an event may go: all that helps to recognise people, as many days after its close-out as head
 * office set, and a take-down request as many days after its final answer. Counts, hand-overs, consents and
 * withdrawals stay. A reference picture goes with the close-out itself, and any picture with what it belongs to.
 */
export function listExpired(group: readonly GroupedCapture[], context: RetentionContext): Expired {
  const { purgeAfterDays } = context.eventSettings ?? defaultEventSettings;
  const limit = context.now - purgeAfterDays * dayMs;
  const kept = group.filter(({ payload }) => payload !== null);
  const closedAt = findClosedAt(kept, context);
  const isOver = closedAt !== null && closedAt <= limit;
  const takenOut = new Set(
    kept.flatMap(({ header, payload }) =>
      (payload as Payload).act === "void" && header.amends !== null ? [header.amends] : [],
    ),
  );
  const acts = new Map(kept.map(({ header, payload }) => [header.id, (payload as Payload).act]));
  const goes = (item: GroupedCapture): boolean => {
    const payload = item.payload as Payload;
    const { amends } = item.header;
    switch (payload.act) {
      case "reference-picture":
        return closedAt !== null || takenOut.has(amends ?? "");
      case "take-down-picture":
        return takenOut.has(amends ?? "") || isAnswered(amends ?? "", context, limit);
      case "opt-out":
      case "correct":
      case "recognise":
        return isOver;
      case "take-down-request":
        return isAnswered(item.header.id, context, limit);
      case "void":
        return isOver && goesWithItsTarget(amends, acts);
      default:
        return false;
    }
  };
  return { captures: kept.filter(goes).map(({ header }) => header.id), isOver };
}

/**
 * A void of what stays must stay: without it a consent or a close-out would count again. What it took out
 * was here before it, so a target that is here no more is one that was purged.
 */
function goesWithItsTarget(
  target: string | null,
  acts: ReadonlyMap<string, Payload["act"]>,
): boolean {
  const act = acts.get(target ?? "");
  return act === undefined || act === "opt-out";
}

function isAnswered(request: CaptureId, context: RetentionContext, limit: number): boolean {
  const answer = context.takeDownAnswers.find((item) => item.request === request);
  return answer !== undefined && answer.outcome !== "in-work" && Date.parse(answer.at) <= limit;
}

/** The latest close-out that stands, by a device or by head office, in ms since 1970; null while it is open. */
function findClosedAt(
  kept: readonly GroupedCapture[],
  { events }: RetentionContext,
): number | null {
  const first = kept[0];
  const event = first && readEvent(first.payload as Payload);
  if (!event) return null;
  const ordered = orderEvent(
    event,
    kept.map((item) => ({ ...item, receiptNumber: "" })),
  );
  const voids = findVoids(ordered);
  const closings = ordered
    .filter(({ header, payload }) => payload.act === "close-event" && !voids.has(header.id))
    .map(({ header }) => correctTime(header));
  const known = events.find(({ id }) => id === event);
  if (known?.closedAt) closings.push(Date.parse(known.closedAt));
  return closings.length === 0 ? null : Math.max(...closings);
}
