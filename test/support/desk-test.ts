import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "playwright/test";
import { Children } from "../../scripts/children.ts";
import { openDisplay } from "../../scripts/display.ts";
import { type Desk, type DeskOptions, launchDesk } from "./desk.ts";
import { awaitDeskEnded } from "./ended-desk.ts";
import { openShop, type Shop } from "./shop.ts";

type DeskFixtures = {
  /** A head office of this test's own. */
  shop: Shop;
  /** The folder of this test's desk: what a second start finds again. */
  userData: string;
  /** Starts a desk on that folder, enrolled at the shop unless it is already; closed at the test's end. */
  start(options?: DeskOptions): Promise<Desk>;
  /** A desk that is enrolled and shows the sign-in page, in Thai as it begins. */
  desk: Desk;
};

/** Playwright's test with a shop: a real head office and a real desk, both new. */
export const test = base.extend<DeskFixtures, { display: undefined }>({
  // Two desks on one display would share what must be each one's own: the clipboard and the focus.
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture wants from its pattern
    async ({}, use) => {
      const children = new Children();
      await openDisplay(children);
      await use(undefined);
      await children.endAll();
    },
    { scope: "worker", auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  shop: async ({}, use) => {
    const shop = await openShop();
    await use(shop);
    await shop.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "yinyom-desk-"));
    await use(folder);
    await awaitDeskEnded(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ userData }, use, info) => {
    const started: Desk[] = [];
    await use(async (options = {}) => {
      const desk = await launchDesk({ userData, ...options });
      started.push(desk);
      return desk;
    });
    if (info.status !== info.expectedStatus) {
      const output = started.map((desk) => desk.output()).join("\n");
      await info.attach("what the desk printed", { body: output });
    }
    // One that a test has closed already closes again without harm.
    await Promise.all(started.map((desk) => desk.close()));
  },
  desk: async ({ shop, start }, use) => {
    const desk = await start({ headOffice: shop.address, enrolmentCode: await shop.issueCode() });
    await desk.page.getByRole("list", { name: "พนักงาน" }).getByRole("button").first().waitFor();
    await use(desk);
  },
});

export { expect };
