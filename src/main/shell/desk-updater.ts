import { existsSync } from "node:fs";
import { join } from "node:path";
import { app } from "electron";

/**
 * The updater of this operating system; null where the program was not installed with an address to look at.
 * `beforeInstall` closes the store: the installer, or the version it starts, must find it free.
 */
export function openUpdater(beforeInstall: () => Promise<void>) {
  if (!app.isPackaged) return null;
  if (!existsSync(join(process.resourcesPath, "app-update.yml"))) return null;
  let loading: ReturnType<typeof loadUpdater> | null = null;
  // Its script is long: it is read when it is first needed, which is never before the first page shows.
  const load = () => {
    loading ??= loadUpdater();
    return loading;
  };

  return {
    async find(channel: "latest" | "early"): Promise<string | null> {
      const autoUpdater = await load();
      autoUpdater.channel = channel;
      // Naming a channel allows going back: a store of a newer version does not open then.
      autoUpdater.allowDowngrade = false;
      const result = await autoUpdater.checkForUpdates();
      return result?.isUpdateAvailable ? result.updateInfo.version : null;
    },
    async download(onProgress: (percent: number) => void): Promise<void> {
      const autoUpdater = await load();
      const listen = ({ percent }: { percent: number }) => onProgress(Math.min(100, percent));
      autoUpdater.on("download-progress", listen);
      try {
        await autoUpdater.downloadUpdate();
      } finally {
        autoUpdater.off("download-progress", listen);
      }
    },
    async install(): Promise<void> {
      const autoUpdater = await load();
      await beforeInstall();
      app.releaseSingleInstanceLock();
      autoUpdater.quitAndInstall(true, true);
    },
  };
}

async function loadUpdater() {
  const {
    default: { autoUpdater },
  } = await import("electron-updater");
  // Its words name folders and addresses; what went wrong comes as an error as well.
  autoUpdater.logger = null;
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  // An error without a listener would end the desk; it breaks the promise too.
  autoUpdater.on("error", () => {});
  return autoUpdater;
}
