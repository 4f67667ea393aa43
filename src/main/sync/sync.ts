import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { SyncStatus } from "../../contract/ipc.ts";
import type { Branch } from "../../contract/reference.ts";
import { readPrivateKey } from "../keys/device-key.ts";
import type { KeyProtection } from "../keys/key-protection.ts";
import { meetTrouble, type Trouble } from "./answer-reading.ts";
import { makeClock } from "./clock.ts";
import { makeEnroller, nameEnrolTrouble } from "./enrol.ts";
import { type Line, type LineDeps, openLine } from "./line.ts";
import { earliestTry, healthyLine, noteTrouble, triesAll, type WakeReason } from "./line-health.ts";
import type { SyncStore } from "./ports.ts";
import { pullChanges } from "./pull.ts";
import { pushWaiting, startPushMemory } from "./push.ts";

/** How often the desk looks for work by itself, and how old its reference data may grow, in ms. */
export const idleTickMs = 30_000;
export const pullEveryMs = 300_000;

/** Odd things that head office sent. They carry counts, never data. */
export type SyncReport = { event: "verdicts-unsettled" | "changes-unreadable"; count: number };

export type SyncDeps = {
  store: SyncStore;
  keyProtection: KeyProtection;
  /** What head office's list of devices shows for this PC. */
  deviceName: string;
  /** Electron's `net.fetch` in the product. */
  fetch: LineDeps["fetch"];
  /** Device's clock, ms since 1970. */
  now(): number;
  /** Cryptographically random bytes. */
  random(size: number): Uint8Array;
  /** Runs `task` after `ms`; the answer cancels it. */
  schedule(ms: number, task: () => void): () => void;
  /** Called after every change of the status, and after new reference data was stored. */
  onChanged(topic: "sync" | "reference"): void;
  report(odd: SyncReport): void;
  /** An error that is nobody's line: the store failed, or the code did. */
  reportBug(error: unknown): void;
};

export type Sync = {
  /**
   * Makes this PC a device of head office's, then fetches what the desk needs to work with no line. When only
   * the fetching failed, calling again fetches; the code is not asked for twice.
   */
  enrol(address: string, code: string): Promise<Result<Branch>>;
  /** Says that there may be something to do. Returns at once. */
  wake(reason: WakeReason): void;
  status(): SyncStatus;
  /** Gives up what is in the air and resolves when the store is no longer used. */
  stop(): Promise<void>;
};

