import { rmSync } from "node:fs";
import type { Page } from "playwright/test";
import { checkAccessibility, checkBothLanguages } from "../support/accessibility.ts";
import { answer, ask, enterPerson, save, sign, textOf } from "../support/consent-form.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying } from "../support/demo-people.ts";
import { awaitSignIn, choosePerson, signIn, speak } from "../support/desk-page.ts";
import { test as deskTest, expect } from "../support/desk-test.ts";
import { expectFailureScreen, tryAgain } from "../support/failure-screen.ts";
import { copyDesk, makeKeptDesk, readBytes, storeFile, storeFolder } from "../support/kept-desk.ts";
import { mountSmallDisk, type SmallDisk } from "../support/small-disk.ts";
import { backWithinMs, expectHeader } from "../support/sync-line.ts";
import { markThorough } from "../support/thoroughness.ts";
import { formWords, languages, say } from "../support/words.ts";

/** A desk whose store lies on a small disk of its own. */
const test = deskTest.extend<{ disk: SmallDisk }>({
  disk: async ({ userData }, use, info) => {
    const disk = mountSmallDisk(storeFolder(userData), 4096);
    if (!disk) return info.skip(true, "a disk that can be full needs the right to mount one");
    await use(disk);
    disk.unmount();
  },
  // Started after the disk is there, so that it is closed before the disk goes.
  start: async ({ disk: _, start }, use) => use(start),
});

let kept = "";
test.beforeAll(async () => {
  kept = await makeKeptDesk();
});
test.afterAll(() => rmSync(kept, { recursive: true, force: true }));

/** Saves until even the room within the store's own files is used up. */
async function useUpRoom(page: Page): Promise<void> {
  for (let number = 2; number < 200; number += 1) {
    if (await takes(page, number)) continue;
    // What the log holds is copied into the store each second, which may make room once more.
    await page.waitForTimeout(2500);
    if (!(await takes(page, number))) return;
  }
  throw new Error("the disk does not fill up");
}

function takes(page: Page, number: number): Promise<boolean> {
  return takeConsent(page, inventCustomer(number, "มาลี ทดสอบ"), []).then(
    () => true,
    (error: Error) => {
      expect(error.message).toContain("store-disk-full");
      return false;
    },
  );
}

async function expectEnrolment(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^(เชื่อมต่อ|Connect)$/ })).toBeVisible();
}

test("a first start on a full disk says so, and goes on once there is room", async ({
  disk,
  start,
  userData,
}) => {
  disk.fill();
  const { page } = await start();
  await expectFailureScreen(page, "store-disk-full", storeFile(userData));
  disk.free();
  await tryAgain(page);
  await expectEnrolment(page);
});

test("a store that may only be read says so, stays as it is, and opens once it may be written @thorough", async ({
  disk,
  start,
  userData,
}) => {
  copyDesk(kept, userData);
  disk.makeReadOnly();
  const before = readBytes(storeFolder(userData));
  const { page } = await start();
  await expectFailureScreen(page, "store-read-only", storeFile(userData));
  expect(readBytes(storeFolder(userData))).toEqual(before);
  disk.makeWritable();
  await tryAgain(page);
  await awaitSignIn(page);
});

for (const language of languages) {
  test(`a full disk is told where work meets it, takes nothing away, and is over once there is room (${language})${markThorough(language === "en")}`, async ({
    disk,
    start,
    userData,
  }) => {
    copyDesk(kept, userData);
    const { page } = await start();
    await awaitSignIn(page);
    await speak(page, language);
    await signIn(page, somying);
    await ask(page);
    await enterPerson(page, "กานดา ทองดี");
    await answer(page, { "direct-marketing": ["sms"] });
    await textOf(page, "phone").fill("081 555 0101");
    await sign(page);

    disk.fill();
    await useUpRoom(page);
    await page.keyboard.press("F9");
    const told = page.getByRole("alert");
    await expect(told).toContainText(formWords[language].frame.notSaved);
    await expect(told).toContainText(say(language, "failure.code.store-disk-full"));
    await checkAccessibility(page);
    await expect(textOf(page, "name")).toHaveValue("กานดา ทองดี");
    await expect(textOf(page, "phone")).toHaveValue("081 555 0101");

    disk.free();
    for (const other of [...languages].reverse()) {
      await speak(page, other);
      await expect(told).toContainText(say(other, "failure.code.store-disk-full"));
    }
    await speak(page, language);
    expect(await save(page)).toMatch(/^[0-9A-Y]{3}-/);
  });
}

test("nobody signs in on a full disk, and the page says why @thorough", async ({
  disk,
  start,
  userData,
}) => {
  copyDesk(kept, userData);
  disk.fill();
  const { page } = await start();
  await choosePerson(page, somying);
  await page.keyboard.type(somying.pin);
  await expect(page.getByRole("alert")).toHaveText(say("th", "failure.code.store-disk-full"));
  // It is this PC's trouble, and not put on head office or the line.
  await expect(page.getByText(say("th", "sync.short.store-trouble"))).toBeVisible();
  await checkBothLanguages(page);
  disk.free();
  await page.keyboard.type(somying.pin);
  await expect(page.getByRole("button", { name: say("th", "frame.lock") })).toBeVisible();
  await expectHeader(page, "sync.short.no-line", {}, backWithinMs);
});
