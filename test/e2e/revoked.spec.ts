import { existsSync, readdirSync } from "node:fs";
import { revokeDevice } from "../../src/head-office/enrolment.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying } from "../support/demo-people.ts";
import { pressKey, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { keyFile, storeFile, storeFolder } from "../support/kept-desk.ts";
import { backWithinMs, expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

test.setTimeout(180_000);

test("a PC taken out of use hands over what it has, destroys its keys, says so, and can begin anew", async ({
  shop,
  desk,
  start,
  userData,
}) => {
  const { page } = desk;
  await signIn(page, somying);
  await expectHeader(page, "sync.allThere", {}, backWithinMs);
  await shop.cutLine();
  await takeConsent(page, inventCustomer(1, "กานดา สมมติ"), []);
  const { id: device } = await shop.db.selectFrom("device").select("id").executeTakeFirstOrThrow();
  await revokeDevice(shop.db, device, new Date());
  expect(existsSync(keyFile(userData))).toBe(true);
  await shop.restoreLine();

  // By itself, whoever is signed in.
  const title = page.getByRole("heading", { level: 1, name: say("th", "left.title") });
  await expect(title).toBeVisible({ timeout: backWithinMs });
  await checkBothLanguages(page);
  const { count } = await shop.db
    .selectFrom("capture")
    .select((query) => query.fn.countAll().as("count"))
    .where("device", "=", device)
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(1);
  await expect.poll(() => existsSync(keyFile(userData))).toBe(false);

  // A start later it says the same.
  await desk.close();
  const later = await start();
  await expect(
    later.page.getByRole("heading", { level: 1, name: say("th", "left.title") }),
  ).toBeVisible();
  expect(existsSync(storeFile(userData))).toBe(true);
  await later.page.getByRole("button", { name: say("th", "left.startAnew") }).click();
  await expect(later.page.getByRole("heading", { level: 1 })).toHaveText(say("th", "enrol.title"));
  expect(readdirSync(storeFolder(userData))).not.toContain("left.json");
  await later.page.getByLabel(say("th", "enrol.address")).fill(shop.address);
  await later.page.getByLabel(say("th", "enrol.code")).fill(await shop.issueCode());
  await later.page.getByRole("button", { name: say("th", "enrol.connect") }).click();
  await signIn(later.page, somying);
  await pressKey(later.page, "F2");
});
