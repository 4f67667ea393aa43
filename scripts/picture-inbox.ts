import { join } from "node:path";
import { writeDeclaration } from "../src/captures/rights-request/declaration.ts";
import { exampleReference } from "../src/captures/rights-request/example-reference.ts";
import {
  access,
  footageRequest,
  kanda,
  letter,
} from "../src/captures/rights-request/example-requests.ts";
import type { RightsRequest } from "../src/captures/rights-request/payload.ts";
import { enrolTestDevice } from "../test/support/device-client.ts";
import { makeAccount, openInbox } from "../test/support/inbox-client.ts";
import { launchBrowser, openInboxPage, signInAtInbox } from "../test/support/inbox-page.ts";
import type { Shop } from "../test/support/shop.ts";

const day = 24 * 60 * 60 * 1000;

/** Takes pictures of head office's inbox with invented requests, as `inbox-*.png` into a folder. */
export async function pictureInbox(shop: Shop, folder: string): Promise<void> {
  await makeAccount(shop.db, "napa", "dpo");
  const device = await enrolTestDevice(shop.address, await shop.issueCode());
  const take = (payload: unknown, daysAgo: number) =>
    device.capture(payload, {
      kind: "rights-request",
      clockOffsetMs: 0,
      capturedAt: new Date(Date.now() - daysAgo * day).toISOString(),
    });
  const somchai = { ...kanda, name: "สมชาย ดีเลิศ", phone: "+66815550199" };
  const wish: RightsRequest = {
    ...access,
    right: "erasure",
    reason: "no-longer-needed",
    subject: somchai,
  };
  const words = writeDeclaration(wish, exampleReference, "th", (day) => day);
  const erasure = { ...wish, declaration: { ...wish.declaration, words } };
  const overdue = take(access, 33);
  const waiting = take(erasure, 26);
  await device.push([take(footageRequest, 2), overdue, waiting, take(letter, 1)]);
  const asker = openInbox(shop.address);
  await asker.signIn("napa");
  await asker.ask("cases.step", { id: overdue.id, next: { step: "begin" } });
  await asker.ask("cases.step", {
    id: waiting.id,
    next: { step: "wait", reason: "which-data", words: "ขอเลขที่ใบเสร็จ" },
  });
  const browser = await launchBrowser();
  try {
    const page = await openInboxPage(browser, shop.address);
    await signInAtInbox(page, "napa");
    const row = page.getByRole("row", { name: new RegExp(somchai.name) });
    await row.waitFor();
    await page.screenshot({ path: join(folder, "inbox-cases.png") });
    await row.getByRole("link").click();
    await page.getByRole("img", { name: "ลายเซ็น" }).first().waitFor();
    await page.screenshot({ path: join(folder, "inbox-case.png") });
    await page.getByRole("radio", { name: "English" }).click();
    await page.getByRole("link", { name: "Registers" }).click();
    await page.getByRole("table").first().waitFor();
    await page.screenshot({ path: join(folder, "inbox-registers.png") });
    await page.getByRole("link", { name: "Settings" }).click();
    const panel = page.getByRole("heading", { name: "What waits in the shops" });
    await panel.scrollIntoViewIfNeeded();
    await panel.evaluate((heading) => heading.scrollIntoView({ block: "start" }));
    await page.screenshot({ path: join(folder, "inbox-settings.png") });
  } finally {
    await browser.close();
  }
}
