import { checkBothLanguages } from "../support/accessibility.ts";
import { ask, find, textOf } from "../support/consent-form.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { countInput } from "../support/input-count.ts";
import { listReceived } from "../support/received-captures.ts";
import { expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

test("one key says no thank you for a passer-by, of whom nothing is kept", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  const count = await countInput(page);
  await page.keyboard.press("F8");
  await expect(page.getByText(say("th", "desk.noThanksSaved.stranger"))).toBeVisible();
  expect(await count.read()).toEqual({ keys: 1, presses: 0 });
  await checkBothLanguages(page);

  // From within the form too, whatever was typed there.
  await ask(page);
  await textOf(page, "name").fill("มานี ขจรฟ้า");
  await page.keyboard.press("F8");
  await expect(page.getByText(say("th", "desk.noThanksSaved.stranger"))).toBeVisible();
  await expect(page.getByText(say("th", "desk.draft.title"))).toHaveCount(0);
  await expectHeader(page, "sync.allThere");
  const received = await listReceived(shop.db);
  expect(received.map(({ payload }) => payload)).toEqual([
    { act: "no-thank-you", subject: null, day: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) },
    { act: "no-thank-you", subject: null, day: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) },
  ]);
});

test("one key says no thank you for somebody known, who is not asked again today and keeps an earlier yes @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  const customer = inventCustomer(1, "ปิติ บุญเจริญ", { phone: "+66815550201" });
  await takeConsent(page, customer, ["direct-marketing sms"]);
  await find(page, "ปิติ");
  await expect(page.getByRole("button", { name: say("th", "desk.person.ask") })).toBeVisible();
  await page.keyboard.press("F8");

  const saved = say("th", "desk.noThanksSaved.known", { name: "ปิติ บุญเจริญ" });
  await expect(page.getByText(saved)).toBeVisible();
  await expect(page.getByText(say("th", "desk.person.doNotAsk"))).toBeVisible();
  const asking = page.getByRole("button", { name: say("th", "desk.person.askAnyway") });
  await expect(asking).toBeVisible();
  await expect(page.getByText(`SMS: ${say("th", "desk.person.yes")}`)).toBeVisible();
  await checkBothLanguages(page);

  // It holds for whoever finds the person later that day.
  await page.getByRole("button", { name: say("th", "desk.person.back") }).click();
  await find(page, "0815550201");
  await expect(page.getByText(say("th", "desk.person.doNotAsk"))).toBeVisible();
  // And for that day alone.
  await page.clock.setFixedTime(Date.now() + 86_400_000);
  await page.getByRole("button", { name: say("th", "desk.person.back") }).click();
  await find(page, "0815550201");
  await expect(page.getByRole("button", { name: say("th", "desk.person.ask") })).toBeVisible();
  await expect(page.getByText(say("th", "desk.person.doNotAsk"))).toHaveCount(0);
  await expectHeader(page, "sync.allThere");
  const [, refusal] = await listReceived(shop.db);
  expect(refusal?.payload).toMatchObject({ act: "no-thank-you", subject: { id: customer.id } });

  // A change of mind is always open, by the same key as ever.
  await page.keyboard.press("F4");
  await expect(page.getByRole("heading", { level: 1, name: "เปลี่ยนคำตอบ" })).toBeVisible();
});
