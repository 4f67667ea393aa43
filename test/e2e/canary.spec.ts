import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findRuntime } from "../../scripts/electron-runtime/find-runtime.ts";
import { idCopyText } from "../../src/captures/id-copy/text.ts";
import {
  answer,
  choose,
  done,
  enterPerson,
  readReceipt,
  save,
  searchBox,
  sign,
  textOf,
} from "../support/consent-form.ts";
import { ploy, somying, wichai } from "../support/demo-people.ts";
import type { Desk } from "../support/desk.ts";
import { lock, pressKey, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { listTraces } from "../support/disk-traces.ts";
import { awaitDeskEnded } from "../support/ended-desk.ts";
import { fair, openFair, optOut, publishFair } from "../support/event-desk.ts";
import { fillPictureFolder } from "../support/picture-folder.ts";
import { decidePictures, openPictures } from "../support/picture-review.ts";
import { beginRefund, chooseProof, faultyGoods, typeRefund } from "../support/refund.ts";
import {
  beginRequest,
  enterKanda,
  openCases,
  rightsWords,
  signWords,
} from "../support/rights-form.ts";
import { markThorough } from "../support/thoroughness.ts";
import { formWords, say } from "../support/words.ts";

/** Each is invented, and stands nowhere but where somebody at the desk typed it. */
const told = {
  name: "ปัทมาวดี ศรีสุวรรณกิจ",
  phone: "089 731 4426",
  email: "pattamawadee.s@example.com",
  refundName: "เกียรติศักดิ์ วงศ์ประเสริฐ",
  sale: "INV-7741-QZX",
  tag: "WVK-3302",
  wrong: "นันทวัน แก้วประดิด",
  correct: "ตามบัตรประชาชนใบใหม่ของลูกค้า",
  requestName: "นันทวรรณ แก้วประดิษฐ์",
  searched: "จันทร์เพ็ญ ไม่มีอยู่จริง",
  draft: "ธีรเดช ยังไม่ได้บันทึก",
};
/** As it was typed and as it is kept. */
const values = [...Object.values(told), "+66897314426", "0897314426"];

test.setTimeout(240_000);

for (const end of ["closed", "killed"] as const) {
  test(`of all that was told at a desk that is ${end} nothing lies on its disk but in its store${markThorough(end === "closed")}`, async ({
    shop,
    start,
    userData,
  }, info) => {
    const temporary = join(userData, "tmp");
    mkdirSync(temporary);
    await publishFair(shop);
    const desk = await start({
      headOffice: shop.address,
      enrolmentCode: await shop.issueCode(),
      env: { TMPDIR: temporary },
    });
    // What waits stays on the PC: that is what is looked through.
    await signIn(desk.page, somying);
    await shop.cutLine();
    await workAtCounter(desk);
    await lock(desk.page);
    await workAtEvent(desk, info.outputPath("camera"));
    await lock(desk.page);
    await workAsManager(desk);
    if (end === "closed") await desk.close();
    else desk.app.process().kill("SIGKILL");
    await awaitDeskEnded(userData);

    // The development runtime encrypts nothing; with the real one the store is looked through as well.
    const isStandIn = (await findRuntime())?.kind === "stand-in";
    const store = join(userData, "store");
    expect(listTraces(userData, values, (path) => isStandIn && path.startsWith(store))).toEqual([]);
    // Looked for in the same way, they are found where they are.
    if (isStandIn) expect(listTraces(store, values).join()).toContain(told.name);
    for (const value of values) expect(desk.output()).not.toContain(value);
  });
}

/** A consent with a signature, a search for nobody, a refund, a request, and a form that is left open. */
async function workAtCounter({ page }: Desk): Promise<void> {
  await page.keyboard.press("F4");
  await page.getByRole("button", { name: formWords.th.notice.shown }).click();
  await enterPerson(page, told.name);
  await answer(page, { "direct-marketing": ["sms", "email"] });
  await textOf(page, "phone").fill(told.phone);
  await textOf(page, "email").fill(told.email);
  await sign(page);
  await save(page);
  await done(page);
  await page.keyboard.press("F2");
  await searchBox(page).fill(told.searched);
  await expect(
    page.getByText(say("th", "desk.search.none", { text: told.searched })),
  ).toBeVisible();

  await beginRefund(page);
  const refund = { reason: faultyGoods, sale: told.sale, baht: "3500", name: told.refundName };
  await typeRefund(page, refund);
  await chooseProof(page, "seen");
  await choose(page, "document", idCopyText.th.document["thai-id-front"]);
  await textOf(page, "lastFour").fill("1a2b");
  await textOf(page, "validUntil").fill("31/12/2572");
  await page.keyboard.press("F9");
  await page.getByRole("heading", { name: say("th", "refunds.saved.title") }).waitFor();

  await openCases(page);
  await beginRequest(page, "rectification");
  await choose(page, "data", rightsWords.th.data.membership);
  await choose(page, "reason", rightsWords.th.reasons.wrong);
  await textOf(page, "wrong").fill(told.wrong);
  await textOf(page, "correct").fill(told.correct);
  await enterKanda(page);
  await textOf(page, "name").fill(told.requestName);
  await signWords(page);
  await page.keyboard.press("F9");
  await readReceipt(page);

  await pressKey(page, "F1");
  await page.keyboard.press("F4");
  await page.getByRole("button", { name: formWords.th.notice.shown }).click();
  await enterPerson(page, told.draft);
}

/** An opt-out, and pictures of a camera that are looked through. */
async function workAtEvent(desk: Desk, camera: string): Promise<void> {
  await openFair(desk.page, ploy);
  await optOut(desk.page, { tag: told.tag, colour: "red" });
  fillPictureFolder(camera, 3, Date.now());
  await openPictures(desk, fair.id, camera);
  await decidePictures(desk.page, ["1"]);
}

/** What waits, and what support would be sent. */
async function workAsManager({ page }: Desk): Promise<void> {
  await signIn(page, wichai);
  await pressKey(page, "F10");
  await expect(page.getByText(told.name)).toBeVisible();
  await page.getByRole("link", { name: say("th", "support.link") }).click();
  await expect(page.getByRole("heading", { name: say("th", "support.title") })).toBeVisible();
}
