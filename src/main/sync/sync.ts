import type { BranchPicture } from "../../contract/branch-picture.ts";
import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { SyncStatus } from "../../contract/ipc.ts";
import type { Branch } from "../../contract/reference.ts";
import { makeClock } from "./clock.ts";
import { makeConversation } from "./conversation.ts";
import { countUnsent } from "./count-unsent.ts";
import { makeEnroller, nameEnrolTrouble } from "./enrol.ts";
import type { LineDeps } from "./line.ts";
import { earliestTry, type WakeReason } from "./line-health.ts";
import type { SyncDeps } from "./sync-deps.ts";

/** How often the desk looks for work by itself, in ms. */
const idleTickMs = 30_000;

export type Sync = {
  /**
   * Makes this PC a device of head office's, then fetches what the desk needs to work with no line. When only
   * the fetching failed, calling again fetches; the code is not asked for twice.
   */
  enrol(address: string, code: string): Promise<Result<Branch>>;
  /** Says that there may be something to do. Returns at once. */
  wake(reason: WakeReason): void;
  status(): SyncStatus;
  /** Captures that are on their way just now, by sequence. */
  inFlight(): ReadonlySet<number>;
  /** How the branch's devices stand, by head office. */
  askBranch(): Promise<Result<BranchPicture>>;
  /** Gives up what is in the air and resolves when the store is no longer used. */
  stop(): Promise<void>;
};

type Timer = { at: number; reasons: ReadonlySet<WakeReason>; cancel(): void };
const noTimer: Timer = { at: Number.POSITIVE_INFINITY, reasons: new Set(), cancel: () => {} };

/** The desk's side of docs/sync-protocol.md. It does nothing until it is woken. */
export function createSync(deps: SyncDeps): Sync {
  const { store } = deps;
  const closing = new AbortController();
  const clock = makeClock(deps.now, store.device.readClockOffset());
  const lineDeps: LineDeps = { ...deps, clock, closing: closing.signal };
  const enrolDesk = makeEnroller({ ...lineDeps, ...deps });
  const conversation = makeConversation(deps, lineDeps);
  let running: Promise<void> | null = null;
  let enrolling: Promise<Result<Branch>> | null = null;
  /** Wakes that came while a run was under way; one more run answers them all. */
  let missed: Set<WakeReason> = new Set();
  let timer = noTimer;

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
    running = conversation.hold(reasons).finally(() => {
      running = null;
      deps.onChanged("sync");
      const { trouble, nextTryAt } = conversation.health();
      wakeAt(trouble === null ? deps.now() + idleTickMs : nextTryAt, new Set(["timer"]));
      const again = missed;
      missed = new Set();
      if (again.size > 0) wakeFor(again);
    });
    return running;
  }

  function wakeFor(reasons: ReadonlySet<WakeReason>): void {
    if (closing.signal.aborted) return;
    if (running) {
      for (const reason of reasons) missed.add(reason);
      return;
    }
    const health = conversation.health();
    const now = deps.now();
    const earliest = Math.min(...[...reasons].map((reason) => earliestTry(health, reason, now)));
    if (earliest > now) wakeAt(earliest, reasons);
    else void start(reasons);
  }

  async function enrolOnce(address: string, code: string): Promise<Result<Branch>> {
    if (store.device.readEnrolment() === null) {
      const enrolled = await enrolDesk(address, code);
      if (!enrolled.ok) return enrolled;
      const { enrolment, serverTime, offsetMs } = enrolled.value;
      // The one write: a crash before it leaves a desk that is not enrolled and asks for a code.
      store.device.saveEnrolment(enrolment);
      if (offsetMs !== null) clock.setOffset(offsetMs);
      conversation.noteContact(serverTime);
    } else if (store.received.readReference() !== null) {
      return fail({ code: "already-enrolled" });
    }
    while (running) await running;
    await start(new Set(["manual"]));
    const reference = store.received.readReference();
    if (reference !== null) return succeed(reference.branch);
    return fail(nameEnrolTrouble(conversation.health().trouble ?? "server-error"));
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
      const { trouble } = conversation.health();
      const isRevoked = store.device.readRevokedAt() !== null;
      const canSeal = isRevoked && store.received.readOfficeKey() !== null;
      return {
        ...countUnsent(store, deps.now()),
        lastSyncedAt: store.device.readLastSyncedAt(),
        trouble: isRevoked
          ? canSeal
            ? "revoked"
            : "revoked-unsealed"
          : (trouble ?? (conversation.holdsTooLarge() ? "too-large" : null)),
        sending: conversation.isSending(),
      };
    },
    inFlight: conversation.inFlight,
    askBranch: () => conversation.askBranch(),
    async stop() {
      closing.abort();
      timer.cancel();
      await Promise.allSettled([running, enrolling]);
    },
  };
}
