import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { _electron } from "playwright";
import { Children } from "../../scripts/children.ts";
import { buildDesk } from "../../scripts/desk-build.ts";
import { describeRuntime, deskArguments } from "../../scripts/desk-launch.ts";
import { openDisplay } from "../../scripts/display.ts";
import { obtainRuntime } from "../../scripts/electron-runtime/find-runtime.ts";
import { provideSystemPackages } from "../../scripts/system-packages.ts";
import { launchDesk } from "../support/desk.ts";
import { makeFolder } from "../support/desk-store.ts";
import { openShop } from "../support/shop.ts";
import { fillPlainStore } from "./plain-store.ts";
import { type Contender, describe, median, reportRatio, runRounds } from "./rounds.ts";

/**
 * From the start of the process to a sign-in page that can be used, with 100,000 captures in the store,
 * beside an empty window on the same runtime. Goal: at most 1.5.
 */
const goal = 1.5;
const captures = 100_000;
const rounds = 7;

await buildDesk();
const runtime = await obtainRuntime();
await provideSystemPackages(runtime, ["Xvfb"]);
if (runtime.kind !== "stand-in") {
  // With the official runtime only the desk itself can unwrap the key, so nothing else can fill its store.
  throw new Error(
    "This bench fills the store from outside: YINYOM_ELECTRON=stand-in npm run bench -- start",
  );
}
const children = new Children();
await openDisplay(children);
const folder = makeFolder("bench-start");
const userData = join(folder.path, "desk");

const shop = await openShop();
const first = await launchDesk({
  userData,
  headOffice: shop.address,
  enrolmentCode: await shop.issueCode(),
});
await first.page.getByRole("list").getByRole("button").first().waitFor();
await first.close();
await shop.close();
fillPlainStore(join(userData, "store", "yinyom.db"), captures);

const empty = join(folder.path, "empty");
mkdirSync(empty);
writeFileSync(join(empty, "package.json"), JSON.stringify({ name: "empty", main: "main.cjs" }));
writeFileSync(join(empty, "index.html"), "<!doctype html><title>empty</title><h1>empty</h1>");
writeFileSync(
  join(empty, "main.cjs"),
  `const { app, BrowserWindow } = require("electron");
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile("index.html"));
app.on("window-all-closed", () => app.quit());`,
);

async function startEmpty(): Promise<() => Promise<void>> {
  const args = [empty, ...deskArguments({ userData: join(folder.path, "empty-data") })];
  const app = await _electron.launch({ args, cwd: empty });
  const page = await app.firstWindow();
  const heading = page.getByRole("heading");
  await heading.waitFor();
  // The same question as of the desk: asking it waits for two frames by itself.
  await heading.click({ trial: true });
  return () => app.close();
}

async function startDesk(): Promise<() => Promise<void>> {
  const desk = await launchDesk({ userData });
  const tile = desk.page.getByRole("list").getByRole("button").first();
  await tile.waitFor();
  await tile.click({ trial: true });
  return () => desk.close();
}

/** Times a start alone: its end comes after the clock has stopped. */
function contend(name: string, start: () => Promise<() => Promise<void>>): Contender {
  let close: (() => Promise<void>) | null = null;
  return {
    name,
    async run() {
      close = await start();
    },
    async finish() {
      await close?.();
    },
  };
}

const [desk, bare] = await runRounds(
  [
    contend(`sign-in page, ${captures.toLocaleString("en")} captures`, startDesk),
    contend("empty window", startEmpty),
  ],
  { rounds, pieces: 1 },
);
await children.endAll();
folder.remove();
if (!desk || !bare) throw new Error("a contender is missing");

console.log(`${rounds} starts each by turns on ${describeRuntime(runtime)}`);
console.log(describe(desk));
console.log(describe(bare));
console.log(`goal: at most ${goal.toFixed(2)}`);
reportRatio("start", median(desk.rounds) / median(bare.rounds));
