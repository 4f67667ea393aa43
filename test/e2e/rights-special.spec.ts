import { checkBothLanguages } from "../support/accessibility.ts";
import { choose, field, find, readReceipt, textOf } from "../support/consent-form.ts";
import { somying } from "../support/demo-people.ts";
import { pressKey, signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { listReceived } from "../support/received-captures.ts";
import {
  beginRequest,
  enterKanda,
  finishSlip,
  listRequests,
  openCases,
  rightsWords,
  signWords,
} from "../support/rights-form.ts";
import { expectHeader } from "../support/sync-line.ts";
import { formWords, say } from "../support/words.ts";

const words = rightsWords.th;

test("an authority is turned to the DPO: a slip, and nothing about anybody @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await openCases(page);
  await pressKey(page, "F6");
  await expect(page.getByText(words.letter.noNames)).toBeVisible();
  await page.keyboard.press("F9");
  await expect(field(page, "office").getByText(words.issues.required)).toBeVisible();
  await choose(page, "authority", words.letter.police);
  await choose(page, "how", words.letter["in-person"]);
  await textOf(page, "office").fill("สถานีตำรวจตัวอย่าง");
  await checkBothLanguages(page);
  await page.keyboard.press("F9");
  const number = await readReceipt(page);
  await expect(page.getByText(words.slip.titleLetter)).toBeVisible();
  await expect(page.getByText(words.slip.letterText)).toBeVisible();
  await checkBothLanguages(page);
  await finishSlip(page);
  const row = page.getByRole("row").filter({ hasText: number });
  await expect(row).toContainText(say("th", "cases.withDpo"));
  await expectHeader(page, "sync.allThere");
  const [letter] = await listRequests(shop.db);
  expect(letter?.payload).toEqual({
    act: "authority-letter",
    authority: "police",
    office: "สถานีตำรวจตัวอย่าง",
    officer: null,
    phone: null,
    letterNumber: null,
    how: "in-person",
  });
});

test("what somebody asks for a person who died is never refused at the counter @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await openCases(page);
  await beginRequest(page, "access");
  await choose(page, "data", words.data.purchases);
  await choose(page, "reason", words.reasons.copy);
  await choose(page, "who", words.asker["of-the-dead"]);
  await expect(page.getByText(words.asker.deadNote)).toBeVisible();
  await textOf(page, "askerName").fill("ชัย ตัวอย่าง");
  await choose(page, "kin", words.asker.child);
  await enterKanda(page);
  await checkBothLanguages(page);
  await signWords(page);
  await page.keyboard.press("F9");
  await readReceipt(page);
  await expect(page.getByText(words.slip.titleDead)).toBeVisible();
  await expect(page.getByText(words.slip.nextDead)).toBeVisible();
  await expectHeader(page, "sync.allThere");
  const [request] = await listRequests(shop.db);
  expect(request?.payload).toMatchObject({
    asker: { who: "of-the-dead", name: "ชัย ตัวอย่าง", relation: "child" },
  });
});

test("footage is held at once, with the days that are left @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await openCases(page);
  await beginRequest(page, "access");
  await choose(page, "data", words.data.cctv);
  await choose(page, "reason", words.reasons.copy);
  await textOf(page, "day").fill("31/2/2569");
  await textOf(page, "place").fill("หน้าเคาน์เตอร์");
  await textOf(page, "from").fill("14.00");
  await textOf(page, "to").fill("14:30");
  await enterKanda(page);
  await page.keyboard.press("F9");
  await expect(field(page, "day").getByText(words.issues["impossible-date"])).toBeVisible();
  await page.getByRole("button", { name: words.footage.yesterday }).click();
  await expect(page.getByText(/เหลืออีก 89 วัน จากที่เก็บ 90 วัน/)).toBeVisible();
  await expect(page.getByText(words.footage.hold)).toBeVisible();
  await checkBothLanguages(page);
  const signed = await signWords(page);
  expect(signed).toContain(words.signed.hold);
  // Other words have to be signed again.
  await textOf(page, "place").fill("หน้าประตู");
  await page.keyboard.press("F9");
  await expect(field(page, "signature").getByText(words.issues["signature-needed"])).toBeVisible();
  await signWords(page);
  await page.keyboard.press("F9");
  await readReceipt(page);
  await finishSlip(page);
  await expect(page.getByText(say("th", "cases.hold"))).toBeVisible();
  await expectHeader(page, "sync.allThere");
  const [request] = await listRequests(shop.db);
  expect(request?.payload).toMatchObject({
    footage: { place: "หน้าประตู", from: "14:00", to: "14:30", hold: true },
  });
});

