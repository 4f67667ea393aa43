import { checkBothLanguages } from "../support/accessibility.ts";
import { answer, ask, done, enterPerson, save, sayAloud, textOf } from "../support/consent-form.ts";
import { somying, wichai } from "../support/demo-people.ts";
import { lock, pressKey, signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { listReceived } from "../support/received-captures.ts";
import { backWithinMs, expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

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

  await shop.restoreLine();
  await speak(page, "en");
  await page.getByRole("button", { name: say("en", "pending.retryAll") }).click();
  await expect(row).toHaveCount(0, { timeout: backWithinMs });
  await expect(page.getByText(say("en", "pending.emptyTitle"))).toBeVisible();
  await expectHeader(page, "sync.allThere", {}, backWithinMs);
  expect(await listReceived(shop.db)).toHaveLength(1);
  await checkBothLanguages(page);
});
