import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import type { CaseStep, PublishedCase } from "../../src/contract/case.ts";
import {
  checkAccessibility,
  checkBothLanguages,
  checkInboxBothLanguages,
} from "../support/accessibility.ts";
import { choose, draw, field, readReceipt, textOf } from "../support/consent-form.ts";
import { somying } from "../support/demo-people.ts";
import { lock, pressKey, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { testBranch } from "../support/head-office.ts";
import { makeAccount } from "../support/inbox-client.ts";
import { launchBrowser, openInboxPage, signInAtInbox } from "../support/inbox-page.ts";
import {
  beginRequest,
  enterKanda,
  finishSlip,
  listRequests,
  openCases,
  rightsWords,
  signWords,
} from "../support/rights-form.ts";
import type { Shop } from "../support/shop.ts";
import { expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

const words = rightsWords.th;
const by = "ณัฐ ตัวอย่าง (DPO)";

/** Head office tells the branch where its case stands. */
async function publish(
  shop: Shop,
  base: Pick<PublishedCase, "id" | "number" | "receivedOn">,
  log: CaseStep[],
): Promise<void> {
  const value: PublishedCase = {
    ...base,
    branch: testBranch,
    right: "access",
    person: "กานดา ทองดี",
    identitySeen: true,
    holdsFootage: false,
    log,
  };
  await shop.publish([{ topic: "case", key: base.id, value, audience: testBranch }]);
}

/** The DPO's own browser, at the page of one case. */
async function openCaseAtHeadOffice(shop: Shop, number: string): Promise<Page> {
  await makeAccount(shop.db, "napa", "dpo");
  const inbox = await openInboxPage(await launchBrowser(), shop.address);
  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("row").filter({ hasText: number }).getByRole("link").click();
  await expect(inbox.getByRole("heading", { level: 1 })).toBeVisible();
  return inbox;
}

const syncNow = "window.yinyom.invoke('sync.now')";

test("the DPO asks, the shop answers, and the result is handed over with a signature", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await openCases(page);
  await beginRequest(page, "access");
  await choose(page, "data", words.data.purchases);
  await choose(page, "reason", words.reasons.copy);
  await enterKanda(page);
  await signWords(page);
  await page.keyboard.press("F9");
  const number = await readReceipt(page);
  await finishSlip(page);
  await expectHeader(page, "sync.allThere");
  const [request] = await listRequests(shop.db);
  if (!request) throw new Error("head office has no request");

  const inbox = await openCaseAtHeadOffice(shop, number);
  await inbox.getByRole("button", { name: "ถามสาขา" }).click();
  await inbox.getByRole("dialog").getByRole("textbox").fill("ซื้อเลนส์รุ่นไหน");
  await inbox.getByRole("dialog").getByRole("button", { name: "ถามสาขา" }).click();
  await expect(inbox.getByRole("dialog")).toHaveCount(0);
  await page.evaluate(syncNow);
  await expect(page.getByText(say("th", "cases.asks"), { exact: true })).toBeVisible();
  await pressKey(page, "F1");
  await lock(page);
  await signIn(page, somying);
  const reminder = page.getByRole("region", { name: say("th", "cases.title") });
  await expect(reminder).toContainText(say("th", "cases.remind.asks", { count: 1 }));
  await checkBothLanguages(page);
  await reminder.getByRole("button", { name: say("th", "cases.remind.look") }).click();
  await page.getByRole("button", { name: say("th", "cases.openThis", { number }) }).click();
  await expect(page.getByText("ซื้อเลนส์รุ่นไหน").first()).toBeVisible();
  await checkBothLanguages(page);
  await page.getByRole("button", { name: say("th", "cases.case.answerIt") }).click();
  await textOf(page, "words").fill("เลนส์ 50 มม. เมื่อเดือนก่อน");
  await checkBothLanguages(page);
  await page.keyboard.press("F9");
  await readReceipt(page);
  await finishSlip(page);
  await expect(
    page.getByText(say("th", "cases.case.answered", { words: "เลนส์ 50 มม. เมื่อเดือนก่อน" })),
  ).toBeVisible();
  await expectHeader(page, "sync.allThere");
  expect((await listRequests(shop.db)).at(-1)?.payload).toMatchObject({
    act: "answer-question",
    case: request.id,
    words: "เลนส์ 50 มม. เมื่อเดือนก่อน",
  });

  await inbox.reload();
  await expect(inbox.getByText("เลนส์ 50 มม. เมื่อเดือนก่อน").first()).toBeVisible();
  await inbox.getByRole("button", { name: "เสร็จแล้ว" }).click();
  await inbox.getByRole("dialog").getByRole("textbox").fill("สำเนาข้อมูล 3 หน้า");
  await checkAccessibility(inbox);
  await inbox.getByRole("dialog").getByRole("button", { name: "เสร็จแล้ว" }).click();
  await expect(inbox.getByRole("dialog")).toHaveCount(0);
  await page.evaluate(syncNow);
  await expect(page.getByText("สำเนาข้อมูล 3 หน้า").first()).toBeVisible();
  await page.getByRole("button", { name: say("th", "cases.case.handOver") }).click();
  await page.keyboard.press("F9");
  await expect(field(page, "signature").getByText(words.issues["signature-needed"])).toBeVisible();
  await choose(page, "document", words.identity["thai-id"]);
  await draw(page, "signature");
  await checkBothLanguages(page);
  await page.keyboard.press("F9");
  await readReceipt(page);
  await finishSlip(page);
  await expect(
    page.getByText(say("th", "cases.case.handedOver", { receiver: "กานดา ทองดี" })),
  ).toBeVisible();
  await expectHeader(page, "sync.allThere");
  const last = (await listRequests(shop.db)).at(-1)?.payload;
  expect(last).toMatchObject({ act: "hand-over", case: request.id, receiver: "กานดา ทองดี" });
  expect(last?.act === "hand-over" && last.declaration.words).toContain(number);
  // And the DPO sees who has it.
  await inbox.reload();
  await expect(inbox.getByText("ส่งมอบให้ กานดา ทองดี").first()).toBeVisible();
  await checkInboxBothLanguages(inbox);
  await inbox.context().browser()?.close();
});

test("a case of another PC: overdue in red, refused with its reason @thorough", async ({
  shop,
  desk: { page },
}) => {
  const id = "019a0000-0000-7000-9000-000000000301";
  const base = { id, number: "0A1-0002F-K", receivedOn: "2026-01-15" };
  await publish(shop, base, []);
  await signIn(page, somying);
  await page.evaluate(syncNow);
  const reminder = page.getByRole("region", { name: say("th", "cases.title") });
  await expect(reminder).toContainText(say("th", "cases.remind.overdue", { count: 1 }));
  await openCases(page);
  const row = page.getByRole("row").filter({ hasText: base.number });
  await expect(row.getByText(/^เกินกำหนด/)).toHaveCSS("color", "rgb(163, 35, 27)");
  await row.getByRole("button").click();
  await expect(page.getByText(say("th", "cases.case.onlyThere"))).toBeVisible();
  await publish(shop, base, [
    {
      at: new Date().toISOString(),
      by,
      step: "refuse",
      reason: "law-keeps-it",
      words: "กฎหมายภาษีให้เก็บใบกำกับภาษีไว้ห้าปี",
    },
  ]);
  await page.evaluate(syncNow);
  await expect(page.getByText("กฎหมายภาษีให้เก็บใบกำกับภาษีไว้ห้าปี").first()).toBeVisible();
  await expect(
    page.getByText(say("th", "cases.case.refused", { reason: words.refusals["law-keeps-it"] })),
  ).toBeVisible();
  await checkBothLanguages(page);
});

test("the slip of a complaint is saved on both papers and says in Thai what it has to @thorough", async ({
  desk,
  userData,
}) => {
  const { page } = desk;
  await signIn(page, somying);
  await openCases(page);
  await beginRequest(page, "complaint");
  await choose(page, "reason", words.reasons["not-answered"]);
  await textOf(page, "story").fill("ขอสำเนาไว้แต่ไม่มีใครตอบ");
  await enterKanda(page);
  await signWords(page);
  await page.keyboard.press("F9");
  const number = await readReceipt(page);
  for (const [size, key] of [
    ["80mm", "desk.receipt.savePdf80"],
    ["A4", "desk.receipt.savePdf"],
  ] as const) {
    const path = join(userData, `slip-${size}.pdf`);
    await desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath, bookmark: "" });
    }, path);
    await page.getByRole("button", { name: say("th", key) }).click();
    await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true);
    await expect(page.getByText(path)).toBeVisible();
    const read = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    const text = squeeze(read);
    for (const wanted of [
      number,
      words.slip.title,
      words.slip.received,
      words.slip.due,
      words.rights.complaint.name,
      words.slip.complain,
      "www.pdpc.or.th",
      "DPO@bigcamera.co.th",
    ]) {
      expect(text, size).toContain(squeeze(wanted));
    }
  }
});

/** Marks that stand above or below are set apart by the reader of a PDF: only the letters' order counts. */
function squeeze(text: string): string {
  return text.normalize("NFC").replaceAll("\u0e4d\u0e32", "\u0e33").replace(/\s+/g, "");
}
