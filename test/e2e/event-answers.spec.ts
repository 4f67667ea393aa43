import { checkBothLanguages } from "../support/accessibility.ts";
import { field } from "../support/consent-form.ts";
import { ploy, somying, wichai } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { lock, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import {
  eventWords,
  openFair,
  optOut,
  press,
  publishFair,
  readSaved,
} from "../support/event-desk.ts";
import { makeAccount } from "../support/inbox-client.ts";
import { launchBrowser, openInboxPage, signInAtInbox } from "../support/inbox-page.ts";
import { expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

const words = eventWords.th;
const answered = { timeout: 30_000 };

test.beforeEach(async ({ shop }) => {
  await publishFair(shop);
  await makeAccount(shop.db, "napa", "dpo");
});

test("what is asked at a laptop and at a counter is answered in the inbox, and both see the answer @thorough", async ({
  shop,
  desk: { page },
}) => {
  await openFair(page, ploy);
  await optOut(page, { tag: "T31", colour: "red", wish: "take-down" });
  await lock(page);

  // Counter staff work no events; somebody who saw themselves comes to them all the same.
  await signIn(page, somying);
  await page.getByRole("link", { name: say("th", "picturesOut.nav") }).click();
  await checkBothLanguages(page);
  await press(page, "picturesOut.ask");
  await page.getByRole("button", { name: words.takeDown.save }).click();
  await expect(page.getByText(words.frame.faults)).toBeVisible();
  await page.getByLabel(words.takeDown.where).fill("โปสเตอร์หน้าร้านสาขาลานสยาม");
  await field(page, "saidBy").getByText(words.optOut.person).click();
  await page.getByRole("button", { name: words.optOut.contact }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(words.optOut.contactField).fill("081 555 0606");
  await dialog.getByRole("button", { name: words.optOut.contactDone }).click();
  await checkBothLanguages(page);
  await page.getByRole("button", { name: words.takeDown.save }).click();
  const number = await readSaved(page);
  const requests = page.getByRole("list", { name: words.takeDown.list }).getByRole("listitem");
  await expect(requests.getByText(words.takeDown.waiting)).toHaveCount(2);
  await expectHeader(page, "sync.allThere");

  const browser = await launchBrowser();
  try {
    const inbox = await openInboxPage(browser, shop.address);
    await signInAtInbox(inbox, "napa");
    await inbox.getByRole("link", { name: "คำขอเอาภาพลง" }).click();
    const open = inbox.getByRole("region", { name: "รอคำตอบ" });
    const answer = async (item: string, outcome: string, told: string) => {
      await open
        .getByRole("listitem")
        .filter({ hasText: item })
        .getByRole("button", { name: "ตอบ" })
        .click();
      const form = inbox.getByRole("dialog");
      await form.getByText(outcome, { exact: true }).click();
      await form.getByLabel("อธิบายด้วยคำง่าย ๆ").fill(told);
      await form.getByRole("button", { name: "ส่งคำตอบ" }).click();
      await expect(form).toHaveCount(0);
    };
    // The DPO has nothing but marks to find the one at the event by.
    await expect(open.getByRole("listitem").filter({ hasText: "T31" })).toContainText("เสื้อแดง");
    await answer("T31", "เอาลงแล้ว", "ลบโพสต์แล้ว");
    await answer(number, "ไม่ทำตามคำขอ", "โปสเตอร์นี้ไม่มีภาพของคุณ");
  } finally {
    await browser.close();
  }

  await callDesk(page, "sync.now");
  const mine = requests.filter({ hasText: number });
  await expect(mine).toContainText(words.outcome.refused, answered);
  await expect(mine).toContainText("โปสเตอร์นี้ไม่มีภาพของคุณ");
  await expect(mine).toContainText("+66815550606");
  await expect(requests.filter({ hasText: "T31" })).toContainText("ลบโพสต์แล้ว");
  await checkBothLanguages(page);
  await lock(page);
  await openFair(page, ploy);
  await press(page, "event.home.takeDown");
  await expect(page.getByText("ลบโพสต์แล้ว")).toBeVisible();
});

test("a counter takes a photo consent back by its receipt, and asks for a picture of the screen alone @thorough", async ({
  desk: { page, app },
}) => {
  await signIn(page, somying);
  await page.getByRole("link", { name: say("th", "picturesOut.nav") }).click();
  await press(page, "picturesOut.takeBack");
  await page.getByLabel(words.withdraw.find).fill("ไกล ทดสอบ");
  await checkBothLanguages(page);
  await page.getByRole("button", { name: words.withdraw.takeUnknown }).click();
  await readSaved(page);

  await press(page, "picturesOut.ask");
  await page.getByText(words.takeDown.showIt).click();
  await field(page, "saidBy").getByText(words.optOut.guardian).click();
  const opening = app.waitForEvent("window");
  await page.getByRole("button", { name: words.takeDown.save }).click();
  const window = await opening;
  await window.getByRole("heading").first().waitFor();
  const gone = window.waitForEvent("close");
  await press(window, "eventPicture.leave").catch(() => gone);
  await gone;
  // Left without one, the picture can still be added.
  await expect(page.getByRole("button", { name: say("th", "eventPicture.add") })).toBeVisible();
  await expect(page.getByText(words.takeDown.noPlace)).toBeVisible();
});

test("what a manager starts with no line is confirmed in the inbox, and the laptop says so no more @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, wichai);
  await expect.poll(async () => (await callDesk(page, "events.list")).length).toBeGreaterThan(0);
  await shop.cutLine();
  await page.getByRole("link", { name: say("th", "event.nav") }).click();
  await press(page, "event.choose.start");
  await page.getByLabel(words.start.name, { exact: true }).fill("ลองเลนส์ริมน้ำ");
  await page.getByLabel(words.start.place).fill("ท่าน้ำทดสอบ");
  await page.getByRole("button", { name: words.start.save }).click();
  await optOut(page, { tag: "Z1" });
  await press(page, "event.frame.otherEvent");
  const tile = page.getByRole("button", { name: "ลองเลนส์ริมน้ำ" });
  await expect(tile).toContainText(say("th", "event.choose.proposed"));
  await shop.restoreLine();
  await callDesk(page, "sync.now");
  await expectHeader(page, "sync.allThere", {}, 60_000);

  const browser = await launchBrowser();
  try {
    const inbox = await openInboxPage(browser, shop.address);
    await signInAtInbox(inbox, "napa");
    await inbox.getByRole("link", { name: "งานกิจกรรม" }).click();
    const row = inbox.getByRole("row", { name: /ลองเลนส์ริมน้ำ/ });
    await row.getByRole("button", { name: "ยืนยัน", exact: true }).click();
    await expect(row).toContainText("ยืนยันแล้ว");
  } finally {
    await browser.close();
  }
  await callDesk(page, "sync.now");
  await expect(tile).not.toContainText(say("th", "event.choose.proposed"), answered);
});
