import { formReceiptNumber } from "../../src/captures/receipt-number.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { choose, field, find, readReceipt, searchBox, textOf } from "../support/consent-form.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { countInput } from "../support/input-count.ts";
import { listReceived } from "../support/received-captures.ts";
import { expectHeader } from "../support/sync-line.ts";
import { formWords, say } from "../support/words.ts";

const words = formWords.th;
const withdrawn = say("th", "desk.person.withdrawn");
const yes = say("th", "desk.person.yes");

test("withdrawing takes fewer keys than giving, says what it means and counts at once, with no line too", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  const customer = inventCustomer(1, "ชูใจ มณีเลิศ", { phone: "+66815550401" });
  await takeConsent(page, customer, ["direct-marketing phone"]);
  await shop.cutLine();
  const count = await countInput(page);
  await find(page, "ชูใจ");
  await expect(page.getByRole("heading", { name: "ชูใจ มณีเลิศ" })).toBeVisible();

  await count.restart();
  await page.keyboard.press("F4");
  await expect(page.getByRole("button", { name: words.notice.shown })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field(page, "replies.direct-marketing").locator(":focus")).toBeVisible();
  await page.keyboard.press("1");
  await expect(field(page, "replies.direct-marketing").locator(":focus")).toHaveRole("checkbox");
  await page.keyboard.press("3");
  await page.keyboard.press("Enter");
  for (const purpose of ["partner-sharing", "advertising-audiences", "photo-publicity"]) {
    await expect(field(page, `replies.${purpose}`).locator(":focus")).toBeVisible();
    await page.keyboard.press("2");
  }
  await expect(field(page, "how").locator(":focus")).toBeVisible();
  await page.keyboard.press("1");
  await page.keyboard.press("F9");
  const given = await readReceipt(page);
  const giving = await count.read();
  await page.keyboard.press("Enter");

  await find(page, given);
  await expect(page.getByText(`SMS: ${yes}`)).toBeVisible();
  await count.restart();
  await page.keyboard.press("F6");
  await expect(field(page, "scope").locator(":focus")).toBeVisible();
  await expect(page.getByText(words.withdrawal.meaning)).toBeVisible();
  await expect(page.getByText(words.withdrawal.freely)).toBeVisible();
  await page.keyboard.press("1");
  await expect(field(page, "how").locator(":focus")).toBeVisible();
  await page.keyboard.press("1");
  await page.keyboard.press("F9");
  await readReceipt(page);
  const taking = await count.read();
  process.stdout.write(`giving: ${giving.keys} keys, withdrawing all: ${taking.keys} keys\n`);
  expect(giving.presses + taking.presses).toBe(0);
  expect(taking.keys).toBeLessThanOrEqual(giving.keys);
  await expect(page.getByText(words.receipt["title-withdrawal"]).first()).toBeVisible();
  await checkBothLanguages(page);
  await page.keyboard.press("Escape");

  await find(page, "0815550401");
  await expect(page.getByText(`SMS: ${withdrawn}`)).toBeVisible();
  await expect(page.getByText(yes, { exact: true })).toHaveCount(0);
  await checkBothLanguages(page);
});

test("one channel is withdrawn and the other stays @thorough", async ({ shop, desk: { page } }) => {
  await signIn(page, somying);
  const contacts = { phone: "+66815550402", email: "duangjai@example.com" };
  const customer = inventCustomer(2, "ดวงใจ สุขรัตน์", contacts);
  await takeConsent(page, customer, ["direct-marketing sms", "direct-marketing email"]);
  await find(page, "duangjai@example.com");
  const count = await countInput(page);
  await page.keyboard.press("F6");
  await expect(field(page, "scope").locator(":focus")).toBeVisible();
  await page.keyboard.press("2");
  await expect(field(page, "cells").locator(":focus")).toBeVisible();
  // Only what is in force can be chosen; the second of the two is email.
  await expect(field(page, "cells").getByRole("checkbox")).toHaveCount(2);
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(field(page, "how").locator(":focus")).toBeVisible();
  await page.keyboard.press("1");
  await checkBothLanguages(page);
  await page.keyboard.press("F9");
  await readReceipt(page);
  const { keys } = await count.read();
  process.stdout.write(`withdrawing one channel: ${keys} keys\n`);
  await page.keyboard.press("Escape");
  await find(page, "ดวงใจ");
  await expect(page.getByText(`SMS: ${yes}`)).toBeVisible();
  await expect(page.getByText(`อีเมล: ${withdrawn}`)).toBeVisible();
  await expectHeader(page, "sync.allThere");
  const [, withdrawal] = await listReceived(shop.db);
  expect(withdrawal?.payload).toMatchObject({
    act: "withdrawal",
    right: "withdrawal",
    scope: [{ purpose: "direct-marketing", channel: "email" }],
  });
});

test("somebody whom this PC does not know withdraws by phone, or by the receipt of another branch @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await searchBox(page).fill("081 555 0403");
  await expect(page.getByText(say("th", "desk.search.noneHelp"))).toBeVisible();
  const count = await countInput(page);
  await page.keyboard.press("F6");
  await expect(textOf(page, "phone")).toHaveValue("081 555 0403");
  await expect(field(page, "scope").locator(":focus")).toBeVisible();
  await page.keyboard.press("1");
  await expect(field(page, "how").locator(":focus")).toBeVisible();
  await page.keyboard.press("1");
  expect(await count.read()).toEqual({ keys: 3, presses: 0 });
  await checkBothLanguages(page);
  await page.keyboard.press("F9");
  await readReceipt(page);
  await page.keyboard.press("Escape");

  const elsewhere = formReceiptNumber(7, 12);
  await searchBox(page).fill(elsewhere.toLowerCase());
  await expect(page.getByText(say("th", "desk.search.noneHelp"))).toBeVisible();
  await page.keyboard.press("F6");
  await expect(textOf(page, "receipt")).toHaveValue(elsewhere.toLowerCase());
  await choose(page, "scope", words.withdrawal.all);
  await choose(page, "how", words.means.spoken);
  await page.keyboard.press("F9");
  await readReceipt(page);

  await expectHeader(page, "sync.allThere");
  const [byPhone, byReceipt] = await listReceived(shop.db);
  expect(byPhone?.payload).toMatchObject({
    act: "withdrawal",
    scope: "all",
    receipts: [],
    subject: { name: null, contacts: { phone: "+66815550403" } },
  });
  expect(byReceipt?.payload).toMatchObject({
    act: "withdrawal",
    scope: "all",
    receipts: [elsewhere.replaceAll("-", "")],
    subject: { name: null, contacts: { phone: null } },
  });
});
