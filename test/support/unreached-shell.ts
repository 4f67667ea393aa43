import { randomBytes } from "node:crypto";
import type { OpenDeskDeps } from "../../src/main/open-desk.ts";
import { deskTime } from "./desk-store.ts";
import { openKeyProtection } from "./synced-desk.ts";

/** Stands for Electron around a desk: time stands still, and whatever else is asked for throws after `onReach`. */
export function makeUnreachedShell(
  onReach: (what: string) => void = () => {},
): Omit<OpenDeskDeps, "folder"> {
  const reach = (what: string) => () => {
    onReach(what);
    throw new Error(`${what} was reached`);
  };
  return {
    keyProtection: openKeyProtection,
    allowPlaintext: false,
    deviceName: "test",
    fetch: reach("fetch"),
    now: () => deskTime,
    monotonic: () => 0,
    random: randomBytes,
    schedule: () => () => {},
    report: () => {},
    reportBug: () => {},
    tell: () => {},
    appVersion: "0.0.0",
    readLog: reach("readLog"),
    readSystem: reach("readSystem"),
    readStoreSize: reach("readStoreSize"),
    saveText: reach("saveText"),
    openUpdater: () => null,
    isUnderPassphrase: () => false,
    reportKeysNotSealed: reach("reportKeysNotSealed"),
    reportUpdateFailed: reach("reportUpdateFailed"),
    onLocked: reach("onLocked"),
    noteCopied: reach("noteCopied"),
    readState: reach("readState"),
    setLanguage: reach("setLanguage"),
    quit: reach("quit"),
    printBoard: reach("printBoard"),
    saveBoardPdf: reach("saveBoardPdf"),
    printReceipt: reach("printReceipt"),
    saveReceiptPdf: reach("saveReceiptPdf"),
    openCopyWindow: reach("openCopyWindow"),
    openEventPictureWindow: reach("openEventPictureWindow"),
    chooseFolder: reach("chooseFolder"),
    chooseCourierFile: reach("chooseCourierFile"),
    chooseCourierPlace: reach("chooseCourierPlace"),
    onLeft: reach("onLeft"),
    leftover: { describe: () => [], remove: reach("remove"), forget: reach("forget") },
  };
}
