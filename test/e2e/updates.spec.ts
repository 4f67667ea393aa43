import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { UpdatePolicy } from "../../src/contract/update-policy.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { answer, ask, done, enterPerson, save, sayAloud, textOf } from "../support/consent-form.ts";
import { somying } from "../support/demo-people.ts";
import type { Desk } from "../support/desk.ts";
import { callDesk } from "../support/desk-calls.ts";
import { awaitSignIn, lock, signIn } from "../support/desk-page.ts";
import { test as base, expect } from "../support/desk-test.ts";
import { awaitDeskEnded } from "../support/ended-desk.ts";
import { testBranch } from "../support/head-office.ts";
import { type PackagedDesk, packageDesk } from "../support/packaged-desk.ts";
import type { Shop } from "../support/shop.ts";
import { expectHeader } from "../support/sync-line.ts";
import { openUpdateServer, type UpdateServer } from "../support/update-server.ts";
import { say } from "../support/words.ts";

// electron-updater as it ships, in the packaged desk. What its installers do on Windows and a Mac is not run here.
const test = base.extend<{ server: UpdateServer; startPackaged: () => Promise<Desk> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture wants from its pattern
  server: async ({}, use) => {
    const server = await openUpdateServer();
    await use(server);
    await server.close();
  },
  startPackaged: async ({ shop, start, server, userData }, use) => {
    const code = await shop.issueCode();
    const config = { provider: "generic", url: server.address, updaterCacheDirName: "updates" };
    writeFileSync(packaged.updateConfig, JSON.stringify(config));
    const image = join(userData, "yinyom.AppImage");
    mkdirSync(join(userData, "cache"), { recursive: true });
    writeFileSync(image, "the version that runs");
    await use(() =>
      start({
        program: packaged.driven,
        headOffice: shop.address,
        enrolmentCode: code,
        env: { APPIMAGE: image, XDG_CACHE_HOME: join(userData, "cache") },
      }),
    );
  },
});

/** YINYOM_UPDATE_KILLS names another number, such as 50. */
const updateKills = Number(process.env.YINYOM_UPDATE_KILLS ?? 5);

test.skip(process.platform !== "linux", "the package that is made here is for Linux");
let packaged: PackagedDesk;
test.beforeAll(async () => {
  packaged = await packageDesk();
});
test.afterAll(() => packaged.remove());

function publish(shop: Shop, policy: Partial<UpdatePolicy>): Promise<void> {
  const value = { earlyBranches: [], minimum: null, halted: [], ...policy };
  return shop.publish([{ topic: "update-policy", key: "update-policy", value, audience: null }]);
}

const offer = (desk: Desk) => desk.page.getByRole("button", { name: say("th", "update.install") });

test("an update is found, fetched in sight, offered while nobody works, and no form is disturbed", async ({
  server,
  startPackaged,
}) => {
  server.offer("9.1.0");
  server.slowDown(1_000_000);
  const desk = await startPackaged();
  const { page } = desk;
  await awaitSignIn(page);
  await expect(page.getByText(/รับโปรแกรมรุ่นใหม่: [1-9]\d? %/)).toBeVisible({ timeout: 15_000 });
  await expect(offer(desk)).toBeVisible({ timeout: 15_000 });
  await checkBothLanguages(page);
  await signIn(page, somying);
  await ask(page);
  await enterPerson(page, "กานดา ทองดี");
  await expect(offer(desk)).toHaveCount(0);
  const refused = await page.evaluate<unknown>(`window.yinyom.invoke("update.install")`);
  expect(refused).toEqual({ ok: false, failure: { code: "update-not-now" } });
  // She has only just worked, and left a draft.
  await lock(page);
  await expect(offer(desk)).toHaveCount(0);
});

