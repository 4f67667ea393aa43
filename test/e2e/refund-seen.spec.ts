import { idCopyText } from "../../src/captures/id-copy/text.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { choose, field, textOf } from "../support/consent-form.ts";
import { anan, somying, wichai } from "../support/demo-people.ts";
import { signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { listRefundPayloads } from "../support/received-refunds.ts";
import { beginRefund, chooseProof, faultyGoods, typeRefund } from "../support/refund.ts";
import { expectHeader } from "../support/sync-line.ts";
import { markThorough } from "../support/thoroughness.ts";
import { languages, say } from "../support/words.ts";

for (const language of languages) {
  test(`the document is seen, not copied, and the refund is closed (${language})${markThorough(language === "en")}`, async ({
    shop,
    desk: { page },
  }) => {
    const words = idCopyText[language];
    await signIn(page, somying);
    await speak(page, language);
    await beginRefund(page);
    await checkBothLanguages(page);
    await typeRefund(page, {
      reason: faultyGoods,
      sale: "INV-77",
      baht: "3,500.50",
      name: "Manee Jaingam",
    });
    await expect(page.getByText(words.evidence.wanted.seen)).toBeVisible();
    await chooseProof(page, "seen");
    await page.keyboard.press("F9");
    await expect(field(page, "lastFour")).toContainText(say(language, "failure.issue.required"));
    await checkBothLanguages(page);
    await choose(page, "document", words.document["thai-id-front"]);
    await textOf(page, "lastFour").fill("1a2b");
    await textOf(page, "validUntil").fill("31/12/2572");
    await page.keyboard.press("F9");
    await page.getByRole("heading", { name: say(language, "refunds.saved.title") }).waitFor();
    await page.keyboard.press("F9");
    await page
      .getByRole("button", { name: say(language, "refunds.closeOf", { name: "Manee Jaingam" }) })
      .click();
    await page.getByRole("button", { name: say(language, "refunds.closeYes") }).click();
    await expect(page.getByRole("row").nth(1)).toContainText(
      say(language, "refunds.closedOn", { day: "" }).trim(),
    );
    await checkBothLanguages(page);
    await expectHeader(page, "sync.allThere");

    const [refund, closing] = await listRefundPayloads(shop.db);
    expect(refund).toMatchObject({
      amount: 350_050,
      evidence: {
        how: "seen",
        sight: {
          document: "thai-id-front",
          name: "Manee Jaingam",
          lastFour: "1A2B",
          validUntil: "2029-12-31",
          seenBy: "somying",
        },
      },
    });
    expect(closing).toMatchObject({ act: "refund-closed" });
  });
}

test("less than the rule asks needs the manager's reason and PIN, and only theirs @thorough", async ({
  shop,
  desk: { page },
}) => {
  const words = idCopyText.th;
  await signIn(page, somying);
  await beginRefund(page);
  await typeRefund(page, {
    reason: faultyGoods,
    sale: "INV-78",
    baht: "30000",
    name: "มานี ใจงาม",
  });
  await chooseProof(page, "seen");
  await choose(page, "document", words.document.passport);
  await textOf(page, "lastFour").fill("7654");
  await page.getByText(words.sight.forLife).click();
  await textOf(page, "why").fill("ลูกค้าไม่สะดวกให้ทำสำเนา ผู้จัดการรู้จัก");
  await page.keyboard.press("F9");
  await expect(field(page, "manager")).toContainText(say("th", "failure.issue.pin-needed"));
  await field(page, "manager").getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("combobox")).toHaveText(wichai.name.th);
  await checkBothLanguages(page);
  await page.keyboard.type(somying.pin);
  await expect(dialog.getByRole("alert")).toBeVisible();
  await page.keyboard.type(wichai.pin);
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(wichai.name.th)).toBeVisible();
  await page.keyboard.press("F9");
  await page.getByRole("heading", { name: say("th", "refunds.saved.title") }).waitFor();
  await expectHeader(page, "sync.allThere");
  const [refund] = await listRefundPayloads(shop.db);
  expect(refund).toMatchObject({
    evidence: { how: "seen" },
    exception: { manager: "wichai", reason: "ลูกค้าไม่สะดวกให้ทำสำเนา ผู้จัดการรู้จัก" },
  });
});

test("a copy on paper is noted, listed as due, and shredded with a second person as witness @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await speak(page, "en");
  await page.keyboard.press("F3");
  await page.getByRole("button", { name: say("en", "refunds.papers.title") }).click();
  await checkBothLanguages(page);
  await speak(page, "en");
  await page.getByRole("button", { name: say("en", "refunds.papers.add") }).click();
  await textOf(page, "label").fill("P-17");
  await textOf(page, "place").fill("Locked drawer 2");
  await choose(page, "document", say("en", "copyWindow.document.passport"));
  await textOf(page, "destroyBy").fill("1/1/2569");
  await checkBothLanguages(page);
  await speak(page, "en");
  await page.keyboard.press("F9");
  const row = page.getByRole("row", { name: /P-17/ });
  await expect(row).toContainText(say("en", "refunds.papers.due"));
  await checkBothLanguages(page);
  await speak(page, "en");
  await row.getByRole("button").click();
  await page.getByRole("button", { name: say("en", "refunds.papers.shredYes") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").selectOption({ label: anan.name.en });
  await page.keyboard.type(anan.pin);
  await expect(
    page.getByText(say("en", "refunds.papers.shredded", { label: "P-17" })),
  ).toBeVisible();
  await expect(page.getByRole("row", { name: /P-17/ })).toHaveCount(0);
  await expectHeader(page, "sync.allThere");
  const acts = await listRefundPayloads(shop.db);
  expect(acts.map(({ act }) => act)).toEqual(["paper-copy", "shred"]);
  expect(acts[1]).toMatchObject({ witness: "anan" });
});
