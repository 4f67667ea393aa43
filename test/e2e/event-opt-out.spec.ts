import { checkBothLanguages } from "../support/accessibility.ts";
import { draw } from "../support/consent-form.ts";
import { ploy } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import {
  boardEntries,
  eventWords,
  fair,
  openFair,
  optOut,
  press,
  pressWish,
  publishFair,
  readSaved,
  touchColour,
} from "../support/event-desk.ts";
import { countInput } from "../support/input-count.ts";
import { say } from "../support/words.ts";

const words = eventWords.th;

test.beforeEach(async ({ shop }) => publishFair(shop));

test("an opt-out takes three touches, by colour or by sticker, and needs no scrolling at 1024 by 700", async ({
  desk,
}) => {
  const { app, page } = desk;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1024, 700));
  await openFair(page, ploy);
  await checkBothLanguages(page);
  const count = await countInput(page);

  await press(page, "event.home.noPhoto");
  await touchColour(page, "red");
  await pressWish(page, "no-photo");
  const number = await readSaved(page);
  expect(await count.read()).toEqual({ keys: 0, presses: 3 });
  await expect(boardEntries(page)).toHaveCount(1);
  await expect(boardEntries(page)).toContainText(words.wishShort["no-photo"]);

  await count.restart();
  await press(page, "event.home.noPhoto");
  await page.keyboard.type("A17");
  await pressWish(page, "no-publication");
  expect((await readSaved(page)) !== number).toBe(true);
  expect((await count.read()).presses).toBe(2);
  await expect(boardEntries(page).filter({ hasText: "A17" })).toBeVisible();

  await press(page, "event.home.noPhoto");
  for (const language of ["th", "en"] as const) {
    await expect(page.getByText(eventWords[language].optOut.saves)).toBeInViewport({ ratio: 1 });
    const spare = await page.evaluate<number>(
      "(({ clientHeight, scrollHeight }) => clientHeight - scrollHeight)(document.querySelector('main'))",
    );
    expect(spare, language).toBeGreaterThanOrEqual(0);
    if (language === "th") await page.getByRole("radio", { name: "English" }).click();
  }
  await checkBothLanguages(page);
});

test("what was just saved is undone by one touch, put right, or taken out with a reason @thorough", async ({
  desk: { page },
}) => {
  await openFair(page, ploy);
  const first = await optOut(page, { tag: "B1" });
  await press(page, "event.saved.undo");
  await expect(page.getByText(say("th", "event.saved.undone", { number: first }))).toBeVisible();
  await expect(boardEntries(page)).toHaveCount(0);
  await expect(page.getByText(words.board.empty)).toBeVisible();

  const second = await optOut(page, { tag: "B2" });
  await press(page, "event.saved.fix");
  await expect(page.getByLabel(words.marks.tag)).toHaveValue("B2");
  await touchColour(page, "navy", "bottom");
  await checkBothLanguages(page);
  await pressWish(page, "no-publication");
  await readSaved(page);
  await expect(boardEntries(page)).toHaveCount(1);
  await expect(boardEntries(page)).toContainText(words.colour.navy);
  await expect(boardEntries(page)).toContainText(words.wishShort["no-publication"]);

  await boardEntries(page).getByRole("button").click();
  await checkBothLanguages(page);
  await page.getByRole("button", { name: words.amend.void }).click();
  await page.getByRole("button", { name: words.amend.yes }).click();
  await expect(page.getByText(words.issues["reason-needed"])).toBeVisible();
  await checkBothLanguages(page);
  await page.getByLabel(words.amend.reason).fill("บันทึกซ้ำ");
  await page.getByRole("button", { name: words.amend.yes }).click();
  await expect(page.getByText(say("th", "event.saved.voided", { number: second }))).toBeVisible();
  await expect(boardEntries(page)).toHaveCount(0);
});

