import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { Payload } from "../../src/captures/marketing-consent/payload.ts";
import type { CaptureKind } from "../../src/contract/envelope.ts";
import type { Result } from "../../src/contract/failure.ts";
import type { CaptureDeps } from "../../src/main/capture/capture-deps.ts";
import { type CaptureAnswer, submitCapture } from "../../src/main/capture/submit-capture.ts";
import type { KeyProtection } from "../../src/main/keys/key-protection.ts";
import { openStore, type Store } from "../../src/main/store/open-store.ts";
import type { LeftBehind } from "../../src/main/sync/leaving.ts";
import { createSync, type Sync } from "../../src/main/sync/sync.ts";
import type { SyncReport } from "../../src/main/sync/sync-deps.ts";
import { type DeskClock, makeDeskClock } from "./desk-clock.ts";
import { deskTime, makeCaptureDeps, makeFolder, showNotice } from "./desk-store.ts";

/** A whole desk without its screen: a real store, real captures, real sync, on a clock the test moves. */
export type SyncedDesk = {
  store: Store;
  sync: Sync;
  clock: DeskClock;
  reports: SyncReport[];
  /** Head office's words that let it destroy its keys; it goes on here all the same. */
  left: { at: string; lost: LeftBehind }[];
  /** How often the status and the reference data changed. */
  changes: Record<"sync" | "reference", number>;
  /** Saves one capture through the whole path of a form; the answer is its id. `broken`: one that no rule was held against. */
  save(payload: Payload | { act: "broken" }): string;
  /** Resolves after one turn of the event loop. */
  turn(): Promise<void>;
  /** Resolves when sync has nothing in the air. */
  untilIdle(): Promise<void>;
  /** Lets planned wakes come, one after the other, until `isDone`. Throws after `most` of them. */
  wakeUntil(isDone: () => boolean, most?: number): Promise<void>;
  close(): Promise<void>;
};

/** In place of the operating system's: it wraps nothing, and tests look at what sync gives it. */
export const openKeyProtection: KeyProtection = {
  isAvailable: async () => true,
  protect: async (text) => Buffer.from(text),
  reveal: async (wrapped) => wrapped.toString(),
};

export type SyncedDeskOptions = {
  start?: number;
  fetch?: typeof fetch;
  keyProtection?: KeyProtection;
  /** A store that the test keeps; without one the desk gets a new one, removed at its end. */
  place?: { path: string; key: Buffer };
};

export function openSyncedDesk(options: SyncedDeskOptions = {}): SyncedDesk {
  const folder = makeFolder("desk");
  const clock = makeDeskClock(options.start ?? deskTime);
  const { path, key } = options.place ?? {
    path: join(folder.path, "desk.db"),
    key: randomBytes(32),
  };
  const opened = openStore({ path, key, allowPlaintext: false, now: clock.now });
  if (!opened.ok) throw new Error(`the store does not open: ${opened.failure.code}`);
  const store = opened.value;
  const reports: SyncReport[] = [];
  const left: SyncedDesk["left"] = [];
  const bugs: unknown[] = [];
  const changes = { sync: 0, reference: 0 };
  const sync = createSync({
    store,
    keyProtection: options.keyProtection ?? openKeyProtection,
    appVersion: "0.1.0",
    deviceName: "test desk",
    fetch: options.fetch ?? fetch,
    now: clock.now,
    random: randomBytes,
    schedule: clock.schedule,
    onChanged(topic) {
      changes[topic] += 1;
    },
    onLeft: (at, lost) => left.push({ at, lost }),
    report: (odd) => reports.push(odd),
    reportBug: (error) => bugs.push(error),
  });
  const captureDeps = makeCaptureDeps(store, clock.now);

  async function untilIdle(): Promise<void> {
    while (!clock.isIdle()) await nextTurn();
    if (bugs.length > 0) throw bugs[0];
  }

  return {
    store,
    sync,
    clock,
    reports,
    left,
    changes,
    save: (payload) => save(captureDeps, payload),
    turn: () => nextTurn(),
    untilIdle,
    async wakeUntil(isDone, most = 200) {
      await untilIdle();
      for (let wakes = 0; !isDone(); wakes += 1) {
        if (wakes === most) throw new Error(`not done after ${most} wakes`);
        clock.goToNextWake();
        await untilIdle();
      }
    },
    async close() {
      await sync.stop();
      store.close();
      folder.remove();
    },
  };
}

function save(deps: CaptureDeps, payload: Payload | { act: "broken" }): string {
  const saved = submitConsent(deps, payload);
  if (!saved.ok) throw new Error(`not saved: ${JSON.stringify(saved.failure)}`);
  return saved.value.id;
}

/** Submits one capture of the consent form as its page does. `broken`: one that no rule is held against. */
export function submitConsent(
  deps: CaptureDeps,
  payload: Payload | { act: "broken" },
): Result<CaptureAnswer> {
  const needsNotice = payload.act === "decision" || payload.act === "no-thank-you";
  return submitCapture(
    payload.act === "broken" ? withoutRules(deps) : deps,
    { staff: "somying", roles: ["counter", "manager"] },
    {
      request: randomUUID(),
      kind: "marketing-consent",
      payload,
      amends: null,
      notice: needsNotice ? showNotice("th") : null,
    },
  );
}

/** Takes a consent's payload that no rule is held against, as a desk with a fault in its rules would. */
export function submitUnchecked(deps: CaptureDeps, payload: unknown): Result<CaptureAnswer> {
  return submitConsent(withoutRules(deps), payload as Payload);
}

/** What a desk with a fault in its rules would do: it takes what head office does not. */
export function withoutRules(
  deps: CaptureDeps,
  kind: CaptureKind = "marketing-consent",
): CaptureDeps {
  const strict = deps.definitions[kind];
  if (!strict) throw new Error(`no definition of ${kind}`);
  const lax = {
    ...strict,
    payload: z.unknown(),
    needsNotice: () => false,
    checkRules: () => [],
    searchKeys: () => ({ phone: [], email: [], member: [], receipt: [], name: [] }),
    subject: () => null,
    urgency: () => "ordinary" as const,
  };
  return { ...deps, definitions: { [kind]: lax } };
}
