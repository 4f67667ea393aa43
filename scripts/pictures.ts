import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import {
  answer,
  ask,
  done,
  enterPerson,
  field,
  find,
  save,
  sayAloud,
  textOf,
} from "../test/support/consent-form.ts";
import { somying, wichai } from "../test/support/demo-people.ts";
import { launchDesk } from "../test/support/desk.ts";
import { awaitSignIn, lock, pressKey, signIn, speak } from "../test/support/desk-page.ts";
import { makeFolder } from "../test/support/desk-store.ts";
import { openShop } from "../test/support/shop.ts";
import { Children } from "./children.ts";
import { root } from "./dependencies.mjs";
import { buildDesk } from "./desk-build.ts";
import { openDisplay } from "./display.ts";
import { obtainRuntime } from "./electron-runtime/find-runtime.ts";

/** Takes the README's pictures of the real desk, with invented people, into docs/pictures. */
const pictures = join(root, "docs", "pictures");

await obtainRuntime();
await buildDesk();
const children = new Children();
await openDisplay(children);
mkdirSync(pictures, { recursive: true });
const folder = makeFolder("pictures");
const shop = await openShop();
try {
  await picture(join(folder.path, "desk"));
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

  await shop.cutLine();
  await signIn(page, somying);
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
  await desk.close();

  rmSync(join(userData, "store", "store-key.json"));
  const broken = await launchDesk({ userData });
  await speak(broken.page, "en");
  await broken.page.locator("h1").waitFor();
  await take(broken.page, "failure");
  await broken.close();
}

async function take(page: Page, name: string): Promise<void> {
  // Nothing looks pointed at, what is on its way in or out has settled, and no caret blinks.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  writeFileSync(join(pictures, `${name}.png`), await page.screenshot({ caret: "hide" }));
  console.log(`docs/pictures/${name}.png`);
}
