import { checkBothLanguages } from "../support/accessibility.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying, wichai } from "../support/demo-people.ts";
import { lock, pressKey, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { backWithinMs, expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

test("a manager reads what this PC keeps of customers and until when, and finds the other pages", async ({
  desk: { page },
}) => {
  await signIn(page, somying);
  await takeConsent(page, inventCustomer(1, "กานดา สมมติ"), []);
  await expectHeader(page, "sync.allThere", {}, backWithinMs);
  await lock(page);

  await signIn(page, wichai);
  await pressKey(page, "F10");
  await page.getByRole("link", { name: say("th", "kept.link") }).click();
  await expect(page.getByRole("heading", { name: say("th", "kept.title") })).toBeVisible();
  await expect(page.getByText(say("th", "kept.rule", { count: 90 }))).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: say("th", "kind.marketing-consent") });
  await expect(row).toContainText(/1\s*\d+/);
  await checkBothLanguages(page);

  await pressKey(page, "F11");
  await expect(page.getByRole("heading", { name: say("th", "people.title") })).toBeVisible();
  await checkBothLanguages(page);
  await pressKey(page, "F10");
  await page.getByRole("link", { name: say("th", "courier.link") }).click();
  await expect(page.getByRole("heading", { name: say("th", "courier.title") })).toBeVisible();
  await checkBothLanguages(page);
});