/** The desk's side of docs/sync-protocol.md. It does nothing until it is woken. */
export function createSync(deps: SyncDeps): Sync {
  const { store } = deps;
  const closing = new AbortController();
  const clock = makeClock(deps.now, store.device.readClockOffset());
  const lineDeps: LineDeps = { ...deps, clock, closing: closing.signal };
  const enrolDesk = makeEnroller({ ...lineDeps, ...deps });
  const memory = startPushMemory();
  let health = healthyLine;
  let line: Line | null = null;
  let running: Promise<void> | null = null;
  let enrolling: Promise<Result<Branch>> | null = null;
  /** Wakes that came while a run was under way; one more run answers them all. */
  let asked: Set<WakeReason> = new Set();
  let sending = false;
  let lastPullAt = Number.NEGATIVE_INFINITY;
  let timer = noTimer;

  const changed = () => deps.onChanged("sync");
  const chance = () => Buffer.from(deps.random(4)).readUInt32BE() / 2 ** 32;

  async function openedLine(): Promise<Line | null> {
    if (line) return line;
    const enrolment = store.device.readEnrolment();
    if (enrolment === null) return null;
    const key = await readPrivateKey(await deps.keyProtection.reveal(enrolment.protectedKey));
    line = openLine(lineDeps, enrolment.headOffice, { device: enrolment.device, key });
    return line;
  }

  /** Head office answered well: the trouble is over, and what waited because of it need not wait longer. */
  function noteContact(serverTime: string): void {
    store.device.noteContact({ serverTime, clockOffsetMs: clock.offsetMs() });
    if (health.trouble !== null) store.outbox.makeDue();
    health = healthyLine;
  }

  async function push(through: Line): Promise<Trouble | null> {
    if (store.outbox.counts().waiting === 0) return null;
    sending = true;
    changed();
    // While the line is in doubt one request tries it; a second would only wait for the same timeout.
    const lanes = health.trouble === null ? 2 : 1;
    const pushDeps = {
      outbox: store.outbox,
      line: through,
      now: deps.now,
      chance,
      tries: () => health.tries,
      closing: () => closing.signal.aborted,
      onProgress(serverTime: string | null) {
        if (serverTime !== null) noteContact(serverTime);
        changed();
      },
      reportUnsettled: (count: number) => deps.report({ event: "verdicts-unsettled", count }),
    };
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
    const through = await openedLine();
    if (through === null) return null;
    const all = [...reasons].some(triesAll);
    if (all) store.outbox.makeDue();
    const troubled = await push(through);
    if (troubled !== null) return troubled;
    // In trouble with nothing due, a pull is what finds out whether the line is back.
    const due = health.trouble !== null || deps.now() - lastPullAt >= pullEveryMs;
    return all || (due && !onlySaved(reasons)) ? pull(through) : null;
  }

  async function run(reasons: ReadonlySet<WakeReason>): Promise<void> {
    try {
      const trouble = await speak(reasons);
      if (closing.signal.aborted) return;
      if (trouble) health = noteTrouble(health, trouble, deps.now(), chance());
    } catch (error) {
      // A failed save of an answer loses nothing: the items still wait and will be answered as duplicates.
      deps.reportBug(error);
      health = noteTrouble(health, meetTrouble("server-error"), deps.now(), chance());
    }
    changed();
  }

  /** One timer holds the earliest moment asked for; whoever asked for a later one is served with it. */
  function wakeAt(moment: number, reasons: ReadonlySet<WakeReason>): void {
    if (closing.signal.aborted) return;
    const at = Math.min(timer.at, moment);
    const merged = new Set([...timer.reasons, ...reasons]);
    timer.cancel();
    const cancel = deps.schedule(Math.max(0, at - deps.now()), () => {
      timer = noTimer;
      wakeFor(merged);
    });
    timer = { at, reasons: merged, cancel };
  }

  function start(reasons: ReadonlySet<WakeReason>): Promise<void> {
    timer.cancel();
    timer = noTimer;
    running = run(reasons).finally(() => {
      running = null;
      const missed = asked;
      asked = new Set();
      const next = health.trouble === null ? deps.now() + idleTickMs : health.nextTryAt;
      wakeAt(next, new Set(["timer"]));
      if (missed.size > 0) wakeFor(missed);
    });
    return running;
  }

  function wakeFor(reasons: ReadonlySet<WakeReason>): void {
    if (closing.signal.aborted) return;
    if (running) {
      for (const reason of reasons) asked.add(reason);
      return;
    }
    const earliest = Math.min(...[...reasons].map((reason) => earliestTry(health, reason)));
    if (earliest > deps.now()) wakeAt(earliest, reasons);
    else void start(reasons);
  }

  async function enrolOnce(address: string, code: string): Promise<Result<Branch>> {
    if (store.device.readEnrolment() === null) {
      const enrolled = await enrolDesk(address, code);
      if (!enrolled.ok) return enrolled;
      const { enrolment, serverTime, offsetMs } = enrolled.value;
      store.device.saveEnrolment(enrolment);
      if (offsetMs !== null) clock.setOffset(offsetMs);
      noteContact(serverTime);
    } else if (store.received.readReference() !== null) {
      return fail({ code: "already-enrolled" });
    }
    while (running) await running;
    await start(new Set(["manual"]));
    const reference = store.received.readReference();
    if (reference !== null) return succeed(reference.branch);
    return fail(nameEnrolTrouble(health.trouble ?? "server-error"));
  }

  return {
    enrol(address, code) {
      // A second press of the button joins the first: two enrolments would make two devices of one PC.
      enrolling ??= enrolOnce(address, code).finally(() => {
        enrolling = null;
      });
      return enrolling;
    },
    wake: (reason) => wakeFor(new Set([reason])),
    status() {
      const lastSyncedAt = store.device.readLastSyncedAt();
      const trouble = health.trouble ?? (memory.tooLarge.size > 0 ? "too-large" : null);
      return { ...store.outbox.counts(), lastSyncedAt, trouble, sending };
    },
    async stop() {
      closing.abort();
      timer.cancel();
      await Promise.allSettled([running, enrolling]);
    },
  };
}

type Timer = { at: number; reasons: ReadonlySet<WakeReason>; cancel(): void };
const noTimer: Timer = { at: Number.POSITIVE_INFINITY, reasons: new Set(), cancel: () => {} };

function onlySaved(reasons: ReadonlySet<WakeReason>): boolean {
  return [...reasons].every((reason) => reason === "saved");
}