test("whoever does not know which right is asked, and news stops at once with no request @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await openCases(page);
  await pressKey(page, "F4");
  const unknown = page.getByRole("button", { name: words.which.unknown });
  await unknown.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(words.finder.wish.stop).click();
  await dialog.getByText(words.finder.stop["never-asked"]).click();
  await dialog.getByText(words.finder.how["keep-unused"]).click();
  await expect(dialog.getByText(words.rights.restriction.aloud)).toBeVisible();
  await dialog.getByRole("button", { name: words.finder.use }).click();
  await expect(page.getByRole("heading", { name: words.rights.restriction.name })).toBeVisible();
  await page.getByRole("button", { name: words.which.change }).click();

  await unknown.click();
  await dialog.getByText(words.finder.wish.stop).click();
  await dialog.getByText(words.finder.stop.news).click();
  await expect(dialog.getByText(words.finder.marketing)).toBeVisible();
  await dialog.getByRole("button", { name: words.finder.use }).click();
  await expect(page.getByRole("heading", { name: formWords.th.frame.withdraw })).toBeVisible();
  await textOf(page, "phone").fill("081 555 0101");
  await choose(page, "scope", formWords.th.withdrawal.all);
  await choose(page, "how", formWords.th.means.spoken);
  await page.keyboard.press("F9");
  await readReceipt(page);
  await expect(page.getByText(formWords.th.receipt["title-withdrawal"])).toBeVisible();
  await expectHeader(page, "sync.allThere");
  expect(await listRequests(shop.db)).toEqual([]);
  expect((await listReceived(shop.db)).map(({ payload }) => payload.act)).toEqual(["withdrawal"]);
});

test("what was typed outlives a lock, and English customers sign English words @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await speak(page, "en");
  await openCases(page);
  const english = rightsWords.en;
  await beginRequest(page, "erasure");
  await choose(page, "data", english.data.membership);
  await choose(page, "reason", english.reasons["no-longer-needed"]);
  await enterKanda(page);
  await page.keyboard.press("F12");
  await signIn(page, somying);
  await openCases(page);
  await pressKey(page, "F4");
  await expect(page.getByText(english.frame.resumed)).toBeVisible();
  await expect(textOf(page, "name")).toHaveValue("กานดา ทองดี");
  const signed = await signWords(page);
  expect(signed).toContain(english.rights.erasure.aloud);
  await page.keyboard.press("F9");
  const number = await readReceipt(page);
  await expect(page.getByText(english.slip.title, { exact: true })).toBeVisible();
  await expectHeader(page, "sync.allThere");
  const [request] = await listRequests(shop.db);
  expect(request?.payload).toMatchObject({ declaration: { language: "en", words: signed } });

  // Whoever comes back is told where it stands, by the number or by the phone.
  await finishSlip(page);
  await pressKey(page, "F1");
  await find(page, number);
  await expect(page.getByRole("heading", { name: "กานดา ทองดี" })).toBeVisible();
  await checkBothLanguages(page);
  await page.getByRole("button", { name: say("en", "cases.openThis", { number }) }).click();
  await expect(page.getByRole("heading", { name: english.rights.erasure.name })).toBeVisible();
  await checkBothLanguages(page);
});
