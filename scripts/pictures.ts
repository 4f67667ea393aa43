import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { usualPendingRules } from "../src/contract/pending-rules.ts";
import {
  answer,
  ask,
  choose,
  done,
  enterPerson,
  field,
  find,
  save,
  sayAloud,
  textOf,
} from "../test/support/consent-form.ts";
import { ploy, somying, wichai } from "../test/support/demo-people.ts";
import { launchDesk } from "../test/support/desk.ts";
import { callDesk } from "../test/support/desk-calls.ts";
import { awaitSignIn, lock, pressKey, signIn, speak } from "../test/support/desk-page.ts";
import { makeFolder } from "../test/support/desk-store.ts";
import {
  handOver,
  openFair,
  optOut,
  press as pressButton,
  publishFair,
  touchColour,
} from "../test/support/event-desk.ts";
import { openShop } from "../test/support/shop.ts";
import { expectHeader } from "../test/support/sync-line.ts";
import { formWords } from "../test/support/words.ts";
import { Children } from "./children.ts";
import { root } from "./dependencies.mjs";
import { buildDesk } from "./desk-build.ts";
import { openDisplay } from "./display.ts";
import { obtainRuntime } from "./electron-runtime/find-runtime.ts";
import { buildInbox } from "./inbox-build.ts";
import { pictureInbox } from "./picture-inbox.ts";
import { pictureRefund } from "./refund-pictures.ts";
import { provideSystemPackages } from "./system-packages.ts";

/** Takes the README's pictures of the real desk, with invented people, into docs/pictures. */
const pictures = join(root, "docs", "pictures");

const heldForReview = {
  ...usualPendingRules,
  review: { kinds: ["marketing-consent"], conditions: [] },
};

await provideSystemPackages(await obtainRuntime(), ["Xvfb", "chromium"]);
await buildDesk();
await buildInbox();
const children = new Children();
await openDisplay(children);
mkdirSync(pictures, { recursive: true });
const folder = makeFolder("pictures");
const shop = await openShop();
try {
  await pictureRefund(shop, folder.path, take);
  await picture(join(folder.path, "desk"));
  await pictureEvent(join(folder.path, "event"));
  await pictureInbox(shop, pictures);
} finally {
  await shop.close();
  await children.endAll();
  folder.remove();
}
process.disconnect?.();

async function picture(userData: string): Promise<void> {
  const desk = await launchDesk({
    userData,
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
  });
  const { page } = desk;
  await awaitSignIn(page);
  await take(page, "sign-in");
  await signIn(page, somying);
  await take(page, "desk");

  await ask(page);
  await enterPerson(page, "กานดา ทองดี");
  await answer(page, { "direct-marketing": ["sms", "email"] });
  await textOf(page, "phone").fill("081 555 0101");
  await textOf(page, "email").fill("kanda@example.com");
  await sayAloud(page);
  await page.locator("[data-field='replies.direct-marketing']").scrollIntoViewIfNeeded();
  await take(page, "consent-form-th");
  await save(page);
  await take(page, "receipt");
  await done(page);

  await find(page, "0815550101");
  await page.getByRole("table").first().waitFor();
  await take(page, "person");
  await pressKey(page, "F6");
  await field(page, "scope").waitFor();
  await take(page, "withdrawal");
  await page.keyboard.press("Escape");
  await lock(page);

  await shop.publish([
    { topic: "pending-rules", key: "pending-rules", value: heldForReview, audience: null },
  ]);
  await signIn(page, somying);
  await callDesk(page, "sync.now");
  await expectHeader(page, "sync.allThere");
  await shop.cutLine();
  await find(page, "0815550101");
  await page.keyboard.press("F6");
  await choose(page, "scope", formWords.th.withdrawal.all);
  await choose(page, "how", formWords.th.means.spoken);
  await save(page);
  await done(page);
  await speak(page, "en");
  await pressKey(page, "F2");
  await page.keyboard.press("Escape");
  await ask(page);
  await enterPerson(page, "Arthur Lindqvist");
  await answer(page, { "photo-publicity": "yes" });
  await sayAloud(page);
  await page.locator("[data-field='replies.direct-marketing']").scrollIntoViewIfNeeded();
  await take(page, "consent-form-en");
  await save(page);
  await done(page);
  await lock(page);
  await signIn(page, wichai);
  await pressKey(page, "F10");
  await page.getByRole("table").waitFor();
  await take(page, "pending");
  await page.getByRole("button", { name: /^Look/ }).last().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await take(page, "review");
  await desk.close();

  rmSync(join(userData, "store", "store-key.json"));
  const broken = await launchDesk({ userData });
  await speak(broken.page, "en");
  await broken.page.locator("h1").waitFor();
  await take(broken.page, "failure");
  await broken.close();
}

/** An event's day on a laptop with no line. */
async function pictureEvent(userData: string): Promise<void> {
  await shop.restoreLine();
  await publishFair(shop);
  const desk = await launchDesk({
    userData,
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
  });
  const { page } = desk;
  await awaitSignIn(page);
  await openFair(page, ploy);
  await optOut(page, { tag: "A17", zone: "ทางเข้า" });
  await optOut(page, { colour: "red", zone: "หน้าเวที", wish: "no-publication" });
  await handOver(page, "กล้า ตัวอย่าง");
  await optOut(page, { tag: "A18", colour: "navy", zone: "มุมทดลองกล้อง" });
  await take(page, "event");
  await pressButton(page, "event.home.noPhoto");
  await touchColour(page, "yellow");
  await take(page, "event-opt-out");
  await page.keyboard.press("Escape");
  await speak(page, "en");
  await pressButton(page, "event.handOver.doIt");
  await take(page, "event-hand-over");
  await page.keyboard.press("Escape");
  await pressButton(page, "event.home.large");
  await take(page, "event-board");
  await desk.close();
}

async function take(page: Page, name: string): Promise<void> {
  // Nothing looks pointed at, what is on its way in or out has settled, and no caret blinks.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  writeFileSync(join(pictures, `${name}.png`), await page.screenshot({ caret: "hide" }));
  console.log(`docs/pictures/${name}.png`);
}
