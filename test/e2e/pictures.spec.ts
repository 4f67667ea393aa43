import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "jpeg-js";
import { listJpegParts } from "../../src/main/pictures/jpeg-segments.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { ploy } from "../support/demo-people.ts";
import type { Desk } from "../support/desk.ts";
import { callDesk } from "../support/desk-calls.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { readBytes } from "../support/kept-desk.ts";
import { fillPictureFolder, type MadePicture } from "../support/picture-folder.ts";
import {
  awaitPicture,
  chooseFolder,
  decidePictures,
  openPictures,
  planToday,
  publishEvent,
  takeOptOut,
} from "../support/picture-review.ts";
import { traces } from "../support/test-pictures.ts";
import { isThorough } from "../support/thoroughness.ts";
import { say } from "../support/words.ts";

const count = isThorough ? 300 : 30;
/** After so many the desk is closed, and after as many again it is killed. */
const part = count / 3;
/** Which pictures are covered, by number from 1; the tenth was taken with the camera held upright. */
const covered = [3, 10, 20, count / 2];
const leftOut = [5, count - 1];
/** Where the cover is drawn, in parts of the picture's width and height. */
const drawn = { x: 0.25, y: 0.4, width: 0.3, height: 0.2 };

test.setTimeout(300_000);

/** Decides the pictures from `from` to `to` as planned. */
async function review(desk: Desk, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number += 1) {
    if (covered.includes(number)) await coverPicture(desk, number);
    else await decidePictures(desk.page, [leftOut.includes(number) ? "3" : "1"]);
  }
}

async function coverPicture({ page }: Desk, number: number): Promise<void> {
  expect(await awaitPicture(page)).toBe(number);
  await page.keyboard.press("2");
  await page.getByRole("button", { name: say("th", "pictures.cover.save") }).waitFor();
  const box = await page.locator("[data-picture] canvas").boundingBox();
  if (!box) throw new Error("no picture");
  await page.mouse.move(box.x + drawn.x * box.width, box.y + drawn.y * box.height);
  await page.mouse.down();
  const [right, bottom] = [drawn.x + drawn.width, drawn.y + drawn.height];
  await page.mouse.move(box.x + right * box.width, box.y + bottom * box.height, { steps: 4 });
  await page.mouse.up();
  await page
    .getByRole("button", { name: say("th", "pictures.cover.region", { number: 1 }) })
    .waitFor();
  await page.keyboard.press("Enter");
  await expect(page.locator("main h1")).not.toContainText(new RegExp(` ${number} `));
}

/** What a covered file must be: as another decoder reads it, and byte by byte. */
function checkCovered(path: string, original: Buffer, made: MadePicture): void {
  const bytes = readFileSync(path);
  const { width, height, data } = decode(bytes);
  const isTurned = made.orientation === 6;
  expect([width, height]).toEqual(isTurned ? [made.height, made.width] : [made.width, made.height]);
  const pixel = (x: number, y: number) => data.readUInt32BE((y * width + x) * 4);
  const flat = pixel(Math.round(0.4 * width), Math.round(0.5 * height));
  expect(flat).toBe(0x808080ff);
  // The pointer stops on pixels of the screen, not quite where it was sent.
  const inner = 2;
  let others = 0;
  for (let y = Math.ceil(drawn.y * height) + inner; y < 0.6 * height - inner; y += 1) {
    for (let x = Math.ceil(drawn.x * width) + inner; x < 0.55 * width - inner; x += 1) {
      if (pixel(x, y) !== flat) others += 1;
    }
  }
  expect(others, "pixels of another colour").toBe(0);
  checkLike(bytes, original, made);
  checkBare(bytes);
}

/** Upright: the corner is what another decoder sees in the original's corner, turned. */
function checkLike(bytes: Buffer, original: Buffer, made: MadePicture): void {
  const after = decode(bytes);
  const before = decode(original, { tolerantDecoding: true });
  const isTurned = made.orientation === 6;
  let apart = 0;
  const side = 40;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const there = isTurned ? (before.height - 1 - x) * before.width + y : y * before.width + x;
      const here = isTurned ? y * after.width + x : y * after.width + x;
      for (const colour of [0, 1, 2]) {
        apart += Math.abs(
          (before.data[there * 4 + colour] ?? 0) - (after.data[here * 4 + colour] ?? 0),
        );
      }
    }
  }
  expect(apart / (side * side * 3)).toBeLessThan(25);
}

