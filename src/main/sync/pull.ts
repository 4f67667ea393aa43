import type { DeskStanding } from "../../contract/branch-picture.ts";
import { change, pullAnswer, syncPaths } from "../../contract/sync.ts";
import type { Captures } from "../store/captures.ts";
import type { Outbox } from "../store/outbox.ts";
import { type Received, unreadPrefix } from "../store/received.ts";
import { meetTrouble, type Trouble } from "./answer-reading.ts";
import type { Line } from "./line.ts";
import { isRelayedSound } from "./relayed-check.ts";

export type PullDeps = {
  received: Received;
  outbox: Pick<Outbox, "acknowledgedSoFar" | "requeue">;
  captures: Pick<Captures, "last" | "skipTo">;
  line: Line;
  /** How this desk stands, for the branch's manager to see elsewhere. */
  standing(): DeskStanding;
  /** Called after each page; `changed`: whether it held anything. */
  onPage(serverTime: string, changed: boolean): void;
  /** Changes of a known topic in a form that this version cannot read. */
  reportUnreadable(count: number): void;
  /** Captures that head office had said it had and has no more: they wait again. */
  onRequeued(count: number): void;
  /** Head office has more of this PC's chain than the PC, which goes on from there. */
  onSkipped(): void;
};

type PulledChange = { topic: string; key: string; value: unknown };

const knownTopics: ReadonlySet<string> = new Set(
  change.options.map((option) => option.shape.topic.value),
);

/**
 * Puts a change of a known topic that does not fit its form aside under another topic: the last readable
 * value of that key stays in force, and one bad entry keeps neither its neighbours nor the cursor back.
 * A readable change takes away what was put aside of its key before.
 */
export function sortChanges(changes: readonly PulledChange[]): {
  kept: PulledChange[];
  unreadable: number;
} {
  let unreadable = 0;
  const kept = changes.flatMap((item) => {
    if (!knownTopics.has(item.topic)) return [item];
    if (item.topic === "event-capture") {
      if (isRelayedSound(item)) return [item];
      // Never put aside: what people said of themselves must not outlast its event there.
      unreadable += 1;
      return [];
    }
    const aside = { ...item, topic: `${unreadPrefix}${item.topic}` };
    if (change.safeParse(item).success) return [item, { ...aside, value: null }];
    unreadable += 1;
    return [aside];
  });
  return { kept, unreadable };
}

/** Puts in force what an earlier version put aside and this one can read. To be called once a start. */
export function readAside(received: Received): boolean {
  const readable = received.listUnread().filter((item) => change.safeParse(item).success);
  if (readable.length === 0) return false;
  received.applyChanges(sortChanges(readable).kept, received.cursor());
  return true;
}

/** Fetches and stores everything since the cursor, page by page, each page with its cursor in one transaction. */
export async function pullChanges(deps: PullDeps): Promise<Trouble | null> {
  for (;;) {
    const cursor = deps.received.cursor();
    const acknowledged = deps.outbox.acknowledgedSoFar();
    const result = await deps.line.ask(
      syncPaths.pull,
      { cursor, acknowledged, desk: deps.standing(), own: deps.captures.last()?.sequence ?? 0 },
      pullAnswer,
    );
    if (result.outcome === "trouble") return result;
    const { answer } = result;
    const { kept, unreadable } = sortChanges(answer.changes);
    if (unreadable > 0) deps.reportUnreadable(unreadable);
    if (kept.length > 0 || answer.cursor !== cursor)
      deps.received.applyChanges(kept, answer.cursor);
    deps.onPage(answer.serverTime, kept.length > 0);
    if (answer.ahead && deps.captures.skipTo(answer.ahead)) deps.onSkipped();
    const requeued = answer.missing ? deps.outbox.requeue(answer.missing) : 0;
    if (requeued > 0) deps.onRequeued(requeued);
    if (!answer.more) return null;
    // "More" with a cursor that stands still would never end.
    if (answer.cursor === cursor) return meetTrouble("server-error");
  }
}
