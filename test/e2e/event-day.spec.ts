import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { exampleReference } from "../../src/captures/marketing-consent/example-reference.ts";
import { settings } from "../../src/contract/reference.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { draw } from "../support/consent-form.ts";
import { ploy, wichai } from "../support/demo-people.ts";
import { type Desk, launchDesk } from "../support/desk.ts";
import { callDesk } from "../support/desk-calls.ts";
import { awaitSignIn } from "../support/desk-page.ts";
import { makeFolder } from "../support/desk-store.ts";
import { expect, test } from "../support/desk-test.ts";
import {
  boardEntries,
  eventWords,
  fair,
  handOver,
  openFair,
  optOut,
  press,
  pressWish,
  publishFair,
  readSaved,
  touchColour,
} from "../support/event-desk.ts";
import { fillPictureFolder } from "../support/picture-folder.ts";
import { awaitPicture, decidePictures, openPictures } from "../support/picture-review.ts";
import { backWithinMs } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

const words = eventWords.th;
const marks = ["MARK-A1", "MARK-A2", "MARK-B1"];
/** All that could lead to a person: what they wear by number, how to answer them, and why an entry was put right. */
const secrets = [...marks, "66815550707", "เปลี่ยนเป็นเสื้อคลุมลายจุด"];

/**
 * Which secrets stand anywhere in a desk's folder, its store with its log among them, or in what it has for
 * temporary files: as any of the forms that SQLite and Chromium write text in.
 */
function findSecrets(...folders: string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readIfThere(join(entry.parentPath, entry.name))),
  );
  return secrets.filter((secret) =>
    files.some((bytes) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, "utf16le"))),
  );
}

/** Chromium removes files of its own while they are listed. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

/** Opens the entry by its sticker and says what they wear now. */
async function putRight(page: Page, tag: string): Promise<void> {
  await boardEntries(page).filter({ hasText: tag }).getByRole("button").click();
  await page.getByRole("dialog").getByRole("button", { name: words.amend.fix }).click();
  await touchColour(page, "patterned");
  await page.getByLabel(words.optOut.reason).fill("เปลี่ยนเป็นเสื้อคลุมลายจุด");
  await pressWish(page, "no-photo");
  await readSaved(page);
}

