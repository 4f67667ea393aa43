import { writeFile } from "node:fs/promises";
import { BrowserWindow, dialog } from "electron";
import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { PaperSize } from "../../contract/ipc.ts";
import type { ProcedureName } from "../../contract/procedures.ts";
import { lockedDownPreferences, pageAddress } from "./desk-window.ts";
import type { TrustedWindows } from "./ipc-channel.ts";

const micronsPerPixel = 25_400 / 96;
const receiptWidthMicrons = 80_000;
/** Printing measures letters a little wider than the screen: room for a line or two that breaks anew. */
const spareLinesPixels = 48;
const readyWithinMs = 10_000;

type Paper = { microns: { width: number; height: number } | "A4" };

/** A page that is made to be printed: it says when it is drawn, by `data-print-ready` on its root. */
export type PrintPage = {
  route: string;
  size: PaperSize;
  /** All that the page may ask of main. */
  asks: readonly ProcedureName[];
};

/** Shows a page in a window that nobody sees, hands it over once it is drawn, and closes it. */
async function withPage<Value>(
  trusted: TrustedWindows,
  { route, size, asks }: PrintPage,
  use: (window: BrowserWindow, paper: Paper) => Promise<Value>,
): Promise<Value> {
  const window = new BrowserWindow({
    show: false,
    width: size === "A4" ? 794 : 302,
    height: 1123,
    webPreferences: lockedDownPreferences(),
  });
  const contentsId = window.webContents.id;
  trusted.set(contentsId, asks);
  try {
    await window.loadURL(pageAddress(route));
    const height = await measureWhenReady(window);
    // A roll has no page height: the page is as long as what is on it.
    const paper: Paper =
      size === "A4"
        ? { microns: "A4" }
        : {
            microns: {
              width: receiptWidthMicrons,
              height: Math.ceil((height + spareLinesPixels) * micronsPerPixel),
            },
          };
    return await use(window, paper);
  } finally {
    trusted.delete(contentsId);
    window.destroy();
  }
}

/** Waits until the page says that fonts and picture are drawn; gives its height in CSS pixels. */
async function measureWhenReady(window: BrowserWindow): Promise<number> {
  const height: unknown = await window.webContents.executeJavaScript(
    `new Promise((resolve, reject) => {
      const since = Date.now();
      const look = () => {
        if (document.documentElement.dataset.printReady === "yes")
          resolve(Math.ceil((document.querySelector("main") ?? document.body).getBoundingClientRect().bottom));
        else if (Date.now() - since > ${readyWithinMs}) reject(new Error("the page was not drawn"));
        else setTimeout(look, 20);
      };
      look();
    })`,
  );
  if (typeof height !== "number" || height <= 0) throw new Error("the page has no height");
  return height;
}

export async function printPage(
  trusted: TrustedWindows,
  page: PrintPage,
): Promise<Result<undefined>> {
  return withPage(trusted, page, async (window, paper) => {
    const printers = await window.webContents.getPrintersAsync();
    if (printers.length === 0) return fail({ code: "print-failed" });
    return new Promise<Result<undefined>>((resolve) => {
      window.webContents.print(
        {
          silent: false,
          printBackground: true,
          margins: { marginType: "none" },
          pageSize: paper.microns,
        },
        (done, reason) => {
          if (done) resolve(succeed(undefined));
          else resolve(fail({ code: /cancel/i.test(reason) ? "cancelled" : "print-failed" }));
        },
      );
    });
  });
}

/** Asks where to, then writes the page there as PDF. The file is the staff member's choice, not a copy of ours. */
export async function savePagePdf(
  trusted: TrustedWindows,
  page: PrintPage,
  suggestedName: string,
): Promise<Result<{ path: string }>> {
  const chosen = await dialog.showSaveDialog({
    defaultPath: `${suggestedName}.pdf`,
    filters: [{ name: "PDF", extensions: ["pdf"] }],
  });
  if (chosen.canceled || !chosen.filePath) return fail({ code: "cancelled" });
  const path = chosen.filePath;
  const pdf = await withPage(trusted, page, (window, paper) =>
    window.webContents.printToPDF({
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      // printToPDF wants inches where print wants microns.
      pageSize:
        paper.microns === "A4"
          ? "A4"
          : { width: paper.microns.width / 25_400, height: paper.microns.height / 25_400 },
    }),
  );
  try {
    await writeFile(path, pdf);
  } catch {
    return fail({ code: "print-failed" });
  }
  return succeed({ path });
}
