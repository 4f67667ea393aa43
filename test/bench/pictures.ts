import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { _electron, type Page } from "playwright";
import { Children } from "../../scripts/children.ts";
import { buildDesk } from "../../scripts/desk-build.ts";
import { describeRuntime, deskArguments } from "../../scripts/desk-launch.ts";
import { openDisplay } from "../../scripts/display.ts";
import { obtainRuntime } from "../../scripts/electron-runtime/find-runtime.ts";
import { provideSystemPackages } from "../../scripts/system-packages.ts";
import { ploy } from "../support/demo-people.ts";
import { launchDesk } from "../support/desk.ts";
import { callDesk } from "../support/desk-calls.ts";
import { signIn } from "../support/desk-page.ts";
import { makeFolder } from "../support/desk-store.ts";
import { writeExif } from "../support/exif-block.ts";
import { openPictures, planToday, publishEvent } from "../support/picture-review.ts";
import { openShop } from "../support/shop.ts";
import { describe, median, reportRatio, runRounds } from "./rounds.ts";

/**
 * A folder of pictures of 24 megapixels from opening it until each was read with its Exif, shown and decided,
 * and the decision was stored, by the app's own pages and keys; beside decoding the same files one after the
 * other in a bare page of the same runtime. Goal: at most 1.5.
 */
const goal = 1.5;
const count = 16;
const rounds = 5;
const size = { width: 6000, height: 4000 };

await buildDesk();
const runtime = await obtainRuntime();
await provideSystemPackages(runtime, ["Xvfb"]);
const children = new Children();
await openDisplay(children);
const folder = makeFolder("bench-pictures");
const bare = await openBarePage();
const plain = await Promise.all(Array.from({ length: 4 }, (_, seed) => takePicture(seed)));
const event = planToday();
const shop = await openShop();
await publishEvent(shop, event);
const desk = await launchDesk({
  userData: join(folder.path, "desk"),
  headOffice: shop.address,
  enrolmentCode: await shop.issueCode(),
});
await signIn(desk.page, ploy);
await callDesk(desk.page, "sync.now");

const [review, decode] = await runRounds(
  [
    {
      name: `review of ${count} pictures`,
      async prepare(index) {
        fillFolder(index);
        await desk.page.evaluate(`location.hash = "#/"`);
      },
      async run(index) {
        await openPictures(desk, event.id, nameFolder(index));
        await desk.page.evaluate(`(${publishAll.toString()})(${count})`);
      },
    },
    {
      name: "bare decode of the same files",
      async run(index) {
        await bare.page.evaluate(`decodeAll(${JSON.stringify(listFiles(index))})`);
      },
      finish(index) {
        rmSync(nameFolder(index), { recursive: true });
      },
    },
  ],
  { rounds, pieces: 1 },
);
const { publish } = await callDesk(desk.page, "pictures.counts", { event: event.id });
if (publish !== count * (rounds + 1)) throw new Error(`${publish} decisions were stored`);
await desk.close();
await bare.close();
await shop.close();
await children.endAll();
folder.remove();
if (!review || !decode) throw new Error("a contender is missing");

const seconds = median(review.rounds) / 1000;
console.log(
  `${rounds} rounds by turns on ${describeRuntime(runtime)}, ${size.width} x ${size.height}`,
);
console.log(describe(review));
console.log(describe(decode));
console.log(`${(count / seconds).toFixed(1)} pictures reviewed per second`);
console.log(`goal: at most ${goal.toFixed(2)}`);
reportRatio("pictures", median(review.rounds) / median(decode.rounds));

function nameFolder(index: number): string {
  return join(folder.path, `card-${index}`);
}

function listFiles(index: number): string[] {
  return Array.from({ length: count }, (_, place) => join(nameFolder(index), `DSC_${place}.JPG`));
}