/** Somebody who wants an answer. */
async function optOutWithContact(page: Page, tag: string): Promise<void> {
  await press(page, "event.home.noPhoto");
  await page.getByLabel(words.marks.tag).fill(tag);
  await page.getByRole("button", { name: words.optOut.contact }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(words.optOut.contactField).fill("081 555 0707");
  await dialog.getByRole("button", { name: words.optOut.contactDone }).click();
  await pressWish(page, "no-publication");
  await readSaved(page);
}

/** Looks through three pictures, leaves one out and saves the record. */
async function checkPictures(desk: Desk, folder: string): Promise<void> {
  const { page } = desk;
  fillPictureFolder(folder, 3, Date.now());
  await openPictures(desk, fair.id, folder);
  await decidePictures(page, ["1", "3"]);
  await awaitPicture(page);
  await page.keyboard.press("1");
  await page.getByRole("button", { name: say("th", "pictures.finish") }).click();
  await page.getByRole("button", { name: say("th", "pictures.report.save") }).click();
  await expect(page.getByText(say("th", "pictures.report.saved", { number: "" }))).toBeVisible();
  await page.getByRole("button", { name: say("th", "pictures.closeFolder") }).click();
  await press(page, "pictures.toEvent");
}

async function closeEvent(page: Page): Promise<void> {
  await press(page, "event.home.close");
  await checkBothLanguages(page);
  await draw(page, "signature");
  await page.getByRole("button", { name: words.closeOut.save }).click();
  await expect(page.getByText(say("th", "event.closed.title"))).toBeVisible();
}

test("two laptops work an event's day with no line, then both boards show all; it is handed over, closed and purged @thorough", async ({
  shop,
  start,
  userData,
}, info) => {
  test.setTimeout(300_000);
  // Neither laptop is touched while it waits for the other.
  const patient = settings.parse({ ...exampleReference.settings, idleLockMinutes: 60 });
  const more = [{ topic: "settings" as const, key: "settings", value: patient, audience: null }];
  await publishFair(shop, { purgeAfterDays: 0, more });
  const folder = makeFolder("second-laptop");
  // A short path: Chromium makes a socket in it.
  const temp = makeFolder("temp");
  const enrol = async () => ({
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
    env: { TMPDIR: temp.path },
  });
  const one = await start(await enrol());
  const two: Desk = await launchDesk({ userData: folder.path, ...(await enrol()) });
  const findAnywhere = () => findSecrets(userData, folder.path, temp.path);
  try {
    for (const { page } of [one, two]) await awaitSignIn(page);
    await shop.cutLine();
    await openFair(one.page, ploy);
    await openFair(two.page, wichai);
    await optOut(one.page, { tag: "MARK-A1" });
    await optOut(two.page, { tag: "MARK-B1", colour: "green", zone: "หน้าเวที" });
    await optOutWithContact(one.page, "MARK-A2");
    await putRight(two.page, "MARK-B1");
    await expect(boardEntries(one.page)).toHaveCount(2);
    await expect(boardEntries(two.page)).toHaveCount(1);

    // Each photographer gets the board of the laptop they come by.
    await expect(one.page.getByText(say("th", "event.handOver.never"))).toBeVisible();
    await handOver(one.page, "กล้า ตัวอย่าง");
    await expect(one.page.getByText(say("th", "event.handOver.newest"))).toBeVisible();
    await expect(boardEntries(one.page).getByText(words.board.isNew)).toHaveCount(0);

    await shop.restoreLine();
    // That a desk finds the line by itself is tested elsewhere, and takes a minute.
    for (const { page } of [one, two]) await callDesk(page, "sync.now");
    for (const { page } of [one, two]) {
      await expect(boardEntries(page)).toHaveCount(3, { timeout: backWithinMs * 2 });
      for (const mark of marks) await expect(page.getByText(mark)).toBeVisible();
    }
    // What came from the other laptop, and was put right there, changed the board: it is asked for again.
    await expect(boardEntries(one.page).getByText(words.board.isNew)).toHaveCount(1);
    await expect(
      one.page.getByText(say("th", "event.handOver.changed", { count: 2 })),
    ).toBeVisible();
    await press(one.page, "event.home.large");
    await checkBothLanguages(one.page);
    await press(one.page, "event.home.small");
    await press(one.page, "event.handOver.doIt");
    await checkBothLanguages(one.page);
    await one.page.keyboard.press("Escape");
    await handOver(one.page, "กล้า ตัวอย่าง");

    await checkPictures(one, info.outputPath("pictures"));

    for (const path of [userData, folder.path]) expect(findSecrets(path)).toEqual(secrets);
    await closeEvent(one.page);
    await expect(two.page.getByText(say("th", "event.closed.title"))).toBeVisible({
      timeout: backWithinMs * 2,
    });
    for (const { page } of [one, two]) {
      await expect(page.getByText(say("th", "event.closed.purged"))).toBeVisible();
      await expect(boardEntries(page)).toHaveCount(0, { timeout: backWithinMs });
    }
    await checkBothLanguages(one.page);
    await expect.poll(findAnywhere, { timeout: 60_000 }).toEqual([]);
    // The numbers stay, on the laptop that did none of it too.
    for (const { page } of [one, two]) {
      const count = (key: string) =>
        page
          .locator("dl > div")
          .filter({ hasText: say("th", `event.closed.${key}`) })
          .locator("dd");
      await expect(count("people")).toHaveText("3");
      await expect(count("pictures")).toHaveText("3");
      await expect(count("leftOut")).toHaveText("1");
    }
    await one.close();
    await two.close();
    expect(findAnywhere()).toEqual([]);
  } finally {
    await two.close();
    folder.remove();
    temp.remove();
  }
});
