import { BrowserWindow, dialog, type FileFilter } from "electron";
import { courierFileEnding } from "../../contract/courier.ts";

const filters: FileFilter[] = [{ name: "Yinyom", extensions: [courierFileEnding.slice(1)] }];

/** Asks in the system's dialog for a courier file to take in; null: nobody chose one. */
export async function chooseCourierFile(): Promise<string | null> {
  const options = { filters, properties: ["openFile" as const] };
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks in the system's dialog where a courier file is to be written; null: nowhere. */
export async function chooseCourierPlace(suggestedName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: `${suggestedName}${courierFileEnding}`,
    filters,
  });
  return canceled || !filePath ? null : filePath;
}
