import { fileLimits } from "../../../captures/id-copy/picture-header.ts";
import type { Pixels } from "../../../card-mask/picture.ts";
import type { IntakeFault } from "./card-requests.ts";

/** 300 dots per inch, as a scanner would have made it; a page has 72 points per inch. */
const wantedScale = 300 / 72;
const mostPixels = 12_000_000;

/** The first page of a PDF as pixels. PDFium runs as WebAssembly in this worker: a hostile file reaches no further. `base`: the page's address. */
export async function renderPdf(bytes: Uint8Array, base: string): Promise<Pixels | IntakeFault> {
  // Loaded only when a PDF comes: it weighs four megabytes.
  const { PDFiumLibrary } = await import("@hyzyla/pdfium");
  const library = await PDFiumLibrary.init({ wasmUrl: new URL("card-ocr/pdfium.wasm", base).href });
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    return /password/i.test(String(error)) ? ("pdf-locked" as const) : ("broken" as const);
  });
  if (typeof document === "string") return document;
  if (document.getPageCount() < 1) return "pdf-empty";
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const area = originalWidth * originalHeight;
  if (!(area > 0)) return "pdf-empty";
  // A page may say that it is as large as a house.
  const scale = Math.min(wantedScale, Math.sqrt(mostPixels / area));
  if (area * scale * scale > fileLimits.pixels) return "too-many-pixels";
  const drawn = await page.render({ scale, render: "bitmap" });
  document.destroy();
  library.destroy();
  return { width: drawn.width, height: drawn.height, data: new Uint8ClampedArray(drawn.data) };
}
