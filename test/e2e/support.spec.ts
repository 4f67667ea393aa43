import { readdirSync, readFileSync } from "node:fs";
import { homedir, hostname, userInfo } from "node:os";
import { join } from "node:path";
import { supportFile } from "../../src/main/support/support-file.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { answer, ask, done, enterPerson, save, sayAloud, textOf } from "../support/consent-form.ts";
import { somying, wichai } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { lock, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { say } from "../support/words.ts";

const customer = { name: "กานดา ทองดี", phone: "0815550101", email: "kanda@example.com" };

/** What must be in no file that leaves the shop, in any form that the program may have given it. */
const canaries = [
  "กานดา",
  "ทองดี",
  "815550101",
  "kanda",
  ...[wichai, somying].flatMap(({ name }) => Object.values(name)),
  hostname(),
  homedir(),
];

test("a manager looks through the file for support and saves just that; nothing in it is about a person", async ({
  shop,
  desk,
  userData,
}, info) => {
  const { app, page } = desk;
  await signIn(page, somying);
  await shop.cutLine();
  await ask(page);
  await enterPerson(page, customer.name);
  await answer(page, { "direct-marketing": ["sms", "email"] });
  await textOf(page, "phone").fill(customer.phone);
  await textOf(page, "email").fill(customer.email);
  await sayAloud(page);
  await save(page);
  await done(page);
  // A bug whose message holds what was typed, as they do.
  await app.evaluate((_, { name, phone, email }) => {
    const error = Object.assign(new Error(`${name}\n    at ${name} (${phone}:1:1)`), {
      code: email,
    });
    void Promise.reject(error);
  }, customer);
  await expect.poll(() => desk.output()).toContain("unhandled");
  await lock(page);

  await signIn(page, wichai);
  await page.keyboard.press("F10");
  await page.getByRole("link", { name: say("th", "support.link") }).click();
  const shown = page.getByRole("region", { name: say("th", "support.content") });
  await expect(shown).toBeVisible();
  await checkBothLanguages(page);
  const text = (await shown.textContent()) ?? "";

  const path = info.outputPath("support.json");
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole("button", { name: say("th", "support.save") }).click();
  await expect(page.getByText(say("th", "support.saved", { path }))).toBeVisible();
  expect(readFileSync(path, "utf8")).toBe(text);

  const file = supportFile.parse(JSON.parse(text));
  expect(file.sync).toMatchObject({ waiting: 1, parked: 0 });
  const bug = file.log.find(({ event }) => event === "unhandled");
  expect(bug).toMatchObject({ error: "Error" });
  expect(bug).not.toHaveProperty("code");
  const logs = join(userData, "logs");
  const written = readdirSync(logs).map((name) => readFileSync(join(logs, name), "utf8"));
  for (const content of [text, ...written, desk.output()]) {
    for (const canary of canaries) expect(content).not.toContain(canary);
  }
  expect(text).not.toContain(`/${userInfo().username}/`);
});

test("nobody but a manager is given the file, and none is saved that was not shown @thorough", async ({
  desk: { page },
}) => {
  await signIn(page, somying);
  for (const name of ["support.read", "support.save"] as const) {
    const refused = await page.evaluate<unknown>(`window.yinyom.invoke("${name}")`);
    expect(refused).toEqual({ ok: false, failure: { code: "not-your-role" } });
  }
  await lock(page);
  await signIn(page, wichai);
  const early = await page.evaluate<unknown>(`window.yinyom.invoke("support.save")`);
  expect(early).toEqual({ ok: false, failure: { code: "not-found" } });
  expect((await callDesk(page, "support.read", undefined)).text).toContain("linesLeftOut");
});
