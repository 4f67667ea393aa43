import { checkBothLanguages } from "../support/accessibility.ts";
import { draw, field } from "../support/consent-form.ts";
import { ploy } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import {
  eventWords,
  fair,
  openFair,
  press,
  publishFair,
  readSaved,
} from "../support/event-desk.ts";
import { fillPictureFolder } from "../support/picture-folder.ts";
import { openPictures } from "../support/picture-review.ts";
import { say } from "../support/words.ts";

test.beforeEach(async ({ shop }) => publishFair(shop));

test("a child's guardian signs a photo consent after it was read out, and takes it back by its receipt", async ({
  shop,
  desk,
}, info) => {
  const { page } = desk;
  const folder = info.outputPath("pictures");
  fillPictureFolder(folder, 1, Date.now());
  await openFair(page, ploy);
  await shop.cutLine();
  await speak(page, "en");
  const words = eventWords.en;
  await press(page, "event.home.consent");

  await page.getByRole("button", { name: words.consent.save }).click();
  await expect(page.getByText(words.frame.faults)).toBeVisible();
  await expect(page.getByText(words.issues.required).first()).toBeVisible();

  await field(page, "told").getByText(words.consent.shown).click();
  // Told in one language is not told in the other.
  await page.getByRole("radio", { name: words.consent.thai }).first().click();
  await expect(field(page, "told").getByRole("checkbox")).not.toBeChecked();
  await field(page, "told").getByText(words.consent.shown).click();
  await page.getByLabel(words.consent.name, { exact: true }).fill("เมฆ ทดสอบ");
  await field(page, "ageBand").getByText(words.ageBand["up-to-10"]).click();
  await page.getByLabel(words.consent.guardianName).fill("นภา ทดสอบ");
  await field(page, "guardian").getByText(words.relation.parent, { exact: true }).click();
  await field(page, "shownAt").getByText(words.shownAt.shop).click();
  await draw(page, "signature");
  await page.getByLabel(words.marks.tag).fill("K7");
  await checkBothLanguages(page);
  await page.getByRole("button", { name: words.consent.save }).click();
  const number = await readSaved(page);
  await checkBothLanguages(page);

  const { captures } = await callDesk(page, "events.read", { event: fair.id });
  expect(captures.map(({ payload }) => payload)).toMatchObject([
    {
      act: "photo-consent",
      name: "เมฆ ทดสอบ",
      ageBand: "up-to-10",
      guardian: { name: "นภา ทดสอบ", relation: "parent" },
      shownAt: ["shop"],
      signature: null,
    },
    { act: "recognise", marks: { tag: "K7" } },
  ]);
  expect(captures[0]?.header.notice).toMatchObject({ id: fair.notice, language: "th" });
  expect(captures[1]?.header.amends).toBe(captures[0]?.header.id);

  // Whoever looks through the pictures sees by what to find them, and that they are a child, never the name.
  const inFocus = page.getByRole("region", { name: say("en", "pictures.inFocus.title") });
  await openPictures(desk, fair.id, folder);
  await inFocus.getByText(say("en", "pictures.inFocus.given", { count: 1 })).click();
  await expect(inFocus).toContainText("K7");
  await expect(inFocus).toContainText(words.ageBand["up-to-10"]);
  await expect(inFocus).not.toContainText("เมฆ");
  await checkBothLanguages(page);
  await page.evaluate(`location.hash = "#/event/${fair.id}"`);

  await press(page, "event.home.withdraw");
  await page.getByLabel(words.withdraw.find).fill(number);
  await checkBothLanguages(page);
  await page.getByRole("button", { name: `${words.withdraw.take}: เมฆ ทดสอบ` }).click();
  const proof = await readSaved(page);
  await expect(page.getByText(say("en", "event.saved.withdrawn", { number: proof }))).toBeVisible();
  await press(page, "event.home.withdraw");
  await page.getByLabel(words.withdraw.find).fill("เมฆ");
  await expect(page.getByRole("list", { name: words.withdraw.found })).toContainText(
    words.withdraw.withdrawn,
  );
  await openPictures(desk, fair.id, folder);
  await expect(inFocus).toContainText(say("en", "pictures.inFocus.takenBack", { count: 1 }));
  await expect(inFocus).toContainText(say("en", "pictures.inFocus.not"));
});

test("a consent that this laptop does not know is taken back all the same @thorough", async ({
  desk: { page },
}) => {
  await openFair(page, ploy);
  const words = eventWords.th;
  await press(page, "event.home.withdraw");
  await expect(page.getByText(words.withdraw.empty)).toBeVisible();
  await page.getByLabel(words.withdraw.find).fill("ไกล ทดสอบ");
  await checkBothLanguages(page);
  await page.getByRole("button", { name: words.withdraw.takeUnknown }).click();
  await readSaved(page);
  const { captures } = await callDesk(page, "events.read", { event: fair.id });
  expect(captures.map(({ payload }) => payload)).toMatchObject([
    { act: "photo-withdrawal", name: "ไกล ทดสอบ", scope: "all" },
  ]);
});
