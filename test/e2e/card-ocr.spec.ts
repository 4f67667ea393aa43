import { join } from "node:path";
import { encodePgm } from "../../src/card-mask/pgm.ts";
import { straighten } from "../../src/card-mask/straighten.ts";
import { cardFolder, readTruth } from "../support/card-truth.ts";
import { expect, test } from "../support/desk-test.ts";
import { readJpeg } from "../support/read-jpeg.ts";

const file = "A005000.jpg";

async function straightCard(): Promise<Uint8Array> {
  const card = readTruth(cardFolder).find((one) => one.file === file);
  const [a, b, c, d] = (card?.quad ?? []).map(([x, y]) => ({ x, y }));
  if (!a || !b || !c || !d) throw new Error(`${file} is not in the folder`);
  return encodePgm(straighten(await readJpeg(join(cardFolder, "images", file)), [a, b, c, d]));
}

/** Works the shipped OCR worker by its own messages, in a page under the app's policy. */
const readInPage = (image: string) => `(async () => {
  const base = new URL("card-ocr/", document.baseURI).href;
  const worker = new Worker(base + "worker.min.js");
  const ask = (action, payload) =>
    new Promise((resolve, reject) => {
      worker.onerror = () => reject(new Error("the worker failed at " + action));
      worker.onmessage = ({ data }) => {
        if (data.status === "resolve") resolve(data.data);
        if (data.status === "reject") reject(new Error(action + ": " + data.data));
      };
      worker.postMessage({ workerId: "w", jobId: action, action, payload });
    });
  const corePath = base + "tesseract-core-simd-lstm.js";
  const options = { langPath: base.slice(0, -1), cacheMethod: "none", gzip: true, lstmOnly: true };
  await ask("load", { options: { lstmOnly: true, corePath, logging: false } });
  await ask("loadLanguage", { langs: ["tha"], options });
  await ask("initialize", { langs: ["tha"], oem: 1, config: {} });
  const image = Uint8Array.from(atob("${image}"), (letter) => letter.charCodeAt(0));
  const read = await ask("recognize", { image, options: {}, output: { text: true } });
  worker.terminate();
  return read.text;
})()`;

const compilesWasm = `(() => {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) !== null;
  } catch {
    return false;
  }
})()`;

test("OCR reads a card from the app's own files, under its policy, and asks for nothing else", async ({
  desk: { page },
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const image = Buffer.from(await straightCard()).toString("base64");
  const text: string = await page.evaluate(readInPage(image));
  // NFKC: OCR writes sara am in its two parts.
  expect(text.replace(/\s/g, "").normalize("NFKC")).toContain(
    "บัตรประจำตัวประชาชน".normalize("NFKC"),
  );
  expect(asked.filter((url) => !url.startsWith("app://yinyom/"))).toEqual([]);
  expect(await page.evaluate("indexedDB.databases().then((all) => all.length)")).toBe(0);
  // The page itself still cannot compile WebAssembly.
  expect(await page.evaluate(compilesWasm)).toBe(false);
});
