import type { Failure } from "../contract/failure.ts";
import { fail, succeed } from "../contract/failure.ts";
import type { Language } from "../contract/ids.ts";
import type { DeskState } from "../contract/ipc.ts";
import { type DeskProcedureDeps, makeClosedProcedures } from "./ipc/desk-procedures.ts";
import type { Handlers } from "./ipc/dispatch.ts";
import { makeWaysBack } from "./ipc/key-procedures.ts";
import { describeStoreError, keyPaths, storePath } from "./kept-store.ts";
import { markLeft } from "./keys/left-mark.ts";
import { clearLeftDesk, endLeftDesk } from "./left-desk.ts";
import { type OpenDesk, type OpenDeskDeps, openDesk } from "./open-desk.ts";
import { makeShutKeys } from "./recovery/shut-keys.ts";
import type { LeftBehind } from "./sync/leaving.ts";

/** How long the opening screen may wait for an enrolment that was asked for on the command line. */
const enrolmentPatienceMs = 5000;
/** How long the end of the program waits for a request or a key store that does not let go. */
const closingPatienceMs = 5000;

type DeskKeeperDeps = Omit<
  OpenDeskDeps,
  keyof DeskProcedureDeps | "isUnderPassphrase" | "onLeft"
> & {
  /** False: another process owns the profile, and the store stays closed here. */
  isFirst: boolean;
  /** Where to enrol without hands, from the command line. */
  given: { address: string | null; code: string | null };
  appVersion: string;
  developmentRuntime: boolean;
  quit(): void;
  /** Tells the log how an enrolment without hands went; the code is a failure's. */
  noteEnrolment(code: string | null): void;
  /** An error that no failure names: a bug, which goes to the log. */
  reportTrouble(during: "aside" | "closing", error: unknown): void;
};

