import { captureDefinitions } from "../captures/index.ts";
import { type Result, succeed } from "../contract/failure.ts";
import type { ChangeTopic } from "../contract/procedures.ts";
import { makeCaptureIds } from "./capture/capture-id.ts";
import { makeRetention } from "./capture/retention.ts";
import {
  type BoardPrintProcedureDeps,
  makeBoardPrintProcedures,
} from "./ipc/board-print-procedures.ts";
import { type CaptureProcedureDeps, makeCaptureProcedures } from "./ipc/capture-procedures.ts";
import { makeCaseProcedures } from "./ipc/case-procedures.ts";
import { makeCopyProcedures } from "./ipc/copy-procedures.ts";
import { type CopyWorkDeps, type Leftover, makeCopyWork } from "./ipc/copy-work.ts";
import { type CourierFiles, makeCourierProcedures } from "./ipc/courier-procedures.ts";
import { type DeskProcedureDeps, makeDeskProcedures } from "./ipc/desk-procedures.ts";
import type { Caller, Handlers } from "./ipc/dispatch.ts";
import {
  type EventPictureKept,
  type EventPictureOrder,
  makeEventPictureProcedures,
} from "./ipc/event-picture-procedures.ts";
import { makeEventProcedures } from "./ipc/event-procedures.ts";
import { makeKeyCare, makeNoWaysBack } from "./ipc/key-procedures.ts";
import { makePendingProcedures } from "./ipc/pending-procedures.ts";
import { makePictureProcedures } from "./ipc/picture-procedures.ts";
import { makeRefundProcedures } from "./ipc/refund-procedures.ts";
import { makeRetentionProcedures } from "./ipc/retention-procedures.ts";
import { makeSessionProcedures } from "./ipc/session-procedures.ts";
import { makeSupportProcedures, type SupportProcedureDeps } from "./ipc/support-procedures.ts";
import { makeSyncProcedures } from "./ipc/sync-procedures.ts";
import { makeUpdateProcedures } from "./ipc/update-procedures.ts";
import { type KeptStore, openKeptStore } from "./kept-store.ts";
import type { KeyProtection } from "./keys/key-protection.ts";
import { makeReviews } from "./pictures/reviews.ts";
import { makeSession } from "./session/session.ts";
import { makeVouching } from "./session/vouching.ts";
import type { Store } from "./store/open-store.ts";
import { makeCourier } from "./sync/courier/courier.ts";
import { createSync, type Sync } from "./sync/sync.ts";
import type { SyncDeps } from "./sync/sync-deps.ts";
import { makeUpdates, type Updater } from "./update/updates.ts";

/** Until head office has said otherwise. */
const defaultIdleMinutes = 3;

export type OpenDeskDeps = DeskProcedureDeps &
  BoardPrintProcedureDeps &
  SupportProcedureDeps &
  CopyWorkDeps &
  CourierFiles &
  Pick<CaptureProcedureDeps, "printReceipt" | "saveReceiptPdf"> &
  Pick<
    SyncDeps,
    "fetch" | "now" | "random" | "schedule" | "report" | "reportBug" | "deviceName" | "onLeft"
  > & {
    /** The folder of the store and its key. */
    folder: string;
    keyProtection: KeyProtection;
    isUnderPassphrase(): boolean;
    allowPlaintext: boolean;
    /** Null: this program is not one that updates itself. */
    openUpdater(): Updater | null;
    reportUpdateFailed(error: unknown): void;
    reportKeysNotSealed(error: unknown): void;
    /** ms that only rise. */
    monotonic(): number;
    tell(topic: ChangeTopic): void;
    /** Nobody is signed in any more: nothing of what stood on the page may stay in its reach. */
    onLocked(): void;
    noteCopied(text: string): void;
    leftover: Leftover;
    /** The window in which a picture of an event is taken. */
    openEventPictureWindow: CopyWorkDeps["openCopyWindow"];
    /** Asks for a folder in the system's dialog; null: nobody chose one. */
    chooseFolder(): Promise<string | null>;
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
  /** To be called while nothing else is to be done: puts the store in order and ends retention. */
  tidy(): void;
  close(): Promise<void>;
};

/** Puts a desk together over its store; the failure is one that has a screen of its own. */
export async function openDesk(deps: OpenDeskDeps): Promise<Result<OpenDesk>> {
  const opened = await openKeptStore(deps);
  return opened.ok ? succeed(assemble(deps, opened.value)) : opened;
}

