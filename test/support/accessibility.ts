import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Result } from "axe-core";
import { expect, type Page } from "playwright/test";
import type { Language } from "../../src/contract/ids.ts";
import { callDesk } from "./desk-calls.ts";
import { readLanguage, speak } from "./desk-page.ts";
import { checkShape } from "./page-shape.ts";
import { languages } from "./words.ts";

/** As text, and the short form of it: the page has to read it anew after each load. */
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** No violation on the page as it stands, contrast among them. */
export async function checkAccessibility(page: Page): Promise<void> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  // Or a colour is judged while it still changes.
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished)).then(() => undefined)`);
  const violations = await page.evaluate<Result[]>(
    // What it would load beforehand is for rules on sound and on turned screens, and there is neither here.
    "axe.run({ resultTypes: ['violations'], preload: false }).then((results) => results.violations)",
  );
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.any.map((one) => one.message).join("; ")}`).join("\n")}`,
  );
  expect(found).toEqual([]);
}

/** The same in both languages, with a dialog over the page too; the page speaks its own again afterwards. */
export async function checkBothLanguages(page: Page): Promise<void> {
  const before = await readLanguage(page);
  for (const language of [...languages].sort((one) => (one === before ? 1 : -1))) {
    await speakUnder(page, language);
    await checkAccessibility(page);
    await checkShape(page);
  }
}

/** The same for a page of head office's inbox, which speaks Thai before and afterwards. */
export async function checkInboxBothLanguages(inbox: Page): Promise<void> {
  for (const language of ["English", "ไทย"]) {
    await inbox.getByRole("radio", { name: language }).click();
    await checkAccessibility(inbox);
  }
}

/** As `speak`; beneath a dialog the switch is out of reach, and main is asked as the switch would ask it. */
async function speakUnder(page: Page, language: Language): Promise<void> {
  const isCovered = (await page.getByRole("dialog").or(page.getByRole("alertdialog")).count()) > 0;
  if (!isCovered) return speak(page, language);
  await callDesk(page, "desk.setLanguage", language);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}