function checkBare(bytes: Buffer): void {
  const parts = listJpegParts(bytes) ?? [];
  expect(parts.at(-1)?.end, "nothing behind the end").toBe(bytes.length);
  expect(parts.filter(({ marker }) => marker >= 0xe0).map(({ marker }) => marker)).toEqual([0xe0]);
  expect(bytes.indexOf(Buffer.from([0xff, 0xd8]), 2), "no picture within the picture").toBe(-1);
  for (const trace of [...Object.values(traces), "Exif", "Invented Camera"]) {
    expect(bytes.includes(trace), trace).toBe(false);
  }
}

/** No piece of any picture, and no name of one, in any file of the desk's: it keeps those of new files alone. */
function expectNoTrace(userData: string, originals: readonly Buffer[]): void {
  const pieces = originals.flatMap((bytes) =>
    [0.3, 0.6, 0.9].map((at) => bytes.subarray(bytes.length * at, bytes.length * at + 24)),
  );
  for (const path of Object.keys(readBytes(userData))) {
    const bytes = readFileSync(path);
    for (const piece of pieces) expect(bytes.includes(piece), path).toBe(false);
    expect(bytes.includes("DSC_0007.JPG"), path).toBe(false);
  }
}

test(`${count} pictures are looked through, left twice, taken up again and written anew without a trace`, async ({
  shop,
  desk,
  start,
  userData,
}, info) => {
  const folder = info.outputPath("pictures");
  const target = info.outputPath("new files");
  const event = planToday();
  await publishEvent(shop, event);
  const made = fillPictureFolder(folder, count, Date.now() - 60 * 60_000);
  mkdirSync(target);
  const before = readBytes(folder);

  await signIn(desk.page, ploy);
  await callDesk(desk.page, "sync.now");
  await expect
    .poll(async () => (await callDesk(desk.page, "reference.read")).events.map(({ id }) => id))
    .toContain(event.id);
  await takeOptOut(desk.page, event.id, { tag: "A12" });
  await openPictures(desk, event.id, folder);
  await expect(desk.page.getByText("A12")).toBeVisible();
  await checkBothLanguages(desk.page);
  await review(desk, 1, part);
  await desk.close();

  const second = await start();
  await signIn(second.page, ploy);
  await openPictures(second, event.id, folder);
  expect(await awaitPicture(second.page)).toBe(part + 1);
  await expect(
    second.page.getByText(say("th", "pictures.progress", { done: part, total: count })),
  ).toBeVisible();
  await review(second, part + 1, 2 * part);
  second.app.process().kill("SIGKILL");
  await new Promise((done) => setTimeout(done, 500));

  const third = await start();
  const { page } = third;
  await signIn(page, ploy);
  await openPictures(third, event.id, folder);
  expect(await awaitPicture(page)).toBe(2 * part + 1);
  await review(third, 2 * part + 1, count - 1);
  await page.keyboard.press("1");
  await page.getByRole("button", { name: say("th", "pictures.finish") }).click();

  await chooseFolder(third, target);
  await checkBothLanguages(page);
  const outcome = count - leftOut.length;
  await page
    .getByRole("button", { name: say("th", "pictures.export.all", { count: outcome }) })
    .click();
  await page.getByText(say("th", "pictures.export.done", { count: outcome })).waitFor({
    timeout: 120_000,
  });
  await page.getByRole("button", { name: say("th", "pictures.report.save") }).click();
  await expect(page.getByText(say("th", "pictures.report.saved", { number: "" }))).toBeVisible();

  const record = await callDesk(page, "events.read", { event: event.id });
  const checked = record.captures.map(({ payload }) => payload as { act: string });
  expect(checked.find(({ act }) => act === "pictures-checked")).toMatchObject({
    counts: {
      seen: count,
      published: count - covered.length - leftOut.length,
      covered: covered.length,
      leftOut: leftOut.length,
    },
    checkedBy: [ploy.id],
  });
  await third.close();

  expect(readBytes(folder)).toEqual(before);
  const names = made.map(({ name }) => name.replace("JPG", "jpg"));
  expect(readdirSync(target).sort()).toEqual(
    names.filter((_, index) => !leftOut.includes(index + 1)),
  );
  const originals = made.map(({ name }) => readFileSync(join(folder, name)));
  for (const [index, name] of names.entries()) {
    if (leftOut.includes(index + 1)) continue;
    const [original, one] = [originals[index], made[index]];
    if (!original || !one) throw new Error("no original");
    if (covered.includes(index + 1)) checkCovered(join(target, name), original, one);
    else checkBare(readFileSync(join(target, name)));
  }
  expectNoTrace(
    userData,
    originals.filter((_, index) => index % 20 === 2),
  );
});
