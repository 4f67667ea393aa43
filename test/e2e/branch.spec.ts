import { checkBothLanguages } from "../support/accessibility.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { wichai } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { pressKey, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { enrolTestDevice } from "../support/device-client.ts";
import { expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

test("a manager sees how the branch's other devices stand and how its days went, and is told where there is no line", async ({
  shop,
  desk: { page },
}) => {
  const other = await enrolTestDevice(shop.address, await shop.issueCode());
  await other.send("/v1/pull", {
    cursor: 0,
    desk: { waiting: 12, held: 0, parked: 2, version: "0.0.9" },
  });
  await signIn(page, wichai);
  await takeConsent(page, inventCustomer(1, "กานดา ทองดี", { phone: "+66815550101" }), [
    "direct-marketing sms",
  ]);
  await expectHeader(page, "sync.allThere");
  await callDesk(page, "sync.now");
  await pressKey(page, "F10");
  await page.getByRole("link", { name: say("th", "branch.link") }).click();
  const devices = page.getByRole("table", { name: say("th", "branch.devices") });
  const rows = devices.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: "0.0.9" })).toContainText("12");
  await expect(rows.filter({ hasText: say("th", "branch.thisOne") })).toContainText("0.1.0");
  const today = page
    .getByRole("table", { name: say("th", "branch.perDay") })
    .getByRole("row")
    .nth(1);
  await expect(today.getByRole("cell").first()).toHaveText("1");
  await expect(today.getByRole("cell").nth(1)).toHaveText("1");
  await checkBothLanguages(page);

  await shop.cutLine();
  await page.getByRole("button", { name: say("th", "branch.again") }).click();
  await expect(page.getByText(say("th", "branch.noLine"))).toBeVisible();
  await checkBothLanguages(page);
});
