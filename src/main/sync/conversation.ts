import { type BranchPicture, branchAnswer } from "../../contract/branch-picture.ts";
import { fail, type Result, succeed } from "../../contract/failure.ts";
import { syncPaths } from "../../contract/sync.ts";
import { nameStoreFailure } from "../store/store-failure.ts";
import { meetTrouble, type Trouble } from "./answer-reading.ts";
import { sendAudit } from "./audit-sending.ts";
import { countUnsent } from "./count-unsent.ts";
import { carryWaiting } from "./courier/carrying.ts";
import { type Line, type LineDeps, openLine } from "./line.ts";
import {
  healthyLine,
  type LineHealth,
  noteTrouble,
  triesAll,
  type WakeReason,
} from "./line-health.ts";
import { pullChanges, readAside } from "./pull.ts";
import { choosePullInterval } from "./pull-interval.ts";
import { pushWaiting, startPushMemory } from "./push.ts";
import type { Signer } from "./request-signing.ts";
import { makeRevocation } from "./revocation.ts";
import { openSigner } from "./signing-device.ts";
import type { SyncDeps } from "./sync-deps.ts";
import { startUploadMemory, uploadWaiting } from "./upload.ts";

/** What this desk and head office say to each other in one go: what waits is sent, then changes are fetched. */
export type Conversation = {
  /** One go. It keeps its own account of what failed and never rejects. A desk not enrolled says nothing. */
  hold(reasons: ReadonlySet<WakeReason>): Promise<void>;
  health(): LineHealth;
  /** Head office answered well: the trouble is over, and what waited because of it need not wait longer. */
  noteContact(serverTime: string): void;
  /** How the branch's devices stand, by head office. It is no part of a go, and counts as no try. */
  askBranch(): Promise<Result<BranchPicture>>;
  isSending(): boolean;
  /** Captures that are on their way just now, by sequence. */
  inFlight(): ReadonlySet<number>;
  /** Whether something waits because it is too large to be taken. */
  holdsTooLarge(): boolean;
};

export function makeConversation(deps: SyncDeps, lineDeps: LineDeps): Conversation {
  const { store } = deps;
  const memory = startPushMemory();
  const uploadMemory = startUploadMemory();
  let health = healthyLine;
  const revocation = makeRevocation({ ...deps, onProgress: noteContact });
  let open: { line: Line; signer: Signer } | null = null;
  let sending = false;
  let lastPullAt = Number.NEGATIVE_INFINITY;
  /** Whether head office has to hear where the log of who did what ends, also when nothing was added. */
  let owesAuditEnd = true;

  const chance = () => Buffer.from(deps.random(4)).readUInt32BE() / 2 ** 32;
  const isClosing = () => lineDeps.closing.aborted;

  async function openOnce(): Promise<{ line: Line; signer: Signer } | null> {
    if (open) return open;
    const enrolment = store.device.readEnrolment();
    if (enrolment === null) return null;
    const signer = await openSigner(store, deps.keyProtection);
    if (signer === null) return null;
    open = { line: openLine(lineDeps, enrolment.headOffice, signer), signer };
    if (readAside(store.received)) deps.onChanged("reference");
    return open;
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
      outbox: store.outbox,
      captures: store.captures,
      line: through,
      standing() {
        const { waiting, held, parked } = countUnsent(store, deps.now());
        return { waiting, held, parked, version: deps.appVersion };
      },
      onPage(serverTime, anything) {
        noteContact(serverTime);
        if (anything) deps.onChanged("reference");
      },
      onSkipped: () =>
        store.audit.add({ at: deps.now(), staff: null, action: "skip-places", subject: null }),
      reportUnreadable: (count) => deps.report({ event: "changes-unreadable", count }),
      // They go before the end of the audit log, which is told after each pull.
      onRequeued(count) {
        deps.report({ event: "captures-requeued", count });
        deps.onChanged("sync");
      },
    });
    if (trouble === null) {
      lastPullAt = deps.now();
      owesAuditEnd = true;
    }
    return trouble;
  }

  async function tellAudit(through: Line): Promise<Trouble | null> {
    if (!owesAuditEnd && store.audit.listUnsent(1).length === 0) return null;
    const trouble = await sendAudit({
      audit: store.audit,
      line: through,
      pushFirst: () => push(through),
      onProgress: noteContact,
    });
    if (trouble === null) owesAuditEnd = false;
    return trouble;
  }

  async function upload(through: Line): Promise<Trouble | null> {
    if (store.attachments.counts().waiting === 0) return null;
    return uploadWaiting(
      {
        attachments: store.attachments,
        line: through,
        now: deps.now,
        chance,
        isClosing,
        pushFirst: () => push(through),
        onProgress(serverTime) {
          if (serverTime !== null) noteContact(serverTime);
          deps.onChanged("sync");
        },
      },
      uploadMemory,
    );
  }

  async function carry(through: Line): Promise<Trouble | null> {
    if (store.carried.counts().waiting === 0) return null;
    return carryWaiting({
      carried: store.carried,
      line: through,
      now: deps.now,
      chance,
      isClosing,
      pushFirst: () => push(through),
      onProgress(serverTime) {
        if (serverTime !== null) noteContact(serverTime);
        deps.onChanged("sync");
      },
    });
  }

  async function speak(reasons: ReadonlySet<WakeReason>): Promise<Trouble | null> {
    const opened = await openOnce();
    if (opened === null) return null;
    const { line: through, signer } = opened;
    return revocation.speakUnless(through, signer, {
      ask: () => pull(through),
      speak: () => speakAsEver(through, reasons),
    });
  }

  async function speakAsEver(
    through: Line,
    reasons: ReadonlySet<WakeReason>,
  ): Promise<Trouble | null> {
    const all = [...reasons].some(triesAll);
    // A push that arrives ends the trouble before the pull is decided on.
    const wasAway = health.trouble !== null;
    if (all) {
      store.outbox.makeDue();
      store.attachments.makeDue();
      store.carried.makeDue();
    }
    // While the line is in doubt, a manager may still take back what was released.
    if (!wasAway) store.holds.letGo();
    return (
      (await push(through)) ??
      (await pullIfStale(through, reasons, all, wasAway)) ??
      (wasAway && health.trouble === null && store.holds.letGo() > 0
        ? await push(through)
        : null) ??
      (await tellAudit(through)) ??
      (await upload(through)) ??
      (await carry(through))
    );
  }

  async function pullIfStale(
    through: Line,
    reasons: ReadonlySet<WakeReason>,
    all: boolean,
    wasAway: boolean,
  ): Promise<Trouble | null> {
    // Who was away has missed what head office said; with nothing due, the pull finds out whether the line is back.
    const interval = choosePullInterval(store.received.readReference(), deps.now());
    const since = deps.now() - lastPullAt;
    // Less than nothing: the clock was set back, and how long it is ago cannot be told.
    const stale = wasAway || since < 0 || since >= interval;
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
    async askBranch() {
      const opened = await openOnce();
      if (opened === null) return fail({ code: "not-enrolled" });
      const asked = await opened.line.ask(syncPaths.branch, {}, branchAnswer);
      if (asked.outcome === "trouble") return fail({ code: "head-office-unreachable" });
      const { serverTime: _, ...picture } = asked.answer;
      return succeed(picture);
    },
    isSending: () => sending,
    inFlight: () => memory.claimed,
    holdsTooLarge: () => memory.tooLarge.size > 0,
  };
}
