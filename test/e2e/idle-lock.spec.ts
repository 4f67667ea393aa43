import type { Page } from "playwright/test";
import type { Language } from "../../src/contract/ids.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { anan, somying } from "../support/demo-people.ts";
import type { Desk } from "../support/desk.ts";
import { awaitSignIn, pressKey, signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { markThorough } from "../support/thoroughness.ts";
import { formWords, languages, say } from "../support/words.ts";

/** Longer than the three minutes after which a desk that was left locks itself. */
const awayMs = 200_000;

/** Lets that time pass for main in a moment. */
async function leaveAlone({ app }: Desk): Promise<void> {
  await app.evaluate((_electron, ms) => {
    const read = performance.now.bind(performance);
    // Assigning would do nothing, silently.
    Object.defineProperty(performance, "now", { value: () => read() + ms });
  }, awayMs);
}

function findName(page: Page, language: Language) {
  return page.getByRole("textbox", { name: formWords[language].person.name, exact: true });
}

/** The form as main keeps it for whoever is signed in. */
function readKeptForm(page: Page): Promise<string> {
  return page.evaluate<string>(
    `window.yinyom.invoke("draft.read", { form: "marketing-consent" }).then((answer) => answer.value?.body ?? "")`,
  );
}

async function beginConsent(page: Page, language: Language, name: string): Promise<void> {
  await pressKey(page, "F4");
  await page.getByRole("button", { name: formWords[language].notice.shown }).click();
  await findName(page, language).fill(name);
}

for (const language of languages) {
  test(`a desk that was left hides everything and keeps the form for its person (${language})${markThorough(language === "en")}`, async ({
    desk,
  }) => {
    const { page } = desk;
    await speak(page, language);
    await signIn(page, somying);
    await beginConsent(page, language, "มาลี ทดสอบ");
    await expect.poll(() => readKeptForm(page)).toContain("มาลี ทดสอบ");
    await leaveAlone(desk);
    await awaitSignIn(page);
    await expect(page.getByText("มาลี")).toHaveCount(0);
    expect(await page.content()).not.toContain("มาลี");

    await page.getByRole("button", { name: say(language, "signIn.other") }).click();
    await signIn(page, anan);
    await expect(page.getByRole("combobox")).toBeFocused();
    await expect(page.getByText(say(language, "desk.draft.title"))).toHaveCount(0);
    expect(await page.content()).not.toContain("มาลี");
    await pressKey(page, "F12");

    await signIn(page, somying);
    const goOn = page.getByRole("button", { name: say(language, "desk.draft.goOn") });
    await expect(goOn).toBeFocused();
    await checkBothLanguages(page);
    await goOn.click();
    await expect(findName(page, language)).toHaveValue("มาลี ทดสอบ");
    await expect(page.getByText(formWords[language].frame.resumed)).toBeVisible();
  });
}

test("what was typed in the moment before the lock key is kept too, over a restart @thorough", async ({
  desk,
  start,
}) => {
  await speak(desk.page, "en");
  await signIn(desk.page, somying);
  await beginConsent(desk.page, "en", "Malee Test");
  await pressKey(desk.page, "F12");
  await awaitSignIn(desk.page);
  await desk.close();

  const { page } = await start();
  await signIn(page, somying);
  await page.getByRole("button", { name: say("en", "desk.draft.goOn") }).click();
  await expect(findName(page, "en")).toHaveValue("Malee Test");
});
