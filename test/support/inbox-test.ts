import { type Browser, test as base, expect, type Page } from "playwright/test";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { startTestHeadOffice } from "./head-office.ts";
import { makeAccount } from "./inbox-client.ts";
import { launchBrowser, openInboxPage } from "./inbox-page.ts";

type InboxFixtures = {
  /** A head office of this test's own, with a DPO `napa` and a viewer `krit`. */
  office: HeadOffice;
  /** A window of the system's own Chromium on its inbox, nobody signed in; no error is logged in it. */
  inbox: Page;
};

/** Playwright's test with a head office and its inbox in a real browser. */
export const test = base.extend<InboxFixtures, { chromium: Browser }>({
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture wants from its pattern
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  office: async ({}, use) => {
    const office = await startTestHeadOffice();
    await makeAccount(office.db, "napa", "dpo");
    await makeAccount(office.db, "krit", "viewer");
    await use(office);
    await office.close();
  },
  inbox: async ({ chromium, office }, use) => {
    const page = await openInboxPage(chromium, office.address);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (line) => {
      // Refused requests are part of what is tested; a broken policy is not.
      if (line.text().includes("Content Security Policy")) faults.push(line.text());
    });
    await use(page);
    await page.context().close();
    expect(faults).toEqual([]);
  },
});

export { expect };
