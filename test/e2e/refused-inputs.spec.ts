import type { Page } from "playwright/test";
import type { IssueCode } from "../../src/contract/failure.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import {
  answer,
  ask,
  choose,
  enterPerson,
  field,
  find,
  save,
  sayAloud,
  textOf,
} from "../support/consent-form.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { expectHeader } from "../support/sync-line.ts";
import { formWords, languages, say } from "../support/words.ts";

const words = formWords.th;
/** Numbers that pass the checks of their kind and belong to nobody: a test card, an ID of a made-up person. */
const card = "4111 1111 1111 1111";
const idNumber = "1-2345-67890-12-1";

type Refused = { field: string; typed: string; code: IssueCode; limit?: number };

/** Types what is not taken, tries to save, and sees the words at the field in both languages. */
async function refuse(page: Page, { field: name, typed, code, limit }: Refused): Promise<void> {
  await textOf(page, name).fill(typed);
  await page.keyboard.press("F9");
  for (const language of [...languages].reverse()) {
    await speak(page, language);
    const said = formWords[language].issues[code].replace("{{limit}}", String(limit));
    await expect(field(page, name)).toContainText(said);
  }
  await expect(textOf(page, name)).toHaveValue(typed);
}

/** How many captures this PC holds that head office does not. */
async function countWaiting(page: Page): Promise<number> {
  return (await callDesk(page, "sync.status")).waiting;
}

test("what must not be kept is refused at its field in plain words, stays as typed, and can be put right", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await shop.cutLine();
  await ask(page);
  await enterPerson(page, "ปวีณา ไพรวัลย์");
  await answer(page, { "direct-marketing": ["sms", "email", "line", "post"] });
  const good = {
    name: "ปวีณา ไพรวัลย์",
    phone: "081 555 0801",
    email: "paweena@example.com",
    line: "paweena.example",
    address: "99/1 ถนนตัวอย่าง ตำบลในเมือง เชียงใหม่ 50000",
  };
  for (const [name, typed] of Object.entries(good)) await textOf(page, name).fill(typed);
  await sayAloud(page);

  const cases: Refused[] = [
    { field: "name", typed: `ปวีณา ${card}`, code: "card-number" },
    { field: "name", typed: `ปวีณา ${idNumber}`, code: "id-number" },
    { field: "name", typed: "ป", code: "one-character-name" },
    { field: "name", typed: "ก".repeat(121), code: "too-long", limit: 120 },
    { field: "phone", typed: "0000000000", code: "made-up-phone" },
    { field: "phone", typed: "1234567890", code: "made-up-phone" },
    { field: "phone", typed: "0815", code: "bad-phone" },
    { field: "email", typed: "paweena@", code: "bad-email" },
    { field: "line", typed: "๔๑๑๑๑๑๑๑๑๑๑๑๑๑๑๑", code: "card-number" },
    { field: "address", typed: `99/1 ${card.replaceAll(" ", "-")}`, code: "card-number" },
    { field: "address", typed: `99/1 ${idNumber.replaceAll("-", "")}`, code: "id-number" },
    { field: "address", typed: "9".concat(" ถนน".repeat(80)), code: "too-long", limit: 300 },
  ];
  for (const one of cases) {
    await refuse(page, one);
    await textOf(page, one.field).fill(good[one.field as keyof typeof good]);
    await expect(textOf(page, one.field)).not.toHaveAttribute("aria-invalid", "true");
  }
  await textOf(page, "phone").fill("0000000000");
  await textOf(page, "name").fill("ป");
  await page.keyboard.press("F9");
  await checkBothLanguages(page);
  expect(await countWaiting(page)).toBe(0);

  await textOf(page, "phone").fill(good.phone);
  await textOf(page, "name").fill(good.name);
  await save(page);
  await expectHeader(page, "sync.waiting", { count: 1 });
});

test("what is missing is named where it is missing, one by one, until it can be saved @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await shop.cutLine();
  await page.keyboard.press("F4");
  await expect(page.getByRole("button", { name: words.notice.shown })).toBeFocused();
  await page.keyboard.press("F9");
  await expect(page.getByText(words.notice.needed)).toBeVisible();
  await checkBothLanguages(page);
  await page.getByRole("button", { name: words.notice.shown }).click();
  const news = field(page, "replies.direct-marketing");
  await page.keyboard.press("F9");
  await expect(field(page, "ageBand")).toContainText(words.issues.required);
  await expect(news).toContainText(words.issues["answer-every-purpose"]);
  await expect(field(page, "how")).toContainText(words.issues.required);
  // Silence is no answer: nothing is chosen beforehand.
  await expect(page.locator('[data-field^="replies."] input:checked')).toHaveCount(0);

  await choose(page, "replies.direct-marketing", words.purposes.yes);
  await page.keyboard.press("F9");
  await expect(news).toContainText(words.issues["choose-a-channel"]);
  await expect(field(page, "name")).toContainText(words.issues.required);
  await checkBothLanguages(page);
  await choose(page, "replies.direct-marketing", "SMS");
  await page.keyboard.press("F9");
  await expect(field(page, "phone")).toContainText(words.issues["contact-needed"]);
  expect(await countWaiting(page)).toBe(0);

  // Somebody who gives no phone: the channel is taken away, and the phone is no longer asked.
  await answer(page, {});
  await expect(field(page, "phone")).toHaveCount(0);
  await choose(page, "ageBand", words.person.adult);
  await sayAloud(page);
  await save(page);
  await expectHeader(page, "sync.waiting", { count: 1 });
});

test("a reason takes no card number, and a withdrawal no receipt number that cannot be @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await shop.cutLine();
  const customer = inventCustomer(1, "อนุชา กุลธรรม", { phone: "+66815550802" });
  await takeConsent(page, customer, ["direct-marketing sms"]);
  await find(page, "อนุชา");
  await page.keyboard.press("F7");
  await refuse(page, { field: "reason", typed: `จ่ายด้วย ${card}`, code: "card-number" });
  await refuse(page, { field: "reason", typed: "ก".repeat(301), code: "too-long", limit: 300 });
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: say("th", "desk.draft.goOn") }).waitFor();
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "อนุชา กุลธรรม" })).toHaveCount(0);
  await page.keyboard.press("F6");
  await page.getByRole("button", { name: say("th", "desk.draft.beginAnew") }).click();
  await refuse(page, { field: "receipt", typed: "001-0001-A", code: "bad-receipt-number" });
  await refuse(page, { field: "phone", typed: "1234567890", code: "made-up-phone" });
  expect(await countWaiting(page)).toBe(1);
});
