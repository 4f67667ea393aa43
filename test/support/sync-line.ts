import { expect, type Page } from "playwright/test";
import { readLanguage } from "./desk-page.ts";
import { say, sayAround } from "./words.ts";

/** How long a desk may take to find by itself that the line is back, after some tries that failed. */
export const backWithinMs = 60_000;

/** The header says this by its words' key, in the language of the page. */
export async function expectHeader(
  page: Page,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
  timeout = 10_000,
): Promise<void> {
  const language = await readLanguage(page);
  const line = page.getByRole("region", { name: say(language, "frame.status") });
  await expect(line).toContainText(sayAround(language, key, values), { timeout });
}
