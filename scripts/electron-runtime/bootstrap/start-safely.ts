import { app, dialog } from "electron";

/** Runs the first script, and says so where it fails: Electron would stay open without a window. */
export function startSafely(start: () => void): void {
  try {
    start();
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(reason);
    if (process.env.CI === undefined) dialog.showErrorBox("The app did not start", reason);
    app.exit(1);
  }
}