test("nobody is noted whom a photographer could not recognise; what was filled in stays @thorough", async ({
  desk: { page },
}) => {
  await openFair(page, ploy);
  await press(page, "event.home.noPhoto");
  // Staying out of the area is offered as one way, and never instead of the others.
  await expect(page.getByText(words.optOut.stayOut)).toBeVisible();
  await page.getByRole("button", { name: words.marks.more }).nth(1).click();
  await pressWish(page, "no-photo");
  await expect(page.getByText(words.optOut.guardianEnough)).toBeVisible();
  await page.getByRole("radio", { name: words.optOut.guardian }).check({ force: true });
  await pressWish(page, "no-photo");
  await expect(page.getByText(words.optOut.recogniseFirst)).toBeVisible();
  await checkBothLanguages(page);
  await page.getByLabel(words.marks.tag).fill("C9");
  await pressWish(page, "no-photo");
  await readSaved(page);
  const { captures } = await callDesk(page, "events.read", { event: fair.id });
  expect(captures[0]?.payload).toMatchObject({
    act: "opt-out",
    saidBy: "guardian",
    contact: null,
    marks: { tag: "C9", people: 1, children: 1 },
  });
});

test("a contact is noted only for an answer, after what becomes of it was read out @thorough", async ({
  desk: { page },
}) => {
  await openFair(page, ploy);
  await press(page, "event.home.noPhoto");
  await page.getByLabel(words.marks.tag).fill("D4");
  await page.getByRole("button", { name: words.optOut.contact }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(words.optOut.contactNotice)).toBeVisible();
  await checkBothLanguages(page);
  await dialog.getByLabel(words.optOut.contactField).fill("12");
  await dialog.getByRole("button", { name: words.optOut.contactDone }).click();
  await expect(dialog.getByText(words.issues["bad-phone"])).toBeVisible();
  await dialog.getByLabel(words.optOut.contactField).fill("081 555 0505");
  await dialog.getByRole("button", { name: words.optOut.contactDone }).click();
  await expect(dialog).toHaveCount(0);
  await pressWish(page, "take-down");
  await readSaved(page);
  const { captures } = await callDesk(page, "events.read", { event: fair.id });
  expect(captures[0]).toMatchObject({
    payload: { wish: "take-down", contact: { phone: "+66815550505", email: null } },
    header: { notice: { id: fair.notice, language: "th" } },
  });
});

test("a scanner's sticker lands in its field wherever the focus is @thorough", async ({
  desk: { page },
}) => {
  await openFair(page, ploy);
  await speak(page, "en");
  await press(page, "event.home.noPhoto");
  await touchColour(page, "green");
  await page.keyboard.type("WB-20417", { delay: 3 });
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(eventWords.en.marks.tag)).toHaveValue("WB-20417");
  await pressWish(page, "no-photo");
  await readSaved(page);
  await expect(boardEntries(page)).toContainText("WB-20417");
});

test("an event that was closed too soon is opened again with a reason, and the board is as it was @thorough", async ({
  shop,
  desk: { page },
}) => {
  await openFair(page, ploy);
  await optOut(page, { tag: "B7" });
  await press(page, "event.home.close");
  await draw(page, "signature");
  await page.getByRole("button", { name: words.closeOut.save }).click();
  await expect(page.getByText(say("th", "event.closed.title"))).toBeVisible();
  await page.getByRole("button", { name: words.amend.reopen }).click();
  const dialog = page.getByRole("alertdialog", { name: words.amend.reopenTitle });
  await dialog.getByRole("button", { name: words.amend.reopen }).click();
  await expect(dialog.getByText(words.issues["reason-needed"])).toBeVisible();
  await checkBothLanguages(page);
  await dialog.getByLabel(words.amend.reason).fill("งานยังไม่จบ กดปิดเร็วไป");
  await dialog.getByRole("button", { name: words.amend.reopen }).click();
  await expect(page.getByText(say("th", "event.saved.reopened"))).toBeVisible();
  await expect(page.getByText(say("th", "event.closed.title"))).toHaveCount(0);
  await expect(boardEntries(page)).toContainText("B7");
  // Head office hears of both, and the event is not closed there either.
  await expect
    .poll(async () => (await callDesk(page, "sync.status")).waiting, { timeout: 30_000 })
    .toBe(0);
  const { value } = await shop.db
    .selectFrom("change")
    .select("value")
    .where("topic", "=", "event")
    .where("key", "=", fair.id)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(value ?? "")).toMatchObject({ closedAt: null });
  await optOut(page, { tag: "B8" });
  await expect(boardEntries(page)).toHaveCount(2);
});
