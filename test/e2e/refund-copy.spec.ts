import type { ElectronApplication } from "playwright";
import { checkBothLanguages } from "../support/accessibility.ts";
import { somying } from "../support/demo-people.ts";
import { signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { readCard, showToCamera } from "../support/fake-camera.ts";
import { listRefundPayloads } from "../support/received-refunds.ts";
import {
  awaitMasks,
  beginRefund,
  chooseProof,
  faultyGoods,
  finishCopy,
  keepCopy,
  openCopyWindow,
  shoot,
  tickFields,
  typeRefund,
} from "../support/refund.ts";
import { expectHeader } from "../support/sync-line.ts";
import { markThorough } from "../support/thoroughness.ts";
import { languages } from "../support/words.ts";

/** How many windows were asked of the system to be kept out of recordings, from here on. */
async function watchProtection(app: ElectronApplication): Promise<() => Promise<number>> {
  const counter = await app.evaluateHandle(({ BrowserWindow }) => {
    const asked = { count: 0 };
    const own = BrowserWindow.prototype.setContentProtection;
    BrowserWindow.prototype.setContentProtection = function protect(isOn) {
      if (isOn) asked.count += 1;
      own.call(this, isOn);
    };
    return asked;
  });
  return () => counter.evaluate(({ count }) => count);
}

for (const language of languages) {
  test(`a refund with a copy of the card, from the receipt to the sealed save (${language})${markThorough(language === "en")}`, async ({
    shop,
    start,
  }, info) => {
    const { page, app } = await start({
      headOffice: shop.address,
      enrolmentCode: await shop.issueCode(),
      args: showToCamera(readCard("A005016"), info.outputPath("camera.y4m")),
    });
    await signIn(page, somying);
    await speak(page, language);
    await beginRefund(page);
    await typeRefund(page, {
      reason: faultyGoods,
      sale: "INV-2041",
      baht: "25,000",
      name: language === "th" ? "มานี ใจงาม" : "Manee Jaingam",
    });
    await checkBothLanguages(page);
    await chooseProof(page, "copied");
    await checkBothLanguages(page);

    const countProtected = await watchProtection(app);
    const window = await openCopyWindow(app, page);
    expect(await countProtected()).toBe(1);
    await checkBothLanguages(window);
    await shoot(window);
    expect(await awaitMasks(window)).toBeGreaterThanOrEqual(2);
    await checkBothLanguages(window);
    await tickFields(window);
    await finishCopy(window);
    await checkBothLanguages(window);
    await keepCopy(window, page);
    await checkBothLanguages(page);
    await expectHeader(page, "sync.allThere");

    const [refund, ...more] = await listRefundPayloads(shop.db);
    expect(more).toEqual([]);
    expect(refund).toMatchObject({
      act: "refund",
      sale: "INV-2041",
      amount: 2_500_000,
      evidence: { how: "copied", copy: { document: "thai-id-front" } },
      exception: null,
    });
  });
}
