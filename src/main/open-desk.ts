import { join } from "node:path";
import { captureDefinitions } from "../captures/index.ts";
import { type Failure, fail, type Result, succeed } from "../contract/failure.ts";
import type { ChangeTopic } from "../contract/procedures.ts";
import { makeCaptureIds } from "./capture/capture-id.ts";
import { type CaptureProcedureDeps, makeCaptureProcedures } from "./ipc/capture-procedures.ts";
import { type DeskProcedureDeps, makeDeskProcedures } from "./ipc/desk-procedures.ts";
import type { Caller, Handlers } from "./ipc/dispatch.ts";
import { makeSessionProcedures } from "./ipc/session-procedures.ts";
import { makeSyncProcedures } from "./ipc/sync-procedures.ts";
import type { KeyProtection } from "./keys/key-protection.ts";
import { readStoreKey } from "./keys/store-key.ts";
import { makeSession } from "./session/session.ts";
import { openStore, type Store, storeExists } from "./store/open-store.ts";
import { nameStoreFailure } from "./store/store-failure.ts";
import { createSync, type Sync } from "./sync/sync.ts";
import type { SyncDeps } from "./sync/sync-deps.ts";

/** Until head office has said otherwise. */
const defaultIdleMinutes = 3;

export type OpenDeskDeps = DeskProcedureDeps &
  Pick<CaptureProcedureDeps, "printReceipt" | "saveReceiptPdf"> &
  Pick<
    SyncDeps,
    "fetch" | "now" | "random" | "schedule" | "report" | "reportBug" | "deviceName"
  > & {
    /** The folder of the store and its key. */
    folder: string;
    keyProtection: KeyProtection;
    allowPlaintext: boolean;
    /** ms that only rise. */
    monotonic(): number;
    tell(topic: ChangeTopic): void;
  };

/** A desk whose store is open. */
export type OpenDesk = {
  store: Store;
  sync: Sync;
  handlers: Handlers;
  caller(): Caller;
  /** Whether it can be worked at; else it has to be enrolled first. */
  isEnrolled(): boolean;
  /** To be called every second or so: locks a desk that was left, once. */
  watchIdle(): void;
  close(): Promise<void>;
};

export function storePath(folder: string): string {
  return join(folder, "yinyom.db");
}

/** Puts a desk together over its store; the failure is one that has a screen of its own. */
export async function openDesk(deps: OpenDeskDeps): Promise<Result<OpenDesk>> {
  const path = storePath(deps.folder);
  const opened = await openKeptStore(deps, path);
  return opened.ok ? succeed(assemble(deps, opened.value)) : opened;
}

async function openKeptStore(deps: OpenDeskDeps, path: string): Promise<Result<Store>> {
  try {
    const key = await readStoreKey({
      path: join(deps.folder, "store-key.json"),
      storeExists: storeExists(path),
      protection: deps.keyProtection,
      random: deps.random,
    });
    if (!key.ok) return key;
    return openStore({ path, key: key.value, allowPlaintext: deps.allowPlaintext, now: deps.now });
  } catch (error) {
    const failure = describeStoreError(error, path);
    if (failure === null) throw error;
    return fail(failure);
  }
}

/** What an error of the store means for a person; null: it is a bug. */
export function describeStoreError(error: unknown, path: string): Failure | null {
  const code = nameStoreFailure(error);
  return code === null ? null : { code, path };
}

function assemble(deps: OpenDeskDeps, store: Store): OpenDesk {
  const session = makeSession({
    monotonic: deps.monotonic,
    idleMinutes: () =>
      store.received.readReference()?.settings.idleLockMinutes ?? defaultIdleMinutes,
  });
  const sync = createSync({ ...deps, store, onChanged: deps.tell });
  let wasSignedIn = false;

  const captureDeps = {
    ...deps,
    store,
    definitions: captureDefinitions,
    makeId: makeCaptureIds(deps.now, deps.random),
  };
  const handlers: Handlers = {
    ...makeDeskProcedures(deps),
    ...makeSessionProcedures({
      store,
      session,
      now: deps.now,
      onSessionChanged: () => deps.tell("session"),
    }),
    ...makeCaptureProcedures({
      ...captureDeps,
      onCaptured() {
        deps.tell("captures");
        deps.tell("sync");
        sync.wake("saved");
      },
    }),
    ...makeSyncProcedures({ store, sync, now: deps.now, onEnrolled: () => deps.tell("desk") }),
  };
  return {
    store,
    sync,
    handlers,
    caller: () => ({ signedIn: session.current() }),
    isEnrolled: () =>
      store.device.readEnrolment() !== null && store.received.readReference() !== null,
    watchIdle() {
      const isSignedIn = session.current() !== null;
      if (wasSignedIn && !isSignedIn) deps.tell("session");
      wasSignedIn = isSignedIn;
    },
    async close() {
      await sync.stop();
      store.close();
    },
  };
}
