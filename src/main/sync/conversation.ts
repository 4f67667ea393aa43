import { readPrivateKey } from "../keys/device-key.ts";
import { nameStoreFailure } from "../store/store-failure.ts";
import { meetTrouble, type Trouble } from "./answer-reading.ts";
import { type Line, type LineDeps, openLine } from "./line.ts";
import {
  healthyLine,
  type LineHealth,
  noteTrouble,
  triesAll,
  type WakeReason,
} from "./line-health.ts";
import { pullChanges, readAside } from "./pull.ts";
import { pushWaiting, startPushMemory } from "./push.ts";
import type { SyncDeps } from "./sync-deps.ts";

/** How old reference data may grow before the desk asks for changes by itself, in ms. */
const pullEveryMs = 300_000;

/** What this desk and head office say to each other in one go: what waits is sent, then changes are fetched. */
export type Conversation = {
  /** One go. It keeps its own account of what failed and never rejects. A desk not enrolled says nothing. */
  hold(reasons: ReadonlySet<WakeReason>): Promise<void>;
  health(): LineHealth;
  /** Head office answered well: the trouble is over, and what waited because of it need not wait longer. */
  noteContact(serverTime: string): void;
  isSending(): boolean;
  /** Whether something waits because it is too large to be taken. */
  holdsTooLarge(): boolean;
};

export function makeConversation(deps: SyncDeps, lineDeps: LineDeps): Conversation {
  const { store } = deps;
  const memory = startPushMemory();
  let health = healthyLine;
  let line: Line | null = null;
  let sending = false;
  let lastPullAt = Number.NEGATIVE_INFINITY;

  const chance = () => Buffer.from(deps.random(4)).readUInt32BE() / 2 ** 32;
  const isClosing = () => lineDeps.closing.aborted;

  async function openOnce(): Promise<Line | null> {
    if (line) return line;
    const enrolment = store.device.readEnrolment();
    if (enrolment === null) return null;
    const key = readPrivateKey(await deps.keyProtection.reveal(enrolment.protectedKey));
    line = openLine(lineDeps, enrolment.headOffice, { device: enrolment.device, key });
    if (readAside(store.received)) deps.onChanged("reference");
    return line;
  }

  function noteContact(serverTime: string): void {
    store.device.noteContact({ serverTime, clockOffsetMs: lineDeps.clock.offsetMs() });
    if (health.trouble !== null) store.outbox.makeDue();
    health = healthyLine;
  }

  async function push(through: Line): Promise<Trouble | null> {
    if (store.outbox.counts().waiting === 0) return null;
    sending = true;
    deps.onChanged("sync");
    const pushDeps = {
      outbox: store.outbox,
      line: through,
      now: deps.now,
      chance,
      tries: () => health.tries,
      isClosing,
      onProgress(serverTime: string | null) {
        if (serverTime !== null) noteContact(serverTime);
        deps.onChanged("sync");
      },
      reportUnsettled: (count: number) => deps.report({ event: "verdicts-unsettled", count }),
    };
    // While one push is on its way, head office reads a second and stores a third. While the line is in doubt
    // one request tries it; a second would only wait for the same timeout.
    const lanes = health.trouble === null ? 3 : 1;
    try {
      return await pushWaiting(pushDeps, memory, lanes);
    } finally {
      sending = false;
    }
  }

  async function pull(through: Line): Promise<Trouble | null> {
    const trouble = await pullChanges({
      received: store.received,
      line: through,
      onPage(serverTime, anything) {
        noteContact(serverTime);
        if (anything) deps.onChanged("reference");
      },
      reportUnreadable: (count) => deps.report({ event: "changes-unreadable", count }),
    });
    if (trouble === null) lastPullAt = deps.now();
    return trouble;
  }

  async function speak(reasons: ReadonlySet<WakeReason>): Promise<Trouble | null> {
    const through = await openOnce();
    if (through === null) return null;
    const all = [...reasons].some(triesAll);
    if (all) store.outbox.makeDue();
    const troubled = await push(through);
    if (troubled !== null) return troubled;
    // In trouble with nothing due, a pull is what finds out whether the line is back.
    const stale = health.trouble !== null || deps.now() - lastPullAt >= pullEveryMs;
    return all || (stale && reasons.has("timer")) ? pull(through) : null;
  }

  return {
    async hold(reasons) {
      try {
        const trouble = await speak(reasons);
        if (trouble && !isClosing()) health = noteTrouble(health, trouble, deps.now(), chance());
      } catch (error) {
        // A failed save of an answer loses nothing: the items still wait and will come as duplicates.
        deps.reportBug(error);
        const reason = nameStoreFailure(error) === null ? "server-error" : "store-trouble";
        health = noteTrouble(health, meetTrouble(reason), deps.now(), chance());
      }
    },
    health: () => health,
    noteContact,
    isSending: () => sending,
    holdsTooLarge: () => memory.tooLarge.size > 0,
  };
}