/** The same pictures for each round, with another second in each, so that none was ever decided before. */
function fillFolder(index: number): void {
  mkdirSync(nameFolder(index));
  for (const [place, path] of listFiles(index).entries()) {
    const second = index * count + place;
    const taken = `${event.days[0]?.replaceAll("-", ":")} 10:${two(second / 60)}:${two(second % 60)}`;
    const exif = Buffer.concat([Buffer.from("Exif\0\0"), writeExif({ taken })]);
    const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(exif.length + 2, 4);
    const picture = plain[place % plain.length] ?? Buffer.alloc(0);
    writeFileSync(path, Buffer.concat([head, exif, picture.subarray(2)]));
  }
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, "0");
}

/** Runs in the page: presses 1 for each picture as soon as it can be decided. */
async function publishAll(most: number): Promise<void> {
  // The page's own world, which Node.js' types do not know.
  const page = globalThis as unknown as {
    document: { querySelector(selector: string): { textContent: string } | null };
    KeyboardEvent: new (type: string, init: object) => Event;
    dispatchEvent(event: Event): void;
  };
  let last = "";
  for (let decided = 0; decided < most; ) {
    const heading = page.document.querySelector("main h1")?.textContent ?? "";
    const isReady = page.document.querySelector("[data-picture=ready] canvas") !== null;
    if (isReady && heading !== last) {
      last = heading;
      decided += 1;
      page.dispatchEvent(new page.KeyboardEvent("keydown", { code: "Digit1", bubbles: true }));
    }
    await new Promise((done) => setTimeout(done, 1));
  }
  // The last decision is stored once its picture says so.
  while (page.document.querySelector("[data-picture] .bg-accent-soft") === null) {
    await new Promise((done) => setTimeout(done, 1));
  }
}

/** A page with nothing on it but the means to read a file and decode it. */
async function openBarePage(): Promise<{ page: Page; close(): Promise<void> }> {
  const bareFolder = join(folder.path, "bare");
  mkdirSync(bareFolder);
  writeFileSync(join(bareFolder, "package.json"), '{ "name": "bare", "main": "main.cjs" }');
  writeFileSync(
    join(bareFolder, "main.cjs"),
    `const { app, BrowserWindow } = require("electron");
app.whenReady().then(() => new BrowserWindow({
  webPreferences: { nodeIntegration: true, contextIsolation: false },
}).loadFile("index.html"));`,
  );
  writeFileSync(
    join(bareFolder, "index.html"),
    `<!doctype html><title>bare</title><h1>bare</h1><script>
const { readFile } = require("node:fs/promises");
async function decodeAll(paths) {
  for (const path of paths) {
    const bytes = await readFile(path);
    (await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }))).close();
  }
}
async function paint(seed, width, height) {
  const small = new OffscreenCanvas(width / 4, height / 4);
  const context = small.getContext("2d");
  const { data } = context.getImageData(0, 0, small.width, small.height);
  for (let at = 0; at < data.length; at += 4) {
    const place = at / 4, noise = Math.random() * 60;
    data[at] = 100 + noise + seed * 10;
    data[at + 1] = ((place % small.width) / small.width) * 190 + noise / 2;
    data[at + 2] = (place / small.width / small.height) * 190 + noise / 3;
    data[at + 3] = 255;
  }
  context.putImageData(new ImageData(data, small.width, small.height), 0, 0);
  const whole = new OffscreenCanvas(width, height);
  whole.getContext("2d").drawImage(small, 0, 0, width, height);
  const blob = await whole.convertToBlob({ type: "image/jpeg", quality: 0.92 });
  return Buffer.from(await blob.arrayBuffer()).toString("base64");
}
</script>`,
  );
  const args = [bareFolder, ...deskArguments({ userData: join(folder.path, "bare-data") })];
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args,
    cwd: bareFolder,
  });
  const page = await app.firstWindow();
  await page.getByRole("heading").waitFor();
  return { page, close: () => app.close() };
}

async function takePicture(seed: number): Promise<Buffer> {
  const text = await bare.page.evaluate<string>(`paint(${seed}, ${size.width}, ${size.height})`);
  return Buffer.from(text, "base64");
}
