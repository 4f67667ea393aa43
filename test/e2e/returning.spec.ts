import { checkBothLanguages } from "../support/accessibility.ts";
import { field, readReceipt, searchBox, textOf } from "../support/consent-form.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { countInput } from "../support/input-count.ts";
import { listReceived } from "../support/received-captures.ts";
import { expectHeader } from "../support/sync-line.ts";
import { pressThaiKeys } from "../support/thai-keyboard.ts";
import { formWords, say } from "../support/words.ts";

const words = formWords.th;
const customer = inventCustomer(1, "ธีรพงษ์ แก้วมณี", { phone: "+66815550301" });
const phoneKeys = [..."0815550301"].map((digit) => ({ code: `Numpad${digit}` }));

test("a returning customer's change needs few keys, no mouse and no other keyboard layout", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await takeConsent(page, customer, ["direct-marketing sms", "photo-publicity"]);
  await expectHeader(page, "sync.allThere");
  const press = (...codes: string[]) =>
    pressThaiKeys(
      page,
      codes.map((code) => ({ code })),
    );
  const question = (purpose: string) => field(page, `replies.${purpose}`).locator(":focus");
  const count = await countInput(page);
  const began = Date.now();

  await press("F2");
  await expect(searchBox(page)).toBeFocused();
  await pressThaiKeys(page, phoneKeys);
  await expect(page.getByRole("option", { name: "ธีรพงษ์ แก้วมณี" })).toBeVisible();
  await press("Enter");
  await expect(page.getByRole("heading", { name: "ธีรพงษ์ แก้วมณี" })).toBeVisible();
  await press("F4");
  await expect(page.getByRole("button", { name: words.notice.shown })).toBeFocused();
  await press("Enter");
  // Who they are is known: the first question is the first thing to be asked.
  await expect(question("direct-marketing")).toHaveRole("radio");
  await press("Digit1");
  await expect(question("direct-marketing")).toHaveRole("checkbox");
  await press("Digit3", "Digit4", "Enter");
  await expect(question("partner-sharing")).toBeVisible();
  await press("Digit2");
  await expect(question("advertising-audiences")).toBeVisible();
  await press("Digit2");
  await expect(question("photo-publicity")).toBeVisible();
  await press("Digit2");
  await expect(field(page, "how").locator(":focus")).toHaveRole("radio");
  await press("Digit1", "F9");
  await readReceipt(page);

  const seconds = (Date.now() - began) / 1000;
  const { keys, presses } = await count.read();
  process.stdout.write(`returning customer: ${keys} keys, ${seconds.toFixed(1)} s by a script\n`);
  expect(presses).toBe(0);
  expect(keys).toBeLessThanOrEqual(25);
  await press("Enter");
  await expect(searchBox(page)).toBeFocused();

  await expectHeader(page, "sync.allThere");
  const [, change] = await listReceived(shop.db);
  const answers = change?.payload.act === "decision" ? change.payload.answers : [];
  expect(
    answers.filter(({ answer }) => answer === "yes").map((one) => `${one.purpose} ${one.channel}`),
  ).toEqual(["direct-marketing sms", "direct-marketing phone"]);
  expect(change?.payload).toMatchObject({ subject: customer });
});

test("Enter moves on from field to field, and the keys that work stand on the screen @thorough", async ({
  desk: { page },
}) => {
  await signIn(page, somying);
  await takeConsent(page, customer, ["direct-marketing sms"]);
  const count = await countInput(page);
  const hints = page.getByRole("list", { name: say("th", "frame.keys") });
  await expect(hints).toContainText("F4");
  await page.keyboard.press("F2");
  await page.keyboard.type("0815550301", { delay: 60 });
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(hints).toContainText("F7");
  await page.keyboard.press("F7");
  await expect(field(page, "name").locator(":focus")).toBeVisible();
  for (const next of ["standing", "ageBand"]) {
    await page.keyboard.press("Enter");
    await expect(field(page, next).locator(":focus")).toBeVisible();
  }
  // What is masked is passed by, and opened only by whoever goes there.
  await page.keyboard.press("Tab");
  await expect(field(page, "phone")).not.toContainText("0815550301");
  await page.keyboard.press("Enter");
  await expect(textOf(page, "phone")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(textOf(page, "reason")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("F4");
  await page.keyboard.press("Enter");
  await expect(hints).toContainText("F9");
  for (const purpose of ["partner-sharing", "advertising-audiences", "photo-publicity"]) {
    await page.keyboard.press("Enter");
    await expect(field(page, `replies.${purpose}`).locator(":focus")).toBeVisible();
  }
  await page.keyboard.press("Enter");
  await expect(field(page, "how").locator(":focus")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: words.frame.save })).toBeFocused();
  // An answer that is left out is told by its name, and the first of them is where the keys are.
  await page.keyboard.press("Enter");
  await expect(field(page, "replies.direct-marketing").locator(":focus")).toBeVisible();
  expect((await count.read()).presses).toBe(0);
  await checkBothLanguages(page);
});

test("keys pressed before the person is there wait for them: nobody known is asked as somebody new @thorough", async ({
  desk: { page },
}) => {
  await signIn(page, somying);
  await takeConsent(page, customer, ["direct-marketing sms"]);
  // As fast as hands that know the way: no key waits for the page.
  const before = [{ code: "F2" }, ...phoneKeys, { code: "Enter" }];
  await pressThaiKeys(page, [...before, { code: "F4" }]);
  await expect(page.getByRole("heading", { level: 1, name: words.frame.askChange })).toBeVisible();
  await expect(page.getByText("ธีรพงษ์ แก้วมณี").first()).toBeVisible();
  await expect(page.getByRole("button", { name: words.notice.shown })).toBeFocused();
  await pressThaiKeys(page, [{ code: "Enter" }]);
  await expect(field(page, "replies.direct-marketing").locator(":focus")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await pressThaiKeys(page, [...before, { code: "F8" }]);
  const saved = say("th", "desk.noThanksSaved.known", { name: "ธีรพงษ์ แก้วมณี" });
  await expect(page.getByText(saved)).toBeVisible();
});
