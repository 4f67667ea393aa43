import { join } from "node:path";
import type { Page } from "playwright";
import { somying } from "../test/support/demo-people.ts";
import { launchDesk } from "../test/support/desk.ts";
import { awaitSignIn, signIn, speak } from "../test/support/desk-page.ts";
import { readCard, showToCamera } from "../test/support/fake-camera.ts";
import {
  awaitCamera,
  awaitMasks,
  beginRefund,
  chooseProof,
  faultyGoods,
  finishCopy,
  openCopyWindow,
  shoot,
  tickFields,
  typeRefund,
} from "../test/support/refund.ts";
import type { Shop } from "../test/support/shop.ts";

type Take = (page: Page, name: string) => Promise<void>;

/** The pictures of a refund and the copy of an invented card, as the fake camera shows it. */
export async function pictureRefund(shop: Shop, folder: string, take: Take): Promise<void> {
  const desk = await launchDesk({
    userData: join(folder, "refund"),
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
    args: showToCamera(readCard("A005016"), join(folder, "camera.y4m")),
  });
  const { page, app } = desk;
  await awaitSignIn(page);
  await signIn(page, somying);
  await beginRefund(page);
  await typeRefund(page, {
    reason: faultyGoods,
    sale: "INV-2041",
    baht: "25,000",
    name: "กานดา ทองดี",
  });
  await chooseProof(page, "copied");
  await take(page, "refund-form");
  const window = await openCopyWindow(app, page);
  await awaitCamera(window);
  await take(window, "copy-camera");
  await shoot(window);
  await awaitMasks(window);
  await tickFields(window);
  await take(window, "copy-masks");
  await speak(window, "en");
  await finishCopy(window);
  await take(window, "copy-ready");
  await desk.close();
}
