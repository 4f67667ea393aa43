import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { access, kanda } from "../../src/captures/rights-request/example-requests.ts";
import { openLog } from "../../src/head-office/log.ts";
import { checkAccessibility, checkInboxBothLanguages } from "../support/accessibility.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { wichai } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { test as base, expect } from "../support/desk-test.ts";
import { enrolTestDevice } from "../support/device-client.ts";
import { makeAccount } from "../support/inbox-client.ts";
import { launchBrowser, openInboxPage, signInAtInbox } from "../support/inbox-page.ts";
import { openShop } from "../support/shop.ts";
import { expectHeader } from "../support/sync-line.ts";

/** A shop whose head office keeps its database and its log in a folder of this test's own. */
const test = base.extend<{ officeFolder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture wants from its pattern
  officeFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "yinyom-office-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  shop: async ({ officeFolder }, use) => {
    const log = openLog("debug", pino.destination({ dest: join(officeFolder, "log"), sync: true }));
    const shop = await openShop({ directory: join(officeFolder, "database"), log });
    await use(shop);
    await shop.close();
  },
});

const name = "มะลิวัลย์ พันธุ์ทอง";
const phone = "+66815550777";

/** The files under a folder that hold these bytes. */
function findBytes(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => existsSync(path) && readFileSync(path).includes(Buffer.from(text)));
}

test("what the DPO erases is gone to the last byte, at head office and from the shop's PC at its next sync @thorough", async ({
  shop,
  desk,
  userData,
  officeFolder,
}) => {
  test.setTimeout(180_000);
  const { page } = desk;
  await signIn(page, wichai);
  await takeConsent(page, inventCustomer(7, name, { phone }), ["direct-marketing sms"]);
  await expectHeader(page, "sync.allThere");
  // The runtime of tests does not encrypt: or this would prove nothing.
  expect(findBytes(userData, name)).not.toEqual([]);
  expect(findBytes(officeFolder, name)).not.toEqual([]);
  expect(readFileSync(join(officeFolder, "log"), "utf8")).toContain("/v1/push");

  // The same person asks at another PC, which knows them by another id.
  const other = await enrolTestDevice(shop.address, await shop.issueCode());
  const request = other.capture(
    { ...access, right: "erasure", reason: "no-longer-needed", subject: { ...kanda, name, phone } },
    { kind: "rights-request", clockOffsetMs: 0 },
  );
  await other.push([request]);

  await makeAccount(shop.db, "napa", "dpo");
  const browser = await launchBrowser();
  const inbox = await openInboxPage(browser, shop.address);
  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("link", { name: /^เปิดเรื่อง/ }).click();
  await inbox.getByRole("link", { name: "ข้อมูลทั้งหมดของคนนี้" }).click();
  await inbox.getByRole("button", { name: "รวบรวม" }).click();
  await expect(inbox.getByRole("article")).toHaveCount(2);
  await checkInboxBothLanguages(inbox);
  await inbox.getByRole("button", { name: "ลบ…" }).click();
  await checkAccessibility(inbox);
  await inbox.getByRole("button", { name: "ลบ 2 รายการ" }).click();
  await inbox.getByRole("alertdialog").getByRole("button", { name: "ลบ 2 รายการ" }).click();
  await expect(inbox.getByText("ลบ 2 รายการที่นี่แล้ว")).toBeVisible();
  expect(findBytes(officeFolder, name)).toEqual([]);
  expect(findBytes(officeFolder, phone)).toEqual([]);
  await browser.close();

  await page.evaluate("window.yinyom.invoke('sync.now')");
  await expect(async () => {
    expect(findBytes(userData, name)).toEqual([]);
    expect(findBytes(userData, phone)).toEqual([]);
  }).toPass({ timeout: 60_000 });
});
