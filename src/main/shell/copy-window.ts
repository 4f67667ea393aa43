import { randomUUID } from "node:crypto";
import { BrowserWindow, type Session, session, type WebContents } from "electron";
import type { ProcedureName } from "../../contract/procedures.ts";
import { lockedDownPreferences, pageAddress, readPageOrigin } from "./desk-window.ts";
import type { TrustedWindows } from "./ipc-channel.ts";
import { servePages } from "./page-protocol.ts";

/** All that the copy window may ask of main. */
const asks = [
  "desk.state",
  "desk.setLanguage",
  "session.current",
  "session.touch",
  "session.lock",
  "copy.task",
  "copy.keep",
  "copy.leave",
] as const satisfies readonly ProcedureName[];

/** All that the window for a picture of an event may ask of main. */
const eventPictureAsks = [
  "desk.state",
  "desk.setLanguage",
  "session.current",
  "session.touch",
  "session.lock",
  "eventPicture.task",
  "eventPicture.keep",
  "eventPicture.leave",
] as const satisfies readonly ProcedureName[];

const pages = { "/copy": asks, "/event-picture": eventPictureAsks } as const;

type CopyWindowDeps = {
  trusted: TrustedWindows;
  folder: string;
  parent(): BrowserWindow | null;
  page?: keyof typeof pages;
};

/** The window in which a document is copied, and its end. */
export type CopyWindow = {
  /** Resolves once it is gone, whoever ended it. */
  gone: Promise<void>;
  end(): void;
};

/**
 * Opens the one place where an uncovered document exists: a window of its own, over a session in memory that is
 * never used again. A renderer keeps the compressed original until its process ends, so the window is destroyed,
 * not closed or hidden, when the copy is kept, given up, or the desk locks.
 */
export async function openCopyWindow(deps: CopyWindowDeps): Promise<CopyWindow> {
  const page = deps.page ?? "/copy";
  // Without "persist:" nothing of it is ever on the disk.
  const own = session.fromPartition(`copy-${randomUUID()}`, { cache: false });
  servePages(own, deps.folder, "copy");
  const parent = deps.parent();
  const window = new BrowserWindow({
    ...(parent ? { parent, ...placeOver(parent) } : { width: 1280, height: 760 }),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    minimizable: false,
    fullscreenable: false,
    backgroundColor: "#f6f4ef",
    title: "Yinyom",
    webPreferences: { ...lockedDownPreferences(), session: own },
  });
  const { id } = window.webContents;
  deps.trusted.set(id, pages[page]);
  window.setContentProtection(true);
  allowCameraOnly(own, window.webContents);
  const gone = new Promise<void>((resolve) => {
    window.once("closed", () => {
      deps.trusted.delete(id);
      void forget(own).finally(resolve);
    });
  });
  const end = () => {
    if (!window.isDestroyed()) window.destroy();
  };
  window.webContents.once("render-process-gone", end);
  window.once("ready-to-show", () => window.show());
  await window.loadURL(pageAddress(page)).catch((error: unknown) => {
    end();
    throw error;
  });
  return { gone, end };
}

function placeOver(parent: BrowserWindow) {
  const { x, y, width, height } = parent.getBounds();
  return { x, y, width, height };
}

/** The camera's picture, for the top frame of this one window; no sound, no other device, nothing else. */
function allowCameraOnly(own: Session, contents: WebContents): void {
  const isPage = (asking: WebContents | null, url: string, isMainFrame: boolean) =>
    asking?.id === contents.id && isMainFrame && url.startsWith(`${readPageOrigin()}/`);
  own.setSpellCheckerEnabled(false);
  own.setPermissionRequestHandler((asking, permission, answer, details) => {
    const media = "mediaTypes" in details ? details.mediaTypes : undefined;
    answer(
      permission === "media" &&
        media?.length === 1 &&
        media[0] === "video" &&
        isPage(asking, details.requestingUrl, details.isMainFrame),
    );
  });
  own.setPermissionCheckHandler(
    (asking, permission, origin, details) =>
      permission === "media" &&
      details.mediaType === "video" &&
      isPage(asking, details.requestingUrl ?? `${origin}/`, details.isMainFrame),
  );
  own.setDevicePermissionHandler(() => false);
}

async function forget(own: Session): Promise<void> {
  own.protocol.unhandle("app");
  await Promise.allSettled([own.clearStorageData(), own.clearCache(), own.clearAuthCache()]);
}
