import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const folderOf = (name: string) => dirname(fileURLToPath(import.meta.resolve(name)));

/** The worker finds its core beside itself by these names, and the language file as `tha.traineddata.gz`. */
const files: Readonly<Record<string, string>> = {
  "worker.min.js": join(folderOf("tesseract.js/package.json"), "dist/worker.min.js"),
  "tesseract-core-simd-lstm.js": join(folderOf("tesseract.js-core"), "tesseract-core-simd-lstm.js"),
  "tesseract-core-simd-lstm.wasm": join(
    folderOf("tesseract.js-core"),
    "tesseract-core-simd-lstm.wasm",
  ),
  // Not OCR, but for the same worker: it draws the page of a PDF.
  "pdfium.wasm": join(folderOf("@hyzyla/pdfium"), "pdfium.wasm"),
  "tha.traineddata.gz": join(folderOf("@tesseract.js-data/tha"), "4.0.0/tha.traineddata.gz"),
};

/** Lays the files that OCR loads at run time beside the built pages, under `card-ocr/`: 8 MB, no others ship. */
export function cardOcrFiles(): Plugin {
  return {
    name: "card-ocr-files",
    generateBundle() {
      for (const [name, path] of Object.entries(files)) {
        this.emitFile({ type: "asset", fileName: `card-ocr/${name}`, source: readFileSync(path) });
      }
    },
    configureServer(server) {
      server.middlewares.use("/card-ocr", (request, response, next) => {
        const path = files[(request.url ?? "").slice(1).split("?")[0] ?? ""];
        if (path === undefined) return next();
        response.end(readFileSync(path));
      });
    },
  };
}
