import { mkdirSync } from "node:fs";
import { join } from "node:path";
import truth from "../fixtures/id-cards/truth.json" with { type: "json" };
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { listTraces } from "../support/disk-traces.ts";
import { awaitDeskEnded } from "../support/ended-desk.ts";
import { readCard, showToCamera } from "../support/fake-camera.ts";
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

const card = "A005016";

/** What stands on the card, each long enough to be found only where it was written. */
function listValues(): string[] {
  const image = truth.images.find(({ file }) => file === `${card}.jpg`);
  const values = (image?.fields ?? []).filter(({ kind }) => kind === "value");
  return values.map(({ text }) => text).filter((text) => text.length >= 6);
}

const steps = ["picture", "masks", "finished", "saved"] as const;

for (const step of steps) {
  test(`killed at "${step}", nothing of the card is left on the disk @thorough`, async ({
    shop,
    start,
    userData,
  }, info) => {
    const values = listValues();
    const temporary = join(userData, "tmp");
    mkdirSync(temporary);
    const desk = await start({
      headOffice: shop.address,
      enrolmentCode: await shop.issueCode(),
      args: showToCamera(readCard(card), info.outputPath("camera.y4m")),
      env: { TMPDIR: temporary },
    });
    const { page, app } = desk;
    await signIn(page, somying);
    await beginRefund(page);
    await typeRefund(page, {
      reason: faultyGoods,
      sale: "INV-31",
      baht: "25000",
      name: "ทดสอบ ไม่ใช่ชื่อในบัตร",
    });
    await chooseProof(page, "copied");
    // Sealed copies stay on the PC until head office has them: that is what is looked through.
    await shop.cutLine();
    const window = await openCopyWindow(app, page);
    await shoot(window);
    if (step !== "picture") {
      await awaitMasks(window);
      if (step !== "masks") {
        await tickFields(window);
        await finishCopy(window);
        if (step === "saved") await keepCopy(window, page);
      }
    }
    const child = app.process();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    await awaitDeskEnded(userData);
    expect(values.length).toBeGreaterThan(3);
    expect(listTraces(userData, values)).toEqual([]);
    for (const value of values) expect(desk.output()).not.toContain(value);
  });
}
