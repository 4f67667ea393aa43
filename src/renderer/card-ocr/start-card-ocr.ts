import { createWorker, type PSM } from "tesseract.js";
import type { Recognise } from "../../card-mask/reading.ts";
import { makeRecognise, ocrParameters } from "../../card-mask/recognition.ts";

/** OCR in a worker of the page or worker that starts it. `stop` ends the worker and with it all it has seen. */
export type CardOcr = { readonly recognise: Recognise; stop(): Promise<void> };

/**
 * Starts OCR of Thai in a worker, from files of the app itself: nothing is fetched from elsewhere and nothing is
 * kept. Takes about half a second, so start it before the picture is there. Rejects if the files cannot be loaded.
 * `base`: the address of the page, beside which the files lie.
 */
export async function startCardOcr(base: string): Promise<CardOcr> {
  const file = (name: string) => new URL(`card-ocr/${name}`, base).href;
  const worker = await createWorker("tha", 1, {
    workerPath: file("worker.min.js"),
    corePath: file("tesseract-core-simd-lstm.js"),
    langPath: file("").replace(/\/$/, ""),
    // A blob: worker would need a wider policy, and the language file has no business in the page's storage.
    workerBlobURL: false,
    cacheMethod: "none",
    gzip: true,
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
