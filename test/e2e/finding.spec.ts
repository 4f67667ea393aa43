import { checkBothLanguages } from "../support/accessibility.ts";
import {
  answer,
  ask,
  done,
  enterPerson,
  find,
  save,
  searchBox,
  sign,
  textOf,
} from "../support/consent-form.ts";
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { pressThaiKeys, scanKeys } from "../support/thai-keyboard.ts";
import { say, sayAround } from "../support/words.ts";

test("a person is found by phone, by part of the name and by the receipt, typed or scanned", async ({
  desk: { page },
}) => {
  await signIn(page, somying);
  await ask(page);
  await enterPerson(page, "ณัฐกานต์ ศรีสมบูรณ์");
  await answer(page, { "direct-marketing": ["sms"] });
  await textOf(page, "phone").fill("0815550102");
  await sign(page);
  const receipt = await save(page);
  await done(page);
  const heading = page.getByRole("heading", { name: "ณัฐกานต์ ศรีสมบูรณ์" });

  for (const text of ["081-555-0102", "+66 81 555 0102", "กานต์", "สมบู"]) {
    await find(page, text);
    await expect(heading).toBeVisible();
    await page.getByRole("button", { name: say("th", "desk.person.back") }).click();
  }
  // Another branch may know more: the page says how old its knowledge is.
  await expect(page.getByText(sayAround("th", "desk.known.at"))).toBeVisible();
  await searchBox(page).fill("ณัฐ");
  await expect(page.getByRole("option")).toHaveCount(1);
  await checkBothLanguages(page);
  await searchBox(page).fill("");

  await searchBox(page).fill(receipt.toLowerCase().replaceAll("-", ""));
  await searchBox(page).press("Enter");
  await expect(heading).toBeVisible();
  await checkBothLanguages(page);
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");

  await expect(searchBox(page)).toBeFocused();
  const scanned = scanKeys(receipt.replaceAll("-", ""));
  await pressThaiKeys(page, [...scanned, { code: "Enter" }]);
  await expect(heading).toBeVisible();
  await expect(searchBox(page)).toHaveValue(receipt.replaceAll("-", ""));
});
