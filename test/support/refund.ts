import type { ElectronApplication, Page } from "playwright";
import { expect } from "playwright/test";
import { idCopyText } from "../../src/captures/id-copy/text.ts";
import { coveredField } from "../../src/contract/id-document.ts";
import { choose, field, textOf } from "./consent-form.ts";
import { pressKey, readLanguage } from "./desk-page.ts";
import { say } from "./words.ts";

/** A refund as it is typed: reasons by the name that the demo's rules give them. */
export type TypedRefund = {
  reason: { th: string; en: string };
  sale: string;
  baht: string;
  name: string;
  how?: "cash" | "card-reversal";
};

export const faultyGoods = { th: "สินค้ามีปัญหา", en: "Faulty goods" };

/** From any page to the empty form of a refund. */
export async function beginRefund(page: Page): Promise<void> {
  await pressKey(page, "F3");
  const language = await readLanguage(page);
  await page.getByRole("heading", { name: say(language, "refunds.title"), exact: true }).waitFor();
  await pressKey(page, "F4");
  await field(page, "reason").waitFor();
}

export async function typeRefund(page: Page, given: TypedRefund): Promise<void> {
  const language = await readLanguage(page);
  const words = idCopyText[language];
  await choose(page, "reason", given.reason[language]);
  await textOf(page, "sale").fill(given.sale);
  await textOf(page, "amount").fill(given.baht);
  await choose(page, "how", words.sale[given.how ?? "cash"]);
  await textOf(page, "name").fill(given.name);
}

/** Chooses the proof and tells the customer. */
export async function chooseProof(page: Page, how: "seen" | "copied"): Promise<void> {
  const words = idCopyText[await readLanguage(page)];
  // By what is said of it: in Thai the words of the one are part of the other's.
  await choose(page, "evidence", words.evidence[`${how}Note`]);
  await page.getByRole("button", { name: words.notice.told }).click();
  await expect(page.getByRole("heading", { name: words.notice.done })).toBeVisible();
}

/** Opens the copy window by saving, and waits for it. */
export async function openCopyWindow(app: ElectronApplication, page: Page): Promise<Page> {
  const opened = app.waitForEvent("window");
  await page.keyboard.press("F9");
  const window = await opened;
  await window.getByRole("heading").first().waitFor();
  return window;
}

/** Waits for the camera's first frame. */
export async function awaitCamera(window: Page): Promise<void> {
  await expect
    .poll(() => window.evaluate<number>("document.querySelector('video')?.videoWidth ?? 0"))
    .toBeGreaterThan(0);
}

/** Takes the picture that the camera shows. */
export async function shoot(window: Page): Promise<void> {
  const language = await readLanguage(window);
  const button = window.getByRole("button", { name: say(language, "copyWindow.intake.shoot") });
  await expect(button).toBeEnabled();
  await awaitCamera(window);
  await button.click();
}

/** Waits until the copy can be worked on; the answer is how many masks there are. */
export async function awaitMasks(window: Page): Promise<number> {
  const language = await readLanguage(window);
  await window
    .getByRole("heading", { name: say(language, "copyWindow.masks.title") })
    .waitFor({ timeout: 40_000 });
  return masksOf(window).count();
}

/** All masks on the copy. */
function masksOf(window: Page) {
  return window.locator("button[aria-pressed][aria-label*=Shift]");
}

/** Says of every field that it is covered or, where no mask is, not on the document. */
export async function tickFields(window: Page): Promise<void> {
  const language = await readLanguage(window);
  const labels = await masksOf(window).evaluateAll((all) =>
    all.map((one) => one.getAttribute("aria-label") ?? ""),
  );
  for (const name of coveredField.options) {
    const said = say(language, `copyWindow.field.${name}`);
    const row = window.locator(`li[data-field="${name}"]`);
    if ((await row.count()) === 0) continue;
    const tick = labels.some((label) => label.includes(`: ${said}`)) ? "covered" : "absent";
    await row.getByText(say(language, `copyWindow.masks.${tick}`), { exact: true }).click();
  }
}

/** From the ticks to the finished copy on the screen. */
export async function finishCopy(window: Page): Promise<void> {
  const language = await readLanguage(window);
  await goOn(window);
  await window
    .getByRole("heading", { name: say(language, "copyWindow.ready.title") })
    .waitFor({ timeout: 40_000 });
}

/** Seals and keeps it; resolves when the window is gone and the desk says that it is saved. */
export async function keepCopy(window: Page, page: Page): Promise<void> {
  const gone = window.waitForEvent("close");
  // The window can be gone before the key is up again; if it stays, this waits for it in vain.
  await pressKey(window, "F9").catch(() => gone);
  await gone;
  const language = await readLanguage(page);
  await page.getByRole("heading", { name: say(language, "refunds.saved.title") }).waitFor();
}

async function goOn(window: Page): Promise<void> {
  const language = await readLanguage(window);
  await window.getByRole("button", { name: say(language, "copyWindow.masks.check") }).click();
}
