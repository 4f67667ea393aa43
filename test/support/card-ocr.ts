import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createWorker, type PSM } from "tesseract.js";
import type { Recognise } from "../../src/card-mask/reading.ts";
import { makeRecognise, ocrParameters } from "../../src/card-mask/recognition.ts";

const language = dirname(fileURLToPath(import.meta.resolve("@tesseract.js-data/tha")));

/** The app's own OCR, with the same core and language file, in a worker thread. */
export async function startCardOcr(): Promise<{ recognise: Recognise; stop(): Promise<void> }> {
  const worker = await createWorker("tha", 1, {
    langPath: join(language, "4.0.0"),
    cacheMethod: "none",
  });
  await worker.setParameters({
    ...ocrParameters,
    tessedit_pageseg_mode: ocrParameters.tessedit_pageseg_mode as PSM,
  });
  return {
    recognise: makeRecognise(worker),
    async stop() {
      await worker.terminate();
    },
  };
}
