import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright/test";
import { checkBothLanguages, checkInboxBothLanguages } from "../support/accessibility.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying, wichai } from "../support/demo-people.ts";
import type { Desk, DeskOptions } from "../support/desk.ts";
import { lock, pressKey, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { makeAccount } from "../support/inbox-client.ts";
import { launchBrowser, openInboxPage, signInAtInbox } from "../support/inbox-page.ts";
import { keyFile } from "../support/kept-desk.ts";
import type { Shop } from "../support/shop.ts";
import { backWithinMs, expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

/** The demo's recovery key, whose passphrase is `demo passphrase only`. */
const recoveryKeyFile = fileURLToPath(
  new URL("../../resources/demo/recovery-key.json", import.meta.url),
);

test.setTimeout(180_000);

async function openInbox(shop: Shop): Promise<Page> {
  await makeAccount(shop.db, "napa", "dpo");
  const inbox = await openInboxPage(await launchBrowser(), shop.address);
  await signInAtInbox(inbox, "napa");
  return inbox;
}

/** Chooses the recovery key's file where the page asks for one. */
async function chooseKey(inbox: Page, within: Page | Locator): Promise<void> {
  const chooser = inbox.waitForEvent("filechooser");
  await within.getByRole("button", { name: "เลือกไฟล์" }).click();
  await (await chooser).setFiles(recoveryKeyFile);
}

async function enrol(start: (options: DeskOptions) => Promise<Desk>, shop: Shop): Promise<Desk> {
  return start({ headOffice: shop.address, enrolmentCode: await shop.issueCode() });
}

/** A manager, on the page of what is kept; it says that the keys are sealed. */
async function readSealed(page: Page): Promise<void> {
  await signIn(page, wichai);
  await pressKey(page, "F10");
  await page.getByRole("link", { name: say("th", "kept.link") }).click();
  await expect(page.getByText(say("th", "keys.sealed", { key: "recovery-2026" }))).toBeVisible();
}

/** The desk's question for its keys, on the screen that says they are gone. */
async function ask(page: Page): Promise<{ way: Locator; request: string }> {
  const way = page.getByRole("region", { name: say("th", "keys.recover") });
  await way.getByRole("button", { name: say("th", "keys.ask") }).click();
  const request = way.getByRole("textbox", { name: say("th", "keys.request") });
  await expect(request).toBeFocused();
  return { way, request: await request.inputValue() };
}

async function lookAtHeadOffice(inbox: Page, request: string): Promise<void> {
  await inbox.getByRole("textbox", { name: "ข้อความที่สาขาส่งมา" }).fill(request);
  await inbox.getByRole("button", { name: "ดูว่าใครขอ" }).click();
}

test("a PC that lost its keys gets them back: the DPO publishes a key, compares the number and answers @thorough", async ({
  shop,
  start,
  userData,
}) => {
  const inbox = await openInbox(shop);
  await inbox.getByRole("link", { name: "การตั้งค่า" }).click();
  const panel = inbox.getByRole("region", { name: "กุญแจกู้คืน" });
  await expect(panel).toContainText("ยังไม่ได้ประกาศ");
  await chooseKey(inbox, panel);
  await panel.getByRole("button", { name: "ประกาศ" }).click();
  await expect(panel).toContainText("ประกาศแล้ว: recovery-2026");

  // A manager sees that this PC could be helped, and changes its key.
  const desk = await enrol(start, shop);
  const { page } = desk;
  await readSealed(page);
  const before = readFileSync(keyFile(userData), "utf8");
  await page.getByRole("button", { name: say("th", "keys.renew") }).click();
  await expect(page.getByText(say("th", "keys.renewed"))).toBeVisible();
  expect(readFileSync(keyFile(userData), "utf8")).not.toBe(before);
  await checkBothLanguages(page);
  await lock(page);

  // Something that head office does not have yet, and then the key is gone.
  await signIn(page, somying);
  await shop.cutLine();
  await takeConsent(page, inventCustomer(1, "กานดา สมมติ"), []);
  await desk.close();
  rmSync(keyFile(userData));
  const lost = await start();
  await expect(lost.page.getByRole("heading", { level: 1 })).toHaveText(
    say("th", "failureScreen.screens.store-key-missing.title"),
  );
  const { way, request } = await ask(lost.page);
  const number = await way.getByRole("status").textContent();
  await checkBothLanguages(lost.page);

  await shop.restoreLine();
  await inbox.getByRole("link", { name: "เครื่องของสาขา" }).click();
  await inbox.getByRole("button", { name: "เครื่องเสียกุญแจ" }).click();
  await lookAtHeadOffice(inbox, request.slice(0, -9));
  await expect(inbox.getByRole("alert")).toContainText("ได้มาไม่ครบ");
  await lookAtHeadOffice(inbox, `${request.slice(0, 100)}\n${request.slice(100)}`);
  await expect(inbox.getByRole("status", { name: /ให้สาขาอ่านเลข/ })).toHaveText(number ?? "");
  await inbox.getByText("สาขาอ่านเลขเดียวกันให้ฟังแล้ว").click();
  await inbox.getByRole("textbox", { name: "เหตุผล" }).fill("ลงระบบใหม่");
  await chooseKey(inbox, inbox);
  const passphrase = inbox.getByLabel("รหัสผ่านของกุญแจ");
  await passphrase.fill("not the passphrase");
  await inbox.getByRole("button", { name: "สร้างคำตอบ" }).click();
  await expect(inbox.getByRole("alert")).toContainText("เปิดกุญแจไม่ได้");
  await checkInboxBothLanguages(inbox);
  await passphrase.fill("demo passphrase only");
  await inbox.getByRole("button", { name: "สร้างคำตอบ" }).click();
  const answer = await inbox.getByRole("textbox", { name: "ส่งคำตอบนี้ให้สาขา" }).inputValue();
  await checkInboxBothLanguages(inbox);

  const answerField = way.getByRole("textbox", { name: say("th", "keys.answer") });
  await answerField.fill(answer.slice(4));
  await way.getByRole("button", { name: say("th", "keys.takeAnswer") }).click();
  await expect(way.getByRole("alert")).toContainText(say("th", "failure.code.not-the-answer"));
  await answerField.fill(answer);
  await way.getByRole("button", { name: say("th", "keys.takeAnswer") }).click();
  // All of it is back, and the way to head office too.
  await signIn(lost.page, somying);
  await expectHeader(lost.page, "sync.allThere", {}, backWithinMs);
  await inbox.getByRole("link", { name: "บันทึกการทำงาน" }).click();
  await expect(inbox.getByText("คืนกุญแจให้เครื่องของสาขา")).toBeVisible();
});

test("a manager's passphrase opens a PC whose system keeps no keys @thorough", async ({
  start,
  userData,
}) => {
  // Outside development Linux's own store without a keyring, whose password is public, is none.
  const production = { env: { YINYOM_DEVELOPMENT_RUNTIME: "0" } };
  const first = await start(production);
  const choose = first.page.getByRole("region", { name: say("th", "keys.choose") });
  const [one, again] = ["keys.newPassphrase", "keys.again"].map((key) =>
    choose.getByLabel(say("th", key)),
  );
  if (!one || !again) throw new Error("no fields");
  const useIt = choose.getByRole("button", { name: say("th", "keys.useIt") });
  await one.fill("too short");
  await again.fill("too shirt");
  await expect(choose).toContainText(say("th", "keys.notSame"));
  await expect(choose).toContainText(say("th", "keys.tooShort", { least: 12 }));
  await expect(useIt).toBeDisabled();
  await checkBothLanguages(first.page);
  await one.fill("four words of a manager");
  await again.fill("four words of a manager");
  await useIt.click();
  // It went on to the store: the development runtime's is not encrypted, which is another refusal.
  await expect(choose).toHaveCount(0);
  await first.close();
  expect(readFileSync(keyFile(userData), "utf8")).not.toContain("four words");

  const { page } = await start(production);
  const enter = page.getByRole("region", { name: say("th", "keys.enter") });
  const field = enter.getByLabel(say("th", "keys.passphrase"));
  await expect(field).toBeFocused();
  await checkBothLanguages(page);
  await field.fill("four words of another");
  await page.keyboard.press("Enter");
  await expect(enter).toContainText(say("th", "failure.code.wrong-passphrase"));
  await field.fill("four words of a manager");
  await page.keyboard.press("Enter");
  await expect(enter).toHaveCount(0);
});
