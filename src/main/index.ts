import { join } from "node:path";
import { app, BrowserWindow, session } from "electron";
import type { Composition } from "./composition.ts";
import { isOpenToDebugging } from "./shell/debugging.ts";
import {
  confineContents,
  openDeskWindow,
  pageAddress,
  readPageOrigin,
  refusePermissions,
} from "./shell/desk-window.ts";
import { answerPages, hearPicked, type TrustedWindows } from "./shell/ipc-channel.ts";
import { declarePageScheme, servePages } from "./shell/page-protocol.ts";

// Only what the first window needs is imported here. All else (composition.ts) is read, and the store opened, once
// the window has its page: while that page's script is run, main has nothing else to do.

// Whatever window there will ever be.
app.on("web-contents-created", (_event, contents) => confineContents(contents));
declarePageScheme();
const givenFolder = app.commandLine.getSwitchValue("user-data-dir");
if (givenFolder) app.setPath("userData", givenFolder);

const developmentRuntime = !app.isPackaged && process.env.YINYOM_DEVELOPMENT_RUNTIME === "1";
const isFirst = app.requestSingleInstanceLock();
const trusted: TrustedWindows = new Map();
const pages = join(app.getAppPath(), "out/renderer");
let deskWindow: BrowserWindow | null = null;
let composed: Composition | null = null;
let compose = () => {};
const composing = new Promise<void>((resolve) => {
  compose = resolve;
}).then(composeDesk);

async function composeDesk(): Promise<Composition> {
  const composition = await import("./composition.ts");
  composed = composition.compose({
    isFirst,
    developmentRuntime,
    pages,
    trusted,
    window: () => deskWindow,
  });
  return composed;
}

/** Sooner, a page would be told that there is no store, and would have to ask again. */
const opening = composing.then(async (composition) => {
  await composition.desk.openOnce();
  return composition;
});

async function show(onHandedOver: () => void): Promise<void> {
  // A second instance gets a session in memory: the first one owns the profile on the disk.
  const partition = isFirst ? undefined : "second";
  const own = partition ? session.fromPartition(partition) : session.defaultSession;
  servePages(own, pages, "page", onHandedOver);
  refusePermissions(own);
  const window = openDeskWindow(partition);
  deskWindow = window;
  trusted.set(window.webContents.id, "all");
  await window.loadURL(pageAddress("/"));
}

const origin = readPageOrigin();
answerPages(async (name, input) => (await opening).dispatch(name, input), trusted, origin);
hearPicked(async (path) => (await composing).notePicked(path), trusted, origin);
app.on("second-instance", () => {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
});
app.on("window-all-closed", () => app.quit());
app.on("will-quit", (event) => {
  const closing = composed?.desk.close() ?? null;
  if (closing === null) return;
  event.preventDefault();
  void closing.finally(() => app.exit());
});

void app.whenReady().then(async () => {
  if (isOpenToDebugging()) {
    (await composeDesk()).refuseDebugging();
    app.exit(1);
    return;
  }
  const shown = show(compose);
  void shown.then(compose, compose);
  const { desk, watch } = await opening;
  watch();
  await shown;
  // The first words with head office would keep main from serving the page that people wait for.
  desk.wake("manual");
});
