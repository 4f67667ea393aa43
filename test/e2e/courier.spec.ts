import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { checkBothLanguages } from "../support/accessibility.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying, wichai } from "../support/demo-people.ts";
import { type Desk, launchDesk } from "../support/desk.ts";
import { lock, pressKey, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { backWithinMs, expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

test.setTimeout(180_000);

const button = (page: Page, key: string) =>
  page.getByRole("button", { name: say("th", `courier.${key}`) });

/** What the system's dialogs answer from now on. */
async function answerDialogs({ app }: Desk, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}

async function openCourierPage(page: Page): Promise<void> {
  await signIn(page, wichai);
  await pressKey(page, "F10");
  await page.getByRole("link", { name: say("th", "courier.link") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("th", "courier.title"));
}

test("what one PC without a line writes to a stick goes by another, and the answer comes back @thorough", async ({
  shop,
  desk,
  start,
}) => {
  const stick = mkdtempSync(join(tmpdir(), "yinyom-stick-"));
  const file = join(stick, "there.yinyom");
  const answers = join(stick, "back.yinyom");
  const other = await launchDesk({
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
  });
  try {
    // Both have spoken with head office once; then there is no line.
    const { page } = desk;
    await signIn(page, somying);
    await expectHeader(page, "sync.allThere", {}, backWithinMs);
    await shop.cutLine();
    await takeConsent(page, inventCustomer(1, "กานดา สมมติ"), []);
    await lock(page);

    await openCourierPage(page);
    await checkBothLanguages(page);
    await answerDialogs(desk, file);
    await page.keyboard.press("F6");
    await expect(page.getByText(say("th", "courier.next"))).toBeVisible();
    await checkBothLanguages(page);
    // Or its own line, once it is back, would be first.
    await desk.close();

    await openCourierPage(other.page);
    await expect(other.page.getByText(say("th", "courier.nothing"))).toBeVisible();
    await expect(button(other.page, "write")).toBeDisabled();
    await answerDialogs(other, file);
    await other.page.keyboard.press("F7");
    const taken = say("th", "courier.taken_other").replace("{{count}}", "1");
    await expect(other.page.getByText(taken)).toBeVisible();
    await expect(other.page.getByRole("table")).toContainText(say("th", "courier.waiting"));
    await checkBothLanguages(other.page);

    await shop.restoreLine();
    await expect(button(other.page, "writeAnswers")).toBeVisible({ timeout: backWithinMs });
    await shop.cutLine();
    await answerDialogs(other, answers);
    await other.page.keyboard.press("F8");
    await expect(other.page.getByText(answers)).toBeVisible();
    await checkBothLanguages(other.page);

    const again = await start();
    await openCourierPage(again.page);
    await answerDialogs(again, answers);
    await button(again.page, "take").click();
    const completed = say("th", "courier.completed_other").replace("{{count}}", "1");
    await expect(again.page.getByText(completed)).toBeVisible();
    await expect(again.page.getByText(say("th", "courier.nothing"))).toBeVisible();
  } finally {
    await other.close();
    rmSync(stick, { recursive: true, force: true });
  }
});
