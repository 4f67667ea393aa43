import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkBothLanguages } from "../support/accessibility.ts";
import { ploy, somying } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { lock, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { fillPictureFolder } from "../support/picture-folder.ts";
import {
  awaitPicture,
  chooseFolder,
  decidePictures,
  openPictures,
  planToday,
  publishEvent,
} from "../support/picture-review.ts";
import { say } from "../support/words.ts";

test("by keyboard alone: cover, go past what cannot be opened, and change one's mind @thorough", async ({
  shop,
  desk,
}, info) => {
  const { page } = desk;
  const folder = info.outputPath("pictures");
  const event = planToday();
  await publishEvent(shop, event);
  fillPictureFolder(folder, 4, Date.now());
  writeFileSync(join(folder, "DSC_0002.JPG"), "no picture");
  await signIn(page, ploy);
  await openPictures(desk, event.id, folder);

  await page.keyboard.press("2");
  await page.keyboard.press("1");
  const region = page.getByRole("button", {
    name: say("th", "pictures.cover.region", { number: 1 }),
  });
  await expect(region).toBeFocused();
  const before = await region.boundingBox();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  const after = await region.boundingBox();
  expect(after?.x).toBeGreaterThan(before?.x ?? 0);
  expect(after?.height).toBeGreaterThan(before?.height ?? 0);
  await checkBothLanguages(page);
  await region.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("main h1")).toContainText(
    say("th", "pictures.place", { number: 2, total: 4 }),
  );
  await expect(page.getByText(say("th", "failure.code.picture-unreadable"))).toBeVisible();
  await checkBothLanguages(page);
  // From the switch of languages, where arrows choose a language.
  await page.getByRole("main").focus();
  await page.keyboard.press("ArrowRight");
  expect(await awaitPicture(page)).toBe(3);
  await decidePictures(page, ["3"]);
  expect(await awaitPicture(page)).toBe(4);
  await page.keyboard.press("ArrowLeft");
  const leaveOut = { name: say("th", "pictures.choice.leave-out"), pressed: true };
  await expect(page.getByRole("button", leaveOut)).toBeVisible();
  await page.keyboard.press("1");
  await expect
    .poll(() => callDesk(page, "pictures.counts", { event: event.id }))
    .toMatchObject({
      publish: 1,
      cover: 1,
      leaveOut: 0,
    });
});

test("an opened folder is its opener's, until the desk is locked @thorough", async ({
  shop,
  desk,
}, info) => {
  const { page } = desk;
  const folder = info.outputPath("pictures");
  const event = planToday();
  await publishEvent(shop, event);
  fillPictureFolder(folder, 2, Date.now());
  await chooseFolder(desk, folder);
  await signIn(page, ploy);
  const { review } = await callDesk(page, "pictures.open", { event: event.id });
  expect(await callDesk(page, "pictures.scan", { review, from: 0 })).toHaveLength(2);
  const guessed = "0".repeat(32);
  await expect(callDesk(page, "pictures.scan", { review: guessed, from: 0 })).rejects.toThrow(
    "review-ended",
  );
  await lock(page);
  await expect(callDesk(page, "pictures.scan", { review, from: 0 })).rejects.toThrow("signed-out");
  await signIn(page, ploy);
  await expect(callDesk(page, "pictures.scan", { review, from: 0 })).rejects.toThrow(
    "review-ended",
  );
  await lock(page);
  await signIn(page, somying);
  await expect(callDesk(page, "pictures.open", { event: event.id })).rejects.toThrow(
    "not-your-role",
  );
});
