import { writeFileSync } from "node:fs";
import jpeg from "jpeg-js";
import { closing } from "../../src/captures/event-photo-opt-out/example-acts.ts";
import { openSealed } from "../../src/head-office/copies/open-sealed.ts";
import { purgeExpired } from "../../src/head-office/events/purge-expired.ts";
import { checkAccessibility, checkBothLanguages } from "../support/accessibility.ts";
import { field } from "../support/consent-form.ts";
import { demoKeyFile, readDemoKey } from "../support/copies-at-head-office.ts";
import { ploy } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { readLanguage, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { eventWords, fair, openFair, optOut, press, publishFair } from "../support/event-desk.ts";
import { readCard, showToCamera } from "../support/fake-camera.ts";
import { makeAccount } from "../support/inbox-client.ts";
import { launchBrowser, openInboxPage, signInAtInbox } from "../support/inbox-page.ts";
import { shoot } from "../support/refund.ts";
import { expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

test("a reference picture only by its own yes, cut, sealed, and destroyed with the event's closing @thorough", async ({
  shop,
  start,
}, info) => {
  await publishFair(shop);
  const frame = readCard("A005016");
  const { page, app } = await start({
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
    args: showToCamera(frame, info.outputPath("camera.y4m")),
  });
  await openFair(page, ploy);
  const number = await optOut(page, { tag: "R1" });
  await press(page, "eventPicture.add");
  const dialog = page.getByRole("dialog");
  const answer = async (key: "no" | "go") => {
    const name = say(await readLanguage(page), `eventPicture.ask.${key}`);
    await dialog.getByRole("button", { name, exact: true }).click();
  };
  const question = dialog.getByRole("radiogroup", { name: say("th", "eventPicture.ask.question") });
  await expect(question.getByRole("radio", { checked: true })).toHaveCount(0);
  await checkBothLanguages(page);
  await page.screenshot({ path: info.outputPath("ask-th.png") });
  await answer("no");
  await speak(page, "en");
  await press(page, "eventPicture.add");
  await page.screenshot({ path: info.outputPath("ask-en.png") });
  await answer("no");
  await speak(page, "th");
  await press(page, "eventPicture.add");
  await answer("go");
  await expect(dialog.getByText(eventWords.th.issues.required)).toBeVisible();
  await dialog.getByText(say("th", "eventPicture.ask.person")).click();
  const opening = app.waitForEvent("window");
  await answer("go");
  const window = await opening;
  await window.getByRole("heading").first().waitFor();
  await checkBothLanguages(window);
  await window.screenshot({ path: info.outputPath("take.png") });
  await shoot(window);
  await window.getByRole("heading", { name: say("th", "eventPicture.crop.title") }).waitFor();
  await checkBothLanguages(window);
  // The window can be gone before the press has its answer.
  await press(window, "eventPicture.crop.keep").catch(() => gone);
  await expect(window.getByText(say("th", "eventPicture.crop.needed"))).toBeVisible();
  await window.getByText(say("th", "eventPicture.crop.noFace")).click();
  // Another part was looked at: the frame that moved has to be looked at again.
  await window
    .getByRole("button", { name: say("th", "eventPicture.crop.frame") })
    .press("ArrowLeft");
  await expect(window.getByRole("checkbox")).not.toBeChecked();
  await window.getByText(say("th", "eventPicture.crop.noFace")).click();
  await window.screenshot({ path: info.outputPath("crop.png") });
  const gone = window.waitForEvent("close");
  // The window can be gone before the press has its answer.
  await press(window, "eventPicture.crop.keep").catch(() => gone);
  await gone;
  await expect(page.getByText(say("th", "eventPicture.saved", { number }))).toBeVisible();
  await expectHeader(page, "sync.allThere");

  const row = await shop.db
    .selectFrom("attachment")
    .innerJoin("capture", "capture.id", "attachment.capture")
    .select(["capture", "purpose", "sealed", "device", "sequence"])
    .executeTakeFirstOrThrow();
  const { capture, device, sequence } = row;
  expect(row.purpose).toBe("event-reference");
  const place = { capture, device, sequence, purpose: "event-reference" } as const;
  const opened = await openSealed(await readDemoKey(), place, row.sealed ?? new Uint8Array());
  const kept = jpeg.decode(opened ?? new Uint8Array(), { useTArray: true });
  expect(kept.width).toBeLessThan(frame.width * 0.65);
  expect(kept.height).toBeLessThan(frame.height * 0.6);

  await callDesk(page, "capture.submit", {
    request: crypto.randomUUID(),
    kind: "event-photo-opt-out",
    payload: { ...closing, event: fair.id },
    amends: null,
    notice: null,
  });
  await expectHeader(page, "sync.allThere");
  await expect.poll(() => purgeExpired(shop.db, new Date()), { timeout: 20_000 }).toBe(1);
  const after = await shop.db
    .selectFrom("attachment")
    .select(["sealed", "destroyed_at"])
    .executeTakeFirstOrThrow();
  expect(after.sealed).toBeNull();
  expect(after.destroyed_at).not.toBeNull();
  expect(await shop.db.selectFrom("copy_log").select(["action", "capture"]).execute()).toEqual([
    { action: "destroy", capture },
  ]);
});

test("a picture of where it was seen is added to a request @thorough", async ({
  shop,
  start,
}, info) => {
  await publishFair(shop);
  const enrolmentCode = await shop.issueCode();
  const { page, app } = await start({ headOffice: shop.address, enrolmentCode });
  await openFair(page, ploy);
  const words = eventWords.th;
  await press(page, "event.home.takeDown");
  await page.getByLabel(words.takeDown.address).fill("https://social.example/posts/20261122");
  await field(page, "saidBy").getByText(words.optOut.person).click();
  await page.getByRole("button", { name: words.takeDown.save }).click();
  const opening = app.waitForEvent("window");
  await press(page, "eventPicture.add");
  const window = await opening;
  const screen = info.outputPath("screen.jpg");
  const { data, width, height } = readCard("A005016");
  writeFileSync(screen, jpeg.encode({ data, width, height }, 80).data);
  await window.locator("input[type=file]").setInputFiles(screen);
  await window.getByRole("heading", { name: say("th", "eventPicture.crop.title") }).waitFor();
  await checkBothLanguages(window);
  const gone = window.waitForEvent("close");
  // The window can be gone before the press has its answer.
  await press(window, "eventPicture.crop.keep").catch(() => gone);
  await gone;
  await expectHeader(page, "sync.allThere");
  const row = await shop.db.selectFrom("attachment").selectAll().executeTakeFirstOrThrow();
  expect(row.purpose).toBe("take-down");
  expect(row.whole_at).not.toBeNull();

  // At head office the DPO looks at it with key and reason before answering, and the log has it.
  await makeAccount(shop.db, "napa", "dpo");
  const browser = await launchBrowser();
  try {
    const inbox = await openInboxPage(browser, shop.address);
    await signInAtInbox(inbox, "napa");
    await inbox.getByRole("link", { name: "คำขอเอาภาพลง" }).click();
    await inbox.getByRole("button", { name: "เปิดดูรูป" }).click();
    const form = inbox.getByRole("dialog");
    await form.getByLabel("ต้องใช้เพื่ออะไร").fill("หาภาพที่ต้องเอาลง");
    await form.locator("input[type=file]").setInputFiles(demoKeyFile);
    await form.getByLabel("รหัสผ่านของกุญแจ").fill("demo passphrase only");
    await form.getByRole("button", { name: "เปิดดูและจดบันทึก" }).click();
    await expect(inbox.getByRole("img", { name: /^ที่ที่เห็นภาพของ/ })).toBeVisible();
    await checkAccessibility(inbox);
  } finally {
    await browser.close();
  }
  const log = await shop.db.selectFrom("copy_log").select(["action", "capture", "who"]).execute();
  expect(log).toEqual([{ action: "open", capture: row.capture, who: "napa" }]);
});
