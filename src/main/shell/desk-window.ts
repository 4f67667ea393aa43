import { join } from "node:path";
import {
  app,
  BrowserWindow,
  type Session,
  screen,
  type WebContents,
  type WebPreferences,
} from "electron";
import { pageOrigin } from "./page-protocol.ts";

/** What every window of ours has: a sandboxed page that reaches main by the preload's two functions only. */
export function lockedDownPreferences(): WebPreferences {
  return {
    preload: join(app.getAppPath(), "out/preload/index.cjs"),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    devTools: !app.isPackaged,
    navigateOnDragDrop: false,
  };
}

/** A page may not leave its origin, open windows, embed web views or ask for devices. */
export function confineContents(contents: WebContents): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

export function refusePermissions(session: Session): void {
  // The pages' fields turn it off one by one; the session would fetch dictionaries all the same.
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Where the pages come from: electron-vite's server while developing, our own protocol otherwise. */
export function readPageOrigin(): string {
  const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  return developmentServer ?? pageOrigin;
}

export function pageAddress(route: string): string {
  return `${readPageOrigin()}/index.html#${route}`;
}

export function openDeskWindow(partition?: string): BrowserWindow {
  const room = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(1366, room.width),
    height: Math.min(820, room.height),
    minWidth: 1024,
    minHeight: 700,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: "#f6f4ef",
    title: "Yinyom",
    webPreferences: { ...lockedDownPreferences(), ...(partition ? { partition } : {}) },
  });
  // What stands on it is somebody's data: no screen recorder sees it where the system can keep it out.
  window.setContentProtection(true);
  window.once("ready-to-show", () => window.show());
  return window;
}
