import { expect, type Page } from "playwright/test";
import type { Language } from "../../src/contract/ids.ts";
import type { DemoPerson } from "./demo-people.ts";
import { say } from "./words.ts";

const names: Readonly<Record<Language, string>> = { th: "ไทย", en: "English" };

/** Changes the language of the screen by its switch. */
export async function speak(page: Page, language: Language): Promise<void> {
  // A form may ask for a language of its own.
  await page.getByRole("banner").getByRole("radio", { name: names[language] }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

export async function readLanguage(page: Page): Promise<Language> {
  return (await page.locator("html").getAttribute("lang")) === "en" ? "en" : "th";
}

/** Waits for the sign-in page, in the language that the desk was left in; the answer is that one. */
export async function awaitSignIn(page: Page): Promise<Language> {
  // Asked of main: the page itself opens in Thai and changes a moment later.
  let language: Language = "th";
  // A lock loads the page anew, and takes what is being asked of the old one with it.
  await expect(async () => {
    const state = await page.evaluate<{ value: { language: Language } }>(
      "window.yinyom.invoke('desk.state')",
    );
    language = state.value.language;
  }).toPass({ intervals: [50] });
  await page.getByRole("heading", { name: say(language, "signIn.title") }).waitFor();
  return language;
}

/** Chooses a name on the sign-in page. */
export async function choosePerson(page: Page, person: DemoPerson): Promise<void> {
  const language = await awaitSignIn(page);
  await page
    .getByRole("list", { name: say(language, "signIn.people") })
    .getByRole("button", { name: person.name[language] })
    .click();
}

/** Signs in by the keyboard, from the sign-in page; resolves on the desk. */
export async function signIn(page: Page, person: DemoPerson, pin = person.pin): Promise<void> {
  const language = await awaitSignIn(page);
  await choosePerson(page, person);
  await page.getByLabel(say(language, "signIn.pin")).waitFor();
  await page.keyboard.type(pin);
  await expect(page.getByRole("button", { name: say(language, "frame.lock") })).toBeVisible();
  // The frame stands before its first page does, whose keys would not be heard yet.
  await page.locator("main h1").waitFor({ state: "attached" });
}

/** Locks the desk by its button; resolves on the sign-in page. */
export async function lock(page: Page): Promise<void> {
  const language = await readLanguage(page);
  await page.getByRole("button", { name: say(language, "frame.lock") }).click();
  await awaitSignIn(page);
}

/** Presses a function key once the bar of keys offers it: earlier it would not be heard. */
export async function pressKey(page: Page, key: `F${number}`): Promise<void> {
  await page.getByRole("contentinfo").getByText(`${key}:`).waitFor({ state: "attached" });
  await page.keyboard.press(key);
}