/** The desk over the life of the process: opened, failed, opened again, damaged, closed. */
export function keepDesk(deps: DeskKeeperDeps) {
  let desk: OpenDesk | null = null;
  let failure: Failure | null = null;
  /** Damage that showed, while the store was opened or later: this process does not open it again. */
  let damage: Failure | null = null;
  let opening: Promise<void> | null = null;
  /** Destroying the keys of a desk that was taken out of use. */
  let ending: Promise<void> = Promise.resolve();
  /** Whether a page knows how the last try to open went; before that, asking is no wish for another one. */
  let isTold = true;
  /** Before there is a store to keep it in. */
  let language: Language = "th";
  const path = storePath(deps.folder);
  const shutKeys = makeShutKeys({
    paths: { ...keyPaths(deps.folder), store: path },
    system: deps.keyProtection,
    allowPlaintext: deps.allowPlaintext,
  });

  function readState(): DeskState {
    const phase: DeskState["phase"] = desk?.isEnrolled()
      ? { phase: "ready" }
      : desk
        ? { phase: "enrol", ...deps.given }
        : { phase: "failed", failure: failure ?? { code: "store-busy" } };
    return {
      phase,
      language: desk?.store.device.readLanguage() ?? language,
      appVersion: deps.appVersion,
      developmentRuntime: deps.developmentRuntime,
      storePath: path,
    };
  }

  const deskProcedures: DeskProcedureDeps = {
    readState,
    setLanguage(chosen) {
      language = chosen;
      desk?.store.device.saveLanguage(chosen);
      deps.tell("desk");
    },
    quit: deps.quit,
  };

  /** Tries to open the store. A desk that failed tries again each time its page asks, which is "try again". */
  async function open(): Promise<void> {
    if (!deps.isFirst) {
      failure = { code: "already-running" };
      return;
    }
    const left = endLeftDesk(deps.folder);
    if (left !== null || damage) {
      failure = left ?? damage;
      return;
    }
    if (shutKeys.needsPassphrase()) {
      failure = { code: "passphrase-needed", path };
      return;
    }
    const { protection, isUnderPassphrase } = shutKeys;
    const keys = { keyProtection: protection, isUnderPassphrase };
    const opened = await openDesk({ ...deps, ...keys, ...deskProcedures, onLeft });
    if (!opened.ok) {
      failure = opened.failure;
      if (failure.code === "store-damaged") damage = failure;
      return;
    }
    failure = null;
    desk = opened.value;
    await enrolAsGiven(desk);
  }

  /** Head office's word is here: from the mark on nothing opens this store again, whatever ends the program. */
  function onLeft(at: string, lost: LeftBehind): void {
    markLeft(keyPaths(deps.folder).left, { at, lost });
    const closing = letGo({ code: "device-left", at, lost });
    // Nothing of what stood on the page may stay in reach.
    deps.onLocked();
    deps.tell("desk");
    ending = (closing ?? Promise.resolve())
      .then(() => void endLeftDesk(deps.folder))
      // The next start goes on with it.
      .catch((error: unknown) => deps.reportTrouble("closing", error));
  }

  /** Lets a PC be set up without hands: address and code come on the command line. */
  async function enrolAsGiven({ isEnrolled, sync }: OpenDesk): Promise<void> {
    const { address, code } = deps.given;
    if (isEnrolled() || address === null || code === null) return;
    const enrolled = sync.enrol(address, code).then((result) => {
      deps.noteEnrolment(result.ok ? null : result.failure.code);
      deps.tell("desk");
    });
    await Promise.race([enrolled, new Promise((done) => setTimeout(done, enrolmentPatienceMs))]);
  }

  function openOnce(): Promise<void> {
    opening ??= open().finally(() => {
      opening = null;
      isTold = false;
    });
    return opening;
  }

  /** Opens the desk with what a person has just given it, and has its page read how that went. */
  async function openNow(): Promise<void> {
    await openOnce();
    isTold = true;
    desk?.sync.wake("manual");
    deps.tell("desk");
  }

  function nameFailure(error: unknown): Failure | null {
    const named = describeStoreError(error, path);
    if (named?.code === "store-damaged") damage = named;
    return named;
  }

  function closedHandlers(): Handlers {
    return {
      ...makeClosedProcedures(deskProcedures, failure ?? { code: "store-busy" }),
      ...makeWaysBack(shutKeys, openNow),
      async "desk.startAnew"() {
        if (failure?.code !== "device-left") return fail({ code: "not-found" });
        // The store may still be closing.
        await ending;
        clearLeftDesk(deps.folder);
        await openNow();
        return succeed(undefined);
      },
      async "desk.state"() {
        if (isTold || opening !== null) await openOnce();
        isTold = true;
        desk?.sync.wake("manual");
        return succeed(readState());
      },
    };
  }

  /** Runs what nobody waits for. A store that is full or held just now may be well the next time. */
  function runAside(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (nameFailure(error) === null) deps.reportTrouble("aside", error);
    }
  }

  /** Takes the desk out of use before it is closed: no call may reach a store that is closing. */
  function letGo(why: Failure): Promise<void> | null {
    const closing = desk;
    if (closing === null) return null;
    desk = null;
    failure = why;
    return closing.close().catch((error: unknown) => deps.reportTrouble("closing", error));
  }

  /**
   * Resolves in time, come what may: a program that stays after its window has gone keeps the next start from the
   * store, and what was saved needs no closing.
   */
  async function closeInTime(closing: Promise<void>): Promise<void> {
    let impatience: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      impatience = setTimeout(() => {
        deps.reportTrouble("closing", new Error(`not closed within ${closingPatienceMs} ms`));
        resolve();
      }, closingPatienceMs);
    });
    await Promise.race([closing, late]);
    clearTimeout(impatience);
  }

  /** Lets go of a damaged store, but takes no form away from whoever is at work: they are told by what fails. */
  function closeIfDamaged(): void {
    if (!damage || !desk || desk.caller().signedIn !== null) return;
    void letGo(damage);
    deps.tell("desk");
  }

  return {
    openOnce,
    nameFailure,
    handlers: () => desk?.handlers ?? closedHandlers(),
    caller: () => desk?.caller() ?? { signedIn: null },
    wake: (why: Parameters<OpenDesk["sync"]["wake"]>[0]) => desk?.sync.wake(why),

    /** To be called every second or so. */
    watch(): void {
      runAside(() => desk?.watchIdle());
      runAside(() => {
        if (desk && !desk.sync.status().sending) desk.tidy();
      });
      runAside(closeIfDamaged);
    },

    /** Null: there is nothing to wait for. */
    close(): Promise<void> | null {
      const closing = letGo({ code: "store-busy" });
      return closing && closeInTime(closing);
    },
  };
}
