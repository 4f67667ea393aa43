import { rights } from "../../src/contract/rights.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { choose, readReceipt, textOf } from "../support/consent-form.ts";
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import {
  beginRequest,
  enterKanda,
  finishSlip,
  listRequests,
  openCases,
  rightsWords,
  signWords,
} from "../support/rights-form.ts";
import { backWithinMs, expectHeader } from "../support/sync-line.ts";
import { say } from "../support/words.ts";

const words = rightsWords.th;

test("with no line each of the eight rights is taken, and all of them reach head office", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await shop.cutLine();
  await openCases(page);
  await checkBothLanguages(page);
  const numbers: string[] = [];
  const signed: string[] = [];
  for (const right of rights) {
    await beginRequest(page, right);
    if (right !== "complaint") await choose(page, "data", words.data.membership);
    switch (right) {
      case "withdraw-consent":
        break;
      case "access":
        await choose(page, "reason", words.reasons["copy-and-source"]);
        break;
      case "portability":
        await choose(page, "recipient", words.matter.toController);
        await textOf(page, "controller").fill("ร้านกล้องสมมติ");
        break;
      case "objection":
        await choose(page, "reason", words.reasons["legitimate-interest"]);
        break;
      case "erasure":
        await choose(page, "reason", words.reasons["no-longer-needed"]);
        break;
      case "restriction":
        await choose(page, "reason", words.reasons["being-rectified"]);
        break;
      case "rectification":
        await choose(page, "reason", words.reasons.wrong);
        await textOf(page, "wrong").fill("กันดา");
        await textOf(page, "correct").fill("กานดา");
        break;
      case "complaint":
        await choose(page, "reason", words.reasons.leaked);
        await textOf(page, "story").fill("มีคนโทรมาขายของ");
        break;
    }
    await enterKanda(page);
    signed.push(await signWords(page));
    await page.keyboard.press("F9");
    numbers.push(await readReceipt(page));
    await finishSlip(page);
    await expect(page.getByRole("heading", { name: say("th", "cases.title") })).toBeVisible();
  }
  expect(new Set(numbers).size).toBe(8);
  for (const number of numbers) {
    await expect(page.getByRole("rowheader", { name: number })).toBeVisible();
  }
  // A consent that is taken back is the first to be done.
  await expect(page.getByRole("row").nth(1)).toContainText(words.rights["withdraw-consent"].name);

  await shop.restoreLine();
  await page.evaluate("window.yinyom.invoke('sync.now')");
  await expectHeader(page, "sync.allThere", {}, backWithinMs);
  const there = await listRequests(shop.db);
  const taken = there.map(({ payload }) =>
    payload.act === "request" ? payload.right : payload.act,
  );
  expect(taken).toEqual([...rights]);
  const kept = there.map(({ payload }) =>
    payload.act === "request" ? payload.declaration.words : "",
  );
  expect(kept).toEqual(signed);
});
