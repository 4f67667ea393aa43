import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";
import { readLanguage, speak } from "./desk-page.ts";
import { languages } from "./words.ts";

/** No violation on the page as it stands, contrast among them. */
export async function checkAccessibility(page: Page): Promise<void> {
  // Or a colour is judged while it still changes.
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished)).then(() => undefined)`);
  // Legacy: the other way opens a second page, which Electron cannot.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.any.map((one) => one.message).join("; ")}`).join("\n")}`,
  );
  expect(found).toEqual([]);
}

/** The same in both languages, where the page has a switch; the page speaks its own again afterwards. */
export async function checkBothLanguages(page: Page): Promise<void> {
  const before = await readLanguage(page);
  for (const language of [...languages].sort((one) => (one === before ? 1 : -1))) {
    await speak(page, language);
    await checkAccessibility(page);
  }
}
