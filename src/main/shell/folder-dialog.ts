import { BrowserWindow, dialog } from "electron";

/** Asks for a folder in the system's dialog; null: nobody chose one. */
export async function chooseFolder(): Promise<string | null> {
  const options = { properties: ["openDirectory" as const, "createDirectory" as const] };
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? null : (filePaths[0] ?? null);
}
