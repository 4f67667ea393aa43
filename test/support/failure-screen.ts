import { expect, type Page } from "playwright/test";
import type { StoreFailureCode } from "../../src/contract/failure.ts";
import { checkAccessibility } from "./accessibility.ts";
import { speak } from "./desk-page.ts";
import { escapePattern, languages, say } from "./words.ts";

/** The screen of this failure, in both languages, says all that a person needs and where the data lies. */
export async function expectFailureScreen(
  page: Page,
  code: StoreFailureCode,
  place: string,
): Promise<void> {
  for (const language of languages) {
    await speak(page, language);
    const words = (key: string) => say(language, `failureScreen.${key}`);
    const screen = page.getByRole("main");
    await expect(screen.getByRole("heading", { level: 1 })).toHaveText(
      words(`screens.${code}.title`),
    );
    await expect(screen).toContainText(words(`screens.${code}.happened`));
    const steps = screen.getByRole("listitem");
    await expect(steps).toHaveText(
      words(`screens.${code}.steps`)
        .split("\n")
        .map((step) => new RegExp(`^\\d?${escapePattern(step)}$`)),
    );
    await expect(screen).toContainText(words("nothingDeleted"));
    await expect(screen).toContainText(place);
    await expect(screen).toContainText(code);
    await expect(screen.getByRole("button", { name: words("quit") })).toBeInViewport();
    await checkAccessibility(page);
  }
}

/** Presses "try again", in the language of the screen. */
export async function tryAgain(page: Page): Promise<void> {
  const names = languages.map((language) => say(language, "failureScreen.retry"));
  await page.getByRole("button", { name: new RegExp(`^(${names.join("|")})$`) }).click();
}
