import jpeg from "jpeg-js";
import type { Page } from "playwright";
import { readPlainPicture } from "../../src/contract/plain-picture.ts";
import { openCopy } from "../../src/head-office/copies/open-copy.ts";
import { readDemoKey } from "../support/copies-at-head-office.ts";
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
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

/** Shares of the copy's sides, as the masks stand on the page. */
type Share = { left: number; top: number; right: number; bottom: number };

function readMasks(window: Page): Promise<Share[]> {
  return window.evaluate<Share[]>(`(() => {
    const whole = document.querySelector("canvas").getBoundingClientRect();
    return [...document.querySelectorAll("button[aria-pressed][aria-label*=Shift]")].map((mask) => {
      const box = mask.getBoundingClientRect();
      return {
        left: (box.left - whole.left) / whole.width,
        top: (box.top - whole.top) / whole.height,
        right: (box.right - whole.left) / whole.width,
        bottom: (box.bottom - whole.top) / whole.height,
      };
    });
  })()`);
}

test("what head office opens is one plain picture, and under each mask there is one flat colour", async ({
  shop,
  start,
}, info) => {
  const { page, app } = await start({
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
    args: showToCamera(readCard("A005016"), info.outputPath("camera.y4m")),
  });
  await signIn(page, somying);
  await beginRefund(page);
  await typeRefund(page, { reason: faultyGoods, sale: "INV-9", baht: "25000", name: "มานี ใจงาม" });
  await chooseProof(page, "copied");
  const window = await openCopyWindow(app, page);
  await shoot(window);
  await awaitMasks(window);
  const masks = await readMasks(window);
  await tickFields(window);
  await finishCopy(window);
  await keepCopy(window, page);

  const key = await readDemoKey();
  const { id } = await shop.db.selectFrom("capture").select("id").executeTakeFirstOrThrow();
  const asked = { capture: id, who: "nid", role: "dpo", reason: "ตรวจภาพที่เก็บ" };
  await expect
    .poll(async () => (await openCopy(shop.db, key, asked, new Date())).ok, { timeout: 30_000 })
    .toBe(true);
  const opened = await openCopy(shop.db, key, asked, new Date());
  if (!opened.ok) throw new Error(opened.fault);
  const picture = Buffer.from(opened.picture);
  expect(picture.length).toBeLessThanOrEqual(1_572_864);
  expect(readPlainPicture(picture)).toMatchObject({ ok: true });
  for (const trace of ["Exif", "ICC_PROFILE", "http://ns.adobe.com", "Photoshop", "JFXX"]) {
    expect(picture.includes(trace)).toBe(false);
  }
  // Another decoder than the one that made it, and than the desk's own look at it.
  const { width, height, data } = jpeg.decode(picture, { useTArray: true });
  expect(masks.length).toBeGreaterThanOrEqual(2);
  for (const mask of masks) {
    const colours = new Set<string>();
    for (let y = Math.ceil(mask.top * height); y < Math.floor(mask.bottom * height); y += 1) {
      for (let x = Math.ceil(mask.left * width); x < Math.floor(mask.right * width); x += 1) {
        colours.add(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).join());
      }
    }
    expect([...colours]).toEqual(["0,0,0"]);
  }
});
