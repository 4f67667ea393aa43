import { findRuntime } from "../../scripts/electron-runtime/find-runtime.ts";
import { checkAccessibility, checkBothLanguages } from "../support/accessibility.ts";
import { answer, ask, done, enterPerson, save, sayAloud, textOf } from "../support/consent-form.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying, wichai } from "../support/demo-people.ts";
import { lock, pressKey, signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { storeFile } from "../support/kept-desk.ts";
import { listReceived } from "../support/received-captures.ts";
import { spoilCapture } from "../support/spoil-capture.ts";
import { backWithinMs, expectHeader } from "../support/sync-line.ts";
import { languages, say } from "../support/words.ts";

test("a manager sees what waits and why, and sends it once the line is back", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await expectHeader(page, "sync.allThere", {}, backWithinMs);
  await shop.cutLine();
  await ask(page);
  await enterPerson(page, "กานดา ทองดี");
  await answer(page, { "direct-marketing": ["sms"] });
  await textOf(page, "phone").fill("081 555 0101");
  await sayAloud(page);
  const number = await save(page);
  await done(page);
  await lock(page);

  await signIn(page, wichai);
  await pressKey(page, "F10");
  const row = page.getByRole("row").filter({ hasText: number });
  await expect(row).toBeVisible();
  await expect(row).toContainText(somying.name.th);
  await expectHeader(page, "sync.waiting", { count: 1 });
  await expect(row).toContainText(say("th", "sync.short.no-line"), { timeout: backWithinMs });
  await checkBothLanguages(page);
  expect(await listReceived(shop.db)).toEqual([]);

  await speak(page, "en");
  await shop.restoreLine();
  // By its key: the desk tries again by itself, and then the button is gone.
  await page.keyboard.press("F5");
  await expect(row).toHaveCount(0, { timeout: backWithinMs });
  await expect(page.getByText(say("en", "pending.emptyTitle"))).toBeVisible();
  await expectHeader(page, "sync.allThere", {}, backWithinMs);
  expect(await listReceived(shop.db)).toHaveLength(1);
  await checkBothLanguages(page);
});

test("what head office refuses is set aside with its reason, and delays nothing else @thorough", async ({
  shop,
  desk,
  start,
  userData,
}) => {
  test.skip(
    (await findRuntime())?.kind !== "stand-in",
    "the official runtime encrypts the store, so nothing here can spoil one capture of it",
  );
  await signIn(desk.page, somying);
  await shop.cutLine();
  const numbers: string[] = [];
  for (const number of [1, 2, 3]) {
    numbers.push(await takeConsent(desk.page, inventCustomer(number, "มาลี ทดสอบ"), []));
  }
  await desk.close();
  spoilCapture(storeFile(userData), 2, (payload) => payload.replace("มาลี", "มานี"), false);
  await shop.restoreLine();

  const { page } = await start();
  await signIn(page, wichai);
  await expectHeader(page, "sync.parked", { count: 1 }, backWithinMs);
  await page.getByRole("link", { name: say("th", "sync.parked", { count: 1 }) }).click();
  const rows = page.getByRole("row").filter({ hasText: somying.name.th });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(numbers[1] ?? "");
  for (const language of languages) {
    await speak(page, language);
    await expect(page.getByText(say(language, "pending.verdict.hash-mismatch"))).toBeVisible();
    await expect(
      page.getByText(say(language, "pending.states.parked"), { exact: true }),
    ).toBeVisible();
    // Not "all at head office", though nothing waits.
    await expectHeader(page, "sync.nothingWaits");
    await checkAccessibility(page);
  }
  expect((await listReceived(shop.db)).map((one) => one.sequence)).toEqual([1, 3]);

  // Sent again, it is refused again, and still here.
  await page.getByRole("button", { name: `${say("en", "pending.look")}: ${numbers[1]}` }).click();
  await page.getByRole("button", { name: say("en", "pending.retryOne") }).click();
  await expect(page.getByText(say("en", "pending.tries", { count: 2 }))).toBeVisible();
  await expect(page.getByText(say("en", "pending.states.parked"), { exact: true })).toBeVisible();
});
