import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { app, BrowserWindow, net, powerMonitor, session } from "electron";
import { type Failure, succeed } from "../contract/failure.ts";
import type { Language } from "../contract/ids.ts";
import type { DeskState } from "../contract/ipc.ts";
import { type DeskProcedureDeps, makeClosedProcedures } from "./ipc/desk-procedures.ts";
import { type Handlers, makeDispatch } from "./ipc/dispatch.ts";
import { describeStoreError, type OpenDesk, openDesk, storePath } from "./open-desk.ts";
import {
  confineContents,
  openDeskWindow,
  pageAddress,
  readPageOrigin,
  refusePermissions,
} from "./shell/desk-window.ts";
import { answerPages, type TrustedWindows, tellPages } from "./shell/ipc-channel.ts";
import { makeKeyProtection } from "./shell/key-protection.ts";
import { logBug, writeLog } from "./shell/log.ts";
import { declarePageScheme, servePages } from "./shell/page-protocol.ts";
import { printReceipt, saveReceiptPdf } from "./shell/receipt-printer.ts";

const everySecond = 1000;
/** How long the opening screen may wait for an enrolment that was asked for on the command line. */
const enrolmentPatienceMs = 5000;

declarePageScheme();
const givenFolder = app.commandLine.getSwitchValue("user-data-dir");
if (givenFolder) app.setPath("userData", givenFolder);

const developmentRuntime = !app.isPackaged && process.env.YINYOM_DEVELOPMENT_RUNTIME === "1";
const folder = join(app.getPath("userData"), "store");
const isFirst = app.requestSingleInstanceLock();
const trusted: TrustedWindows = new Map();
const given = {
  address: app.commandLine.getSwitchValue("head-office") || null,
  code: app.commandLine.getSwitchValue("enrolment-code") || null,
};

let desk: OpenDesk | null = null;
let failure: Failure | null = null;
/** Damage that showed in a store that had opened: this process does not open it again. */
let damage: Failure | null = null;
let opening: Promise<void> | null = null;
/** Before there is a store to keep it in. */
let language: Language = "th";

function readState(): DeskState {
  const phase: DeskState["phase"] = desk?.isEnrolled()
    ? { phase: "ready" }
    : desk
      ? { phase: "enrol", ...given }
      : { phase: "failed", failure: failure ?? { code: "store-busy" } };
  return {
    phase,
    language: desk?.store.device.readLanguage() ?? language,
    appVersion: app.getVersion(),
    developmentRuntime,
    storePath: storePath(folder),
  };
}

const deskProcedures: DeskProcedureDeps = {
  readState,
  setLanguage(chosen) {
    language = chosen;
    desk?.store.device.saveLanguage(chosen);
    tellPages("desk");
  },
  quit: () => app.quit(),
};

/** Tries to open the store. A desk that failed tries again each time its page asks, which is "try again". */
async function open(): Promise<void> {
  if (!isFirst) {
    failure = { code: "already-running" };
    return;
  }
  if (damage) {
    failure = damage;
    return;
  }
  const opened = await openDesk({
    ...deskProcedures,
    folder,
    keyProtection: makeKeyProtection(developmentRuntime),
    allowPlaintext: developmentRuntime,
    deviceName: hostname(),
    fetch: (address, init) => net.fetch(address, init),
    now: Date.now,
    monotonic: () => performance.now(),
    random: randomBytes,
    schedule(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    tell: tellPages,
    report: writeLog,
    reportBug: (error) => logBug("sync", error),
    printReceipt: (id, size) => printReceipt(trusted, id, size),
    saveReceiptPdf: (id, size, number) => saveReceiptPdf(trusted, id, size, number),
  });
  if (!opened.ok) {
    failure = opened.failure;
    return;
  }
  failure = null;
  desk = opened.value;
  await enrolAsGiven(desk);
}

/** Lets a PC be set up without hands: address and code come on the command line. */
async function enrolAsGiven({ isEnrolled, sync }: OpenDesk): Promise<void> {
  if (isEnrolled() || given.address === null || given.code === null) return;
  const enrolled = sync.enrol(given.address, given.code).then((result) => {
    writeLog({ event: "enrolment", ...(result.ok ? {} : { code: result.failure.code }) });
    tellPages("desk");
  });
  await Promise.race([enrolled, new Promise((done) => setTimeout(done, enrolmentPatienceMs))]);
}

function openOnce(): Promise<void> {
  opening ??= open().finally(() => {
    opening = null;
  });
  return opening;
}

function nameFailure(error: unknown): Failure | null {
  const named = describeStoreError(error, storePath(folder));
  if (named?.code === "store-damaged") damage = named;
  return named;
}

const dispatch = makeDispatch({
  handlers: () => desk?.handlers ?? closedHandlers(),
  caller: () => desk?.caller() ?? { signedIn: null },
  nameFailure,
  reportBug: (procedure, error) => logBug("procedure", error, procedure),
});

function closedHandlers(): Handlers {
  return {
    ...makeClosedProcedures(deskProcedures, failure ?? { code: "store-busy" }),
    async "desk.state"() {
      await openOnce();
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
    if (nameFailure(error) === null) logBug("aside", error);
  }
}

/** Lets go of a damaged store, but takes no form away from whoever is at work: they are told by what fails. */
function closeIfDamaged(): void {
  if (!damage || !desk || desk.caller().signedIn !== null) return;
  const closing = desk;
  desk = null;
  failure = damage;
  tellPages("desk");
  void closing.close().catch((error: unknown) => logBug("closing", error));
}

function watch(): void {
  let wasOnline = net.isOnline();
  setInterval(() => {
    const isOnline = net.isOnline();
    if (isOnline && !wasOnline) desk?.sync.wake("online");
    wasOnline = isOnline;
    runAside(() => desk?.watchIdle());
    runAside(() => {
      if (desk && !desk.sync.status().sending) desk.store.tidy();
    });
    runAside(closeIfDamaged);
  }, everySecond);
  powerMonitor.on("resume", () => desk?.sync.wake("resumed"));
}

async function show(): Promise<void> {
  // A second instance gets a session in memory: the first one owns the profile on the disk.
  const partition = isFirst ? undefined : "second";
  const own = partition ? session.fromPartition(partition) : session.defaultSession;
  servePages(own, join(app.getAppPath(), "out/renderer"));
  refusePermissions(own);
  const window = openDeskWindow(partition);
  trusted.set(window.webContents.id, "all");
  confineContents(window.webContents);
  await window.loadURL(pageAddress("/"));
}

answerPages(dispatch, trusted, readPageOrigin());
app.on("second-instance", () => {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
});
app.on("window-all-closed", () => app.quit());
app.on("will-quit", (event) => {
  const closing = desk;
  if (closing === null) return;
  desk = null;
  failure = { code: "store-busy" };
  event.preventDefault();
  void closing
    .close()
    .catch((error: unknown) => logBug("closing", error))
    .finally(() => app.exit());
});
process.on("unhandledRejection", (error) => logBug("unhandled", error));

void app.whenReady().then(async () => {
  watch();
  // The window first: its process starts while the store is opened.
  await Promise.all([show(), openOnce()]);
  // The first words with head office would keep main from serving the page that people wait for.
  desk?.sync.wake("manual");
});
