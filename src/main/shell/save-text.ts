import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { dialog } from "electron";
import { fail, type Result, succeed } from "../../contract/failure.ts";

/** Asks where to, then writes the text there. The file is the staff member's choice, not a copy of ours. */
export async function saveText(
  text: string,
  suggestedName: string,
): Promise<Result<{ path: string }>> {
  const extension = extname(suggestedName).slice(1);
  const chosen = await dialog.showSaveDialog({
    defaultPath: suggestedName,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
  if (chosen.canceled || !chosen.filePath) return fail({ code: "cancelled" });
  try {
    await writeFile(chosen.filePath, text);
  } catch {
    return fail({ code: "print-failed" });
  }
  return succeed({ path: chosen.filePath });
}
