import type { ElectronApplication, Page } from "playwright/test";
import { checkBothLanguages } from "../support/accessibility.ts";
import { anan, ploy, somying, wichai } from "../support/demo-people.ts";
import { awaitSignIn, choosePerson, lock, pressKey, signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { pressThaiKeys, scanKeys } from "../support/thai-keyboard.ts";
import { languages, say } from "../support/words.ts";

const wrongPin = "111111";

const pressPad = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

type Watch = { from: number; last: number; longest: number; timer: NodeJS.Timeout };
type Watching = { watch: Watch };

/** From here on notes how long main at most did not come round to anything else. */
async function watchMain(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const watch = { from: Date.now(), last: Date.now(), longest: 0 };
    const timer = setInterval(() => {
      watch.longest = Math.max(watch.longest, Date.now() - watch.last);
      watch.last = Date.now();
    }, 5);
    Object.assign(globalThis, { watch: Object.assign(watch, { timer }) });
  });
}

/** In ms. */
function readWatch(app: ElectronApplication): Promise<{ longest: number; whole: number }> {
  return app.evaluate(() => {
    const { watch } = globalThis as unknown as Watching;
    clearInterval(watch.timer);
    return { longest: watch.longest, whole: Date.now() - watch.from };
  });
}

/** What main answers to a page that asks for more than it shows. */
function ask(page: Page, name: string): Promise<unknown> {
  return page.evaluate(`window.yinyom.invoke(${JSON.stringify(name)})`);
}

test("a person signs in by keys, in a Thai layout, and by the pad", async ({ desk: { page } }) => {
  const pin = page.getByLabel(say("th", "signIn.pin"));
  const roster = page.getByRole("list", { name: say("th", "signIn.people") });
  // Focus is on a name from the start: arrows and Enter choose without a mouse.
  await expect(roster.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(roster.getByRole("button").nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(pin).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(roster.getByRole("button").nth(1)).toBeFocused();

  await choosePerson(page, somying);
  await checkBothLanguages(page);
  await pressThaiKeys(page, scanKeys(somying.pin));
  await expect(page.getByRole("combobox")).toBeFocused();
  await pressKey(page, "F12");

  // The one who was there is chosen already.
  await awaitSignIn(page);
  await page.keyboard.type("24");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await choosePerson(page, wichai);
  await pressPad(page, "1");
  await pressPad(page, say("th", "signIn.delete"));
  await pressPad(page, "2");
  await pressPad(page, "3");
  await pressPad(page, say("th", "signIn.clear"));
  for (const digit of wichai.pin) await pressPad(page, digit);
  await expect(page.getByRole("button", { name: say("th", "frame.lock") })).toBeVisible();
});

test("the window stays awake while a PIN is compared @thorough", async ({
  desk: { app, page },
}) => {
  await choosePerson(page, somying);
  await page.keyboard.type(wrongPin.slice(1));
  await watchMain(app);
  await page.keyboard.press("1");
  await expect(page.getByRole("alert")).toBeVisible();
  const { longest, whole } = await readWatch(app);
  // Electron's own scrypt first holds this thread for as long as half of it all.
  expect(longest).toBeLessThan(whole / 4);
});

test("ten wrong PINs lock a person, over a restart, until a manager unlocks them @thorough", async ({
  desk,
  start,
}) => {
  await speak(desk.page, "en");
  await choosePerson(desk.page, anan);
  for (let left = 9; left > 0; left -= 1) {
    await desk.page.keyboard.type(wrongPin);
    const told = `${say("en", "failure.code.wrong-pin")} ${say("en", "signIn.triesLeft", { count: left })}`;
    await expect(desk.page.getByRole("alert")).toHaveText(told);
    if (left === 9) await checkBothLanguages(desk.page);
  }
  await desk.page.keyboard.type(wrongPin);
  await expect(desk.page.getByRole("alert")).toHaveText(say("en", "signIn.lockedHelp"));
  await checkBothLanguages(desk.page);
  await desk.close();

  const { page } = await start();
  await choosePerson(page, anan);
  await expect(page.getByRole("alert")).toHaveText(say("en", "signIn.lockedHelp"));
  // The right PIN no longer helps, even past the page.
  const answer = await page.evaluate(
    `window.yinyom.invoke("session.signIn", { staff: "anan", pin: "${anan.pin}" })`,
  );
  expect(answer).toEqual({ ok: false, failure: { code: "person-locked" } });

  await signIn(page, wichai);
  await pressKey(page, "F11");
  const unlock = `${say("en", "people.unlock")}: ${anan.name.en}`;
  await expect(page.getByRole("button", { name: unlock })).toBeVisible();
  await checkBothLanguages(page);
  await page.getByRole("button", { name: unlock }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toHaveAccessibleName(
    say("en", "people.unlockTitle", { name: anan.name.en }),
  );
  await checkBothLanguages(page);
  await question.getByRole("button", { name: say("en", "people.unlockYes") }).click();
  await expect(page.getByText(say("en", "people.unlocked", { name: anan.name.en }))).toBeVisible();
  await checkBothLanguages(page);
  await lock(page);
  await signIn(page, anan);
});

test("each role gets its pages and no more, from the screen and from main", async ({
  desk: { page },
}) => {
  await speak(page, "en");
  expect(await ask(page, "pending.list")).toEqual({ ok: false, failure: { code: "signed-out" } });

  await signIn(page, ploy);
  await expect(page.getByRole("heading", { name: say("en", "event.choose.title") })).toBeVisible();
  await checkBothLanguages(page);
  expect(await ask(page, "staff.list")).toEqual({ ok: false, failure: { code: "not-your-role" } });
  await lock(page);

  await signIn(page, somying);
  for (const [key, count] of [
    ["desk", 1],
    ["cases", 1],
    ["pending", 0],
    ["people", 0],
  ] as const) {
    const link = page.getByRole("link", { name: say("en", `nav.${key}`), exact: true });
    await expect(link).toHaveCount(count);
  }
  for (const [route, procedure] of [
    ["#/people", "staff.list"],
    ["#/pending", "pending.list"],
  ] as const) {
    await page.evaluate(`location.hash = ${JSON.stringify(route)}`);
    await expect(
      page.getByRole("heading", { name: say("en", "frame.notYoursTitle") }),
    ).toBeVisible();
    expect(await ask(page, procedure)).toEqual({ ok: false, failure: { code: "not-your-role" } });
  }
  await checkBothLanguages(page);
  await page.getByRole("button", { name: say("en", "frame.backToDesk") }).click();
  await expect(page.getByRole("combobox")).toBeVisible();
  await lock(page);

  await signIn(page, wichai);
  for (const language of languages) {
    await speak(page, language);
    for (const key of ["cases", "pending", "people", "desk"]) {
      await page.getByRole("link", { name: say(language, `nav.${key}`), exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        say(language, `${key}.title`),
      );
    }
  }
});