test("a file with another sum is refused, and a halted version is not even fetched @thorough", async ({
  server,
  startPackaged,
  shop,
}) => {
  server.offer("9.1.0", { sha512: "A".repeat(86).concat("==") });
  const desk = await startPackaged();
  await expect.poll(() => desk.output(), { timeout: 20_000 }).toContain("ERR_CHECKSUM_MISMATCH");
  expect(await callDesk(desk.page, "update.state")).toMatchObject({
    offered: null,
    progress: null,
  });
  await desk.close();

  await publish(shop, { halted: ["9.2.0"], earlyBranches: [testBranch] });
  const pulling = await startPackaged();
  await expectPolicy(pulling, { halted: ["9.2.0"] });
  await pulling.close();
  server.offer("9.2.0", { channel: "early" });
  const again = await startPackaged();
  await awaitSignIn(again.page);
  await expect.poll(() => server.asked.filter((path) => path.startsWith("early")).length).toBe(1);
  await again.page.waitForTimeout(1000);
  expect(server.asked).not.toContain("yinyom-9.2.0.AppImage");
  await expect(offer(again)).toHaveCount(0);
});

test("an older version than head office allows sends what waits, takes withdrawals only, and is replaced @thorough", async ({
  server,
  startPackaged,
  shop,
  userData,
}) => {
  test.slow();
  server.offer("9.3.0");
  const desk = await startPackaged();
  const { page } = desk;
  await expect(offer(desk)).toBeVisible({ timeout: 20_000 });
  await signIn(page, somying);
  await takeConsent(desk, "กานดา ทองดี", shop);
  await publish(shop, { minimum: "9.3.0" });
  await shop.restoreLine();
  await expectHeader(page, "sync.allThere", {}, 60_000);
  await lock(page);
  await callDesk(page, "desk.state");
  await expect(page.getByText(say("th", "update.needed", { version: "9.3.0" }))).toBeVisible({
    timeout: 30_000,
  });
  await checkBothLanguages(page);
  await signIn(page, somying);
  await ask(page);
  await enterPerson(page, "วีระ พรชัย");
  await answer(page, { "partner-sharing": "yes" });
  await sayAloud(page);
  await page.keyboard.press("F9");
  await expect(page.getByText(say("th", "failure.code.update-first"))).toBeVisible();
  await expect(textOf(page, "name")).toHaveValue("วีระ พรชัย");

  await lock(page);
  const ended = desk.app.waitForEvent("close");
  await offer(desk).click();
  await ended;
  const image = join(userData, "yinyom.AppImage");
  await expect.poll(() => existsSync(`${image}.started`)).toBe(true);
  expect(statSync(image).size).toBeGreaterThan(3_000_000);
});

test("killed again and again while it fetches, the desk opens and has all that waits @thorough", async ({
  server,
  startPackaged,
  shop,
  userData,
}) => {
  test.setTimeout(90_000 + updateKills * 30_000);
  server.slowDown(200_000);
  let desk = await startPackaged();
  await signIn(desk.page, somying);
  await takeConsent(desk, "กานดา ทองดี", shop);
  server.offer("9.4.0");
  for (let kill = 0; kill < updateKills; kill += 1) {
    await end(desk, userData);
    desk = await startPackaged();
    await expect(desk.page.getByText(/รับโปรแกรมรุ่นใหม่: [1-9]/)).toBeVisible({ timeout: 20_000 });
    expect(await callDesk(desk.page, "sync.status")).toMatchObject({ waiting: 1, parked: 0 });
  }
  server.slowDown(null);
  await end(desk, userData);
  desk = await startPackaged();
  await expect.poll(async () => (await callDesk(desk.page, "sync.status")).waiting).toBe(1);
  await shop.restoreLine();
  await expect
    .poll(async () => (await callDesk(desk.page, "sync.status")).waiting, { timeout: 60_000 })
    .toBe(0);
  expect(existsSync(join(userData, "yinyom.AppImage"))).toBe(true);
});

async function takeConsent(desk: Desk, name: string, shop: Shop): Promise<void> {
  const { page } = desk;
  await shop.cutLine();
  await ask(page);
  await enterPerson(page, name);
  await answer(page, { "partner-sharing": "yes" });
  await sayAloud(page);
  await save(page);
  await done(page);
}

async function end(desk: Desk, userData: string): Promise<void> {
  const child = desk.app.process();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
  await awaitDeskEnded(userData);
}

async function expectPolicy(desk: Desk, policy: Partial<UpdatePolicy>): Promise<void> {
  await signIn(desk.page, somying);
  await expect
    .poll(async () => (await callDesk(desk.page, "reference.read")).updatePolicy, {
      timeout: 20_000,
    })
    .toMatchObject(policy);
}
