import type { Page } from "playwright/test";
import { findRuntime } from "../../scripts/electron-runtime/find-runtime.ts";
import type { Result } from "../../src/contract/failure.ts";
import type { PendingRules } from "../../src/contract/pending-rules.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { field, readReceipt, textOf } from "../support/consent-form.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying, wichai } from "../support/demo-people.ts";
import type { Desk } from "../support/desk.ts";
import { callDesk } from "../support/desk-calls.ts";
import { lock, pressKey, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { testBranch } from "../support/head-office.ts";
import { storeFile } from "../support/kept-desk.ts";
import { drawJpeg } from "../support/plain-jpeg.ts";
import { listReceived } from "../support/received-captures.ts";
import { listRefundPayloads } from "../support/received-refunds.ts";
import { inventCopiedRefund } from "../support/refunds.ts";
import type { Shop } from "../support/shop.ts";
import { spoilCapture } from "../support/spoil-capture.ts";
import { backWithinMs, expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

const kanda = inventCustomer(1, "กานดา ทองดี", { phone: "+66815550101" });

function hold(shop: Shop, review: PendingRules["review"]): Promise<void> {
  const value: PendingRules = { lateAfter: 1, veryLateAfter: 60, review };
  return shop.publish([{ topic: "pending-rules", key: "pending-rules", value, audience: null }]);
}

const button = (page: Page, key: string) => page.getByRole("button", { name: say("th", key) });
const rows = (page: Page) => page.getByRole("row").filter({ has: page.getByRole("rowheader") });
const state = (page: Page, name: string) =>
  page.getByText(say("th", `pending.states.${name}`), { exact: true });

/** From anywhere to the one capture with this number. */
async function look(page: Page, number: string): Promise<void> {
  await pressKey(page, "F10");
  // A capture and its picture have a row each.
  const name = `${say("th", "pending.look")}: ${number}`;
  await page.getByRole("button", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
}

test.describe("what head office wants a manager to look at", () => {
  test.beforeEach(({ shop }) => hold(shop, { kinds: ["marketing-consent"], conditions: [] }));

  test("is given back with a note, put right by whoever took it, and let go with its correction", async ({
    shop,
    desk: { page },
  }) => {
    test.slow();
    await signIn(page, somying);
    const number = await takeConsent(page, kanda, ["direct-marketing sms"]);
    await expectHeader(page, "sync.held", { count: 1 });
    await lock(page);

    await signIn(page, wichai);
    await pressKey(page, "F10");
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText(kanda.name ?? "");
    await expect(state(page, "held")).toBeVisible();
    await checkBothLanguages(page);
    await look(page, number);
    // What it says, as its receipt says it.
    await expect(page.getByRole("region", { name: say("th", "review.contents") })).toContainText(
      "กานดา",
    );
    await checkBothLanguages(page);
    await button(page, "review.giveBack").click();
    const dialog = page.getByRole("dialog");
    await page.keyboard.press("F9");
    await expect(dialog.getByText(say("th", "review.wordsNeeded"))).toBeVisible();
    await checkBothLanguages(page);
    const note = "นามสกุลสะกดผิด ถามลูกค้าอีกครั้ง";
    await dialog.getByRole("textbox").fill(note);
    await page.keyboard.press("F9");
    await expect(state(page, "given-back")).toBeVisible();
    await lock(page);

    await signIn(page, somying);
    await expect(page.getByText(say("th", "review.mine.remind", { count: 1 }))).toBeVisible();
    await page.getByRole("button", { name: say("th", "pending.look") }).click();
    await expect(page.getByText(note)).toBeVisible();
    await checkBothLanguages(page);
    await page.getByRole("button", { name: `${say("th", "review.correct")}: ${number}` }).click();
    await textOf(page, "name").fill("กานดา ทองดีงาม");
    await textOf(page, "reason").fill("สะกดนามสกุลให้ถูก");
    await page.keyboard.press("F9");
    await readReceipt(page);
    await expect(page.getByText(say("th", "desk.receipt.held"))).toBeVisible();
    await expect(page.getByText(say("th", "review.mine.remind", { count: 1 }))).toHaveCount(0);
    await lock(page);

    await signIn(page, wichai);
    await expectHeader(page, "sync.held", { count: 2 });
    expect(await listReceived(shop.db)).toEqual([]);
    await look(page, number);
    await page.keyboard.press("F9");
    await expectHeader(page, "sync.allThere", {}, backWithinMs);
    await expect(page.getByText(say("th", "review.gone"))).toBeVisible();
    await checkBothLanguages(page);
    const received = await listReceived(shop.db);
    expect(received.map(({ payload }) => payload.act)).toEqual(["decision", "correction"]);
    expect(received[1]?.amends).toBe(received[0]?.id);
  });

  test("with no line is let go, kept back again, and taken out with a reason @thorough", async ({
    shop,
    desk: { page },
  }) => {
    test.slow();
    await signIn(page, somying);
    const number = await takeConsent(page, kanda, ["direct-marketing sms"]);
    await shop.cutLine();
    await lock(page);

    await signIn(page, wichai);
    // Another capture finds out that there is no line.
    const other = inventCustomer(2, "วีระ พรชัย", { phone: "+66815550102" });
    await takeConsent(page, other, ["direct-marketing sms"]);
    await expectHeader(page, "sync.short.no-line", {}, backWithinMs);
    await look(page, number);
    await page.keyboard.press("F9");
    await expect(state(page, "released")).toBeVisible();
    await expect(page.getByText(say("th", "pending.goes"))).toBeVisible();
    await checkBothLanguages(page);
    await button(page, "review.takeBack").click();
    await expect(state(page, "held")).toBeVisible();

    await button(page, "review.void").click();
    await page.getByRole("dialog").getByRole("textbox").fill("ลูกค้าเปลี่ยนใจ ไม่ใช่คนนี้");
    await page.keyboard.press("F9");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await shop.restoreLine();
    await expectHeader(page, "sync.allThere", {}, backWithinMs);
    const acts = (await listReceived(shop.db)).map(({ payload }) => payload.act);
    expect(acts).toEqual(["decision", "decision", "void"]);
  });
});

/** Takes a refund with a copy, as the window that makes it does once it is done; the answer is its number. */
async function takeCopiedRefund(page: Page): Promise<string> {
  const picture = drawJpeg(1).toString("base64");
  const taken = await page.evaluate<Result<{ receiptNumber: string }>>(
    `window.yinyom.invoke("capture.submitWithPicture", {
      ...${JSON.stringify(inventCopiedRefund())},
      picture: Uint8Array.from(atob("${picture}"), (one) => one.charCodeAt(0)),
    })`,
  );
  if (!taken.ok) throw new Error(JSON.stringify(taken.failure));
  return taken.value.receiptNumber;
}

test("a refund with a copy is put right by whoever took it, and again by the manager, and goes with its copy @thorough", async ({
  shop,
  start,
}) => {
  test.slow();
  await hold(shop, { kinds: [], conditions: ["id-copy"] });
  const { page } = await start({
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
  });
  await signIn(page, somying);
  const number = await takeCopiedRefund(page);
  await expectHeader(page, "sync.held", { count: 1 });
  await lock(page);

  await signIn(page, wichai);
  await look(page, number);
  await button(page, "review.giveBack").click();
  const note = "ชื่อไม่ตรงกับบัญชี ดูใบเสร็จอีกครั้ง";
  await page.getByRole("dialog").getByRole("textbox").fill(note);
  await page.keyboard.press("F9");
  await expect(state(page, "given-back")).toBeVisible();
  await lock(page);

  await signIn(page, somying);
  await page.getByRole("button", { name: say("th", "pending.look") }).click();
  await expect(page.getByText(note)).toBeVisible();
  await checkBothLanguages(page);
  await page.getByRole("button", { name: `${say("th", "review.correct")}: ${number}` }).click();
  await expect(textOf(page, "amount")).toHaveValue("35900");
  await textOf(page, "name").fill("ธนพล ทดสอบดี");
  await page.keyboard.press("F9");
  await expect(field(page, "correction")).toContainText(say("th", "failure.issue.reason-needed"));
  await checkBothLanguages(page);
  await textOf(page, "correction").fill("สะกดนามสกุลให้ตรงกับบัญชี");
  await page.keyboard.press("F9");
  const corrected = say("th", "refunds.corrected.title", { number });
  await expect(page.getByRole("heading", { name: corrected })).toBeVisible();
  await expect(page.getByText(say("th", "refunds.corrected.held"))).toBeVisible();
  await checkBothLanguages(page);
  await lock(page);

  await signIn(page, wichai);
  await expectHeader(page, "sync.held", { count: 2 });
  expect(await listRefundPayloads(shop.db)).toEqual([]);
  // Who took it has left the branch since.
  await shop.publish([{ topic: "staff", key: "somying", value: null, audience: testBranch }]);
  await callDesk(page, "sync.now");
  await look(page, number);
  await expect(
    page.getByText(say("th", "app.notOnRoster", { staff: "somying" })).first(),
  ).toBeVisible({ timeout: backWithinMs });
  await button(page, "review.correct").click();
  await expect(textOf(page, "name")).toHaveValue("ธนพล ทดสอบดี");
  await textOf(page, "amount").fill("36,000");
  await textOf(page, "correction").fill("ยอดตามใบเสร็จ");
  await page.keyboard.press("F9");
  await expect(page.getByText(say("th", "refunds.corrected.sent"))).toBeVisible();
  await expectHeader(page, "sync.allThere", {}, backWithinMs);
  const [refund, first, second] = await listRefundPayloads(shop.db);
  expect(refund).toMatchObject({ act: "refund", subject: { name: "ธนพล ทดสอบ" } });
  expect(first).toMatchObject({ act: "correct", subject: { name: "ธนพล ทดสอบดี" } });
  expect(second).toMatchObject({ act: "correct", amount: 3_600_000 });
  const copies = await shop.db.selectFrom("attachment").select("whole_at").execute();
  expect(copies).toMatchObject([{ whole_at: expect.any(Date) }]);
});

test.describe("what head office refuses", () => {
  const long = "กานดา".repeat(30);

  test.beforeEach(async () => {
    test.skip(
      (await findRuntime())?.kind !== "stand-in",
      "the official runtime encrypts the store, so nothing here can spoil one capture of it",
    );
    test.slow();
  });

  /** A consent of Kanda's with a name that is too long, taken with no line and refused since, before the manager. */
  async function meetRefused(
    { shop, desk, userData }: { shop: Shop; desk: Desk; userData: string },
    start: () => Promise<Desk>,
  ): Promise<{ page: Page; number: string }> {
    await signIn(desk.page, somying);
    await shop.cutLine();
    const number = await takeConsent(desk.page, kanda, ["direct-marketing sms"]);
    await desk.close();
    spoilCapture(
      storeFile(userData),
      1,
      (payload) => payload.replace(kanda.name ?? "", long),
      true,
    );
    await shop.restoreLine();
    const { page } = await start();
    await signIn(page, wichai);
    await expectHeader(page, "sync.parked", { count: 1 }, backWithinMs);
    return { page, number };
  }

  const sayAgain = (page: Page) => page.getByRole("form", { name: say("th", "review.sayAgain") });

  test("shows its field, and is put right and sent again as a new record @thorough", async ({
    shop,
    desk,
    start,
    userData,
  }) => {
    const { page, number } = await meetRefused({ shop, desk, userData }, start);
    await look(page, number);
    const name = sayAgain(page).getByRole("textbox", { name: say("th", "review.field.name") });
    await expect(name).toHaveValue(long);
    await expect(name).toHaveAttribute("aria-invalid", "true");
    await checkBothLanguages(page);
    await name.fill("กานดา ทองดี");
    await button(page, "review.sayAgainDone").click();
    await expect(page.getByRole("heading", { name: say("th", "pending.emptyTitle") })).toBeVisible({
      timeout: backWithinMs,
    });
    const [received, ...more] = await listReceived(shop.db);
    expect(more).toEqual([]);
    expect(received).toMatchObject({ sequence: 2, payload: { subject: { name: "กานดา ทองดี" } } });
    expect(received?.amends).not.toBeNull();
    // The person is there once, with what they agreed to.
    await pressKey(page, "F1");
    await page.getByRole("combobox").fill("กานดา");
    await expect(page.getByRole("option")).toHaveCount(1);
  });

  test("is not sent again once the customer has answered anew, and is taken out with a reason @thorough", async ({
    shop,
    desk,
    start,
    userData,
  }) => {
    const { page, number } = await meetRefused({ shop, desk, userData }, start);
    await takeConsent(page, kanda, ["direct-marketing phone"]);
    await look(page, number);
    await expect(page.getByText(say("th", "review.notSayable"))).toBeVisible();
    await expect(sayAgain(page)).toHaveCount(0);
    await checkBothLanguages(page);
    await button(page, "review.void").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("ลูกค้าตอบใหม่แล้ว");
    await dialog.getByRole("button", { name: say("th", "review.voidDone") }).click();
    await expect(page.getByRole("heading", { name: say("th", "review.gone") })).toBeVisible();
    await expectHeader(page, "sync.allThere", {}, backWithinMs);
    const received = await listReceived(shop.db);
    expect(received).toMatchObject([
      { payload: { act: "decision" } },
      { payload: { act: "void", reason: "ลูกค้าตอบใหม่แล้ว" } },
    ]);
  });
});