function assemble(deps: OpenDeskDeps, { store, keys }: KeptStore): OpenDesk {
  const session = makeSession({
    monotonic: deps.monotonic,
    idleMinutes: () =>
      store.received.readReference()?.settings.idleLockMinutes ?? defaultIdleMinutes,
  });
  const vouching = makeVouching(deps.monotonic);
  const retention = makeRetention({
    store,
    definitions: captureDefinitions,
    now: deps.now,
    onPurged: () => deps.tell("captures"),
  });
  /** Once in a desk's life without a new reference, for one that was enrolled before there was a recovery key. */
  let isSealingTold = false;
  function sealKeys(): void {
    keys.sealIfDue().catch((error: unknown) => deps.reportKeysNotSealed(error));
  }
  const sync = createSync({
    ...deps,
    store,
    onChanged(topic) {
      retention.noteChange();
      if (topic === "reference") sealKeys();
      deps.tell(topic);
    },
  });
  const reviews = makeReviews({ ...deps, decisions: store.pictureDecisions });
  const copies = makeCopyWork(deps);
  const eventPictures = makeCopyWork<EventPictureOrder, EventPictureKept>({
    openCopyWindow: deps.openEventPictureWindow,
  });
  let wasSignedIn = false;

  function tellSession(): void {
    // Whoever opened a folder of pictures has gone, or is another one now.
    reviews.end();
    copies.end();
    eventPictures.end();
    deps.tell("session");
    wasSignedIn = session.current() !== null;
    if (!wasSignedIn) deps.onLocked();
  }

  const updates = makeUpdates({
    updater: deps.openUpdater(),
    current: deps.appVersion,
    readFacts() {
      const reference = store.received.readReference();
      const { waiting, parked, sending } = sync.status();
      return {
        policy: reference?.updatePolicy ?? null,
        branch: reference?.branch.id ?? null,
        isSignedIn: session.current() !== null,
        hasDrafts: store.drafts.count() > 0,
        isSending: sending,
        unsent: waiting + parked,
      };
    },
    schedule: deps.schedule,
    monotonic: deps.monotonic,
    onChanged: () => deps.tell("update"),
    reportFailed: deps.reportUpdateFailed,
  });

  const captureDeps = {
    ...deps,
    store,
    definitions: captureDefinitions,
    makeId: makeCaptureIds(deps.now, deps.random),
    vouchers: vouching.list,
    isStopped: updates.isStopped,
  };
  function onCaptured(): void {
    deps.tell("captures");
    deps.tell("sync");
    sync.wake("saved");
  }
  const handlers: Handlers = {
    ...makeDeskProcedures(deps),
    ...makeSessionProcedures({
      store,
      session,
      vouching,
      now: deps.now,
      noteCopied: deps.noteCopied,
      onSessionChanged: tellSession,
    }),
    ...makeCaptureProcedures({
      ...captureDeps,
      onCaptured,
    }),
    ...makeEventProcedures(captureDeps),
    ...makePictureProcedures({ ...captureDeps, reviews }),
    ...makeCaseProcedures(captureDeps),
    ...makeRefundProcedures(captureDeps),
    ...makeRetentionProcedures({ store }),
    ...makeBoardPrintProcedures({ ...deps, store }),
    ...makeCopyProcedures({ ...captureDeps, copies, onCaptured }),
    ...makeEventPictureProcedures({ ...captureDeps, eventPictures, onCaptured }),
    ...makeUpdateProcedures(updates),
    ...makeSupportProcedures({ ...deps, store, sync }),
    ...makePendingProcedures({ ...captureDeps, sync, onDecided: onCaptured }),
    ...makeCourierProcedures({
      ...deps,
      store,
      courier: makeCourier({ ...deps, store }),
      onTaken: onCaptured,
    }),
    ...makeNoWaysBack(),
    ...makeKeyCare({ keys, isUnderPassphrase: deps.isUnderPassphrase }),
    ...makeSyncProcedures({ sync, onEnrolled: () => deps.tell("desk") }),
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
      if (wasSignedIn && !isSignedIn) tellSession();
      wasSignedIn = isSignedIn;
      updates.watch();
    },
    tidy() {
      if (!isSealingTold) {
        isSealingTold = true;
        sealKeys();
      }
      if (!store.tidy()) retention.tidy();
    },
    async close() {
      updates.stop();
      await sync.stop();
      await keys.whenIdle();
      store.close();
    },
  };
}
