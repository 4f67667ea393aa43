import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { app, type BrowserWindow, net, powerMonitor } from "electron";
import { keepDesk } from "./desk-keeper.ts";
import { makeDispatch } from "./ipc/dispatch.ts";
import { storePath } from "./kept-store.ts";
import { printBoard, saveBoardPdf } from "./shell/board-printer.ts";
import { makeCopiedText } from "./shell/copied-text.ts";
import { openCopyWindow } from "./shell/copy-window.ts";
import { chooseCourierFile, chooseCourierPlace } from "./shell/courier-dialogs.ts";
import { openUpdater } from "./shell/desk-updater.ts";
import { chooseFolder } from "./shell/folder-dialog.ts";
import { type TrustedWindows, tellPages } from "./shell/ipc-channel.ts";
import { makeKeyProtection } from "./shell/key-protection.ts";
import { keepLog, logBug, readLog, writeLog } from "./shell/log.ts";
import { makePickedFiles } from "./shell/picked-files.ts";
import { printReceipt, saveReceiptPdf } from "./shell/receipt-printer.ts";
import { saveText } from "./shell/save-text.ts";
import { readSystemFacts } from "./shell/system-facts.ts";

const everySecond = 1000;

export type Surroundings = {
  /** False: another process owns the profile. */
  isFirst: boolean;
  developmentRuntime: boolean;
  /** The built pages. */
  pages: string;
  trusted: TrustedWindows;
  /** The desk's own window, while it is open. */
  window(): BrowserWindow | null;
};

export type Composition = ReturnType<typeof compose>;

/** Everything that main does, put together with what Electron and this PC give. Nothing is opened yet. */
export function compose({ isFirst, developmentRuntime, pages, trusted, window }: Surroundings) {
  keepLog(join(app.getPath("userData"), "logs"));
  process.on("unhandledRejection", (error) => logBug("unhandled", error));
  const store = join(app.getPath("userData"), "store");
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
      const page = window();
      if (page && !page.isDestroyed()) page.webContents.reload();
    },
    noteCopied: copied.note,
    chooseFolder,
    chooseCourierFile,
    chooseCourierPlace,
    openCopyWindow: () => openCopyWindow({ trusted, folder: pages, parent: window }),
    openEventPictureWindow: () =>
      openCopyWindow({ trusted, folder: pages, parent: window, page: "/event-picture" }),
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
    reportKeysNotSealed: (error) => logBug("keys", error),
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

  return {
    desk,
    dispatch,
    watch,
    notePicked: picked.note,
    refuseDebugging: () => writeLog({ event: "debugging-refused" }),
  };
}
