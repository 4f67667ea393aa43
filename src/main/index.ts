import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { app, BrowserWindow, net, powerMonitor, session } from "electron";
import { keepDesk } from "./desk-keeper.ts";
import { makeDispatch } from "./ipc/dispatch.ts";
import { storePath } from "./open-desk.ts";
import { printBoard, saveBoardPdf } from "./shell/board-printer.ts";
import { makeCopiedText } from "./shell/copied-text.ts";
import { openCopyWindow } from "./shell/copy-window.ts";
import { isOpenToDebugging } from "./shell/debugging.ts";
import { openUpdater } from "./shell/desk-updater.ts";
import {
  confineContents,
  openDeskWindow,
  pageAddress,
  readPageOrigin,
  refusePermissions,
} from "./shell/desk-window.ts";
import { chooseFolder } from "./shell/folder-dialog.ts";
import { answerPages, hearPicked, type TrustedWindows, tellPages } from "./shell/ipc-channel.ts";
import { makeKeyProtection } from "./shell/key-protection.ts";
import { keepLog, logBug, readLog, writeLog } from "./shell/log.ts";
import { declarePageScheme, servePages } from "./shell/page-protocol.ts";
import { makePickedFiles } from "./shell/picked-files.ts";
import { printReceipt, saveReceiptPdf } from "./shell/receipt-printer.ts";
import { saveText } from "./shell/save-text.ts";
import { readSystemFacts } from "./shell/system-facts.ts";

const everySecond = 1000;

// Whatever window there will ever be.
app.on("web-contents-created", (_event, contents) => confineContents(contents));
declarePageScheme();
const givenFolder = app.commandLine.getSwitchValue("user-data-dir");
if (givenFolder) app.setPath("userData", givenFolder);

keepLog(join(app.getPath("userData"), "logs"));

const store = join(app.getPath("userData"), "store");
const developmentRuntime = !app.isPackaged && process.env.YINYOM_DEVELOPMENT_RUNTIME === "1";
const isFirst = app.requestSingleInstanceLock();
const trusted: TrustedWindows = new Map();
const pages = join(app.getAppPath(), "out/renderer");
let deskWindow: BrowserWindow | null = null;
const picked = makePickedFiles();
const copied = makeCopiedText();

const desk = keepDesk({
  isFirst,
  given: {
    address: app.commandLine.getSwitchValue("head-office") || null,
    code: app.commandLine.getSwitchValue("enrolment-code") || null,
  },
  appVersion: app.getVersion(),
  developmentRuntime,
  folder: store,
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
  onLocked() {
    void copied.clear();
    // A page that stays would keep what it had read: see renderer/desk.tsx.
    if (deskWindow && !deskWindow.isDestroyed()) deskWindow.webContents.reload();
  },
  noteCopied: copied.note,
  chooseFolder,
  openCopyWindow: () => openCopyWindow({ trusted, folder: pages, parent: () => deskWindow }),
  openEventPictureWindow: () =>
    openCopyWindow({ trusted, folder: pages, parent: () => deskWindow, page: "/event-picture" }),
  leftover: picked,
  report: writeLog,
  reportBug: (error) => logBug("sync", error),
  reportTrouble: logBug,
  noteEnrolment: (code) => writeLog({ event: "enrolment", ...(code === null ? {} : { code }) }),
  printBoard: (event, language) => printBoard(trusted, event, language),
  saveBoardPdf: (event, language) => saveBoardPdf(trusted, event, language),
  printReceipt: (id, size) => printReceipt(trusted, id, size),
  saveReceiptPdf: (id, size, number) => saveReceiptPdf(trusted, id, size, number),
  readLog,
  readSystem: () => readSystemFacts(app.getPath("userData")),
  readStoreSize: () => statSync(storePath(store), { throwIfNoEntry: false })?.size ?? 0,
  saveText,
  openUpdater: () =>
    openUpdater(async () => {
      await desk.close();
    }),
  reportUpdateFailed: (error) => logBug("update", error),
  quit: () => app.quit(),
});

const dispatch = makeDispatch({
  handlers: desk.handlers,
  caller: desk.caller,
  nameFailure: desk.nameFailure,
  reportBug: (procedure, error) => logBug("procedure", error, procedure),
});

function watch(): void {
  let wasOnline = net.isOnline();
  setInterval(() => {
    const isOnline = net.isOnline();
    if (isOnline && !wasOnline) desk.wake("online");
    wasOnline = isOnline;
    desk.watch();
  }, everySecond);
  powerMonitor.on("resume", () => desk.wake("resumed"));
}

async function show(): Promise<void> {
  // A second instance gets a session in memory: the first one owns the profile on the disk.
  const partition = isFirst ? undefined : "second";
  const own = partition ? session.fromPartition(partition) : session.defaultSession;
  servePages(own, pages, "page");
  refusePermissions(own);
  const window = openDeskWindow(partition);
  deskWindow = window;
  trusted.set(window.webContents.id, "all");
  await window.loadURL(pageAddress("/"));
}

answerPages(dispatch, trusted, readPageOrigin());
hearPicked(picked.note, trusted, readPageOrigin());
app.on("second-instance", () => {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
});
app.on("window-all-closed", () => app.quit());
app.on("will-quit", (event) => {
  const closing = desk.close();
  if (closing === null) return;
  event.preventDefault();
  void closing.finally(() => app.exit());
});
process.on("unhandledRejection", (error) => logBug("unhandled", error));

void app.whenReady().then(async () => {
  if (isOpenToDebugging()) {
    writeLog({ event: "debugging-refused" });
    app.exit(1);
    return;
  }
  watch();
  // The window first: its process starts while the store is opened.
  await Promise.all([show(), desk.openOnce()]);
  // The first words with head office would keep main from serving the page that people wait for.
  desk.wake("manual");
});
