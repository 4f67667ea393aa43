import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright/test";
import type { FailureCode } from "../../src/contract/failure.ts";
import type { Language } from "../../src/contract/ids.ts";
import { checkAccessibility, checkBothLanguages } from "../support/accessibility.ts";
import { anan, ploy, somying, wichai } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { languages, say } from "../support/words.ts";

const wrongCode = "AAAA-BBBB-CCCC";

function findFields(page: Page, language: Language) {
  const field = (name: string) => page.getByRole("textbox", { name: say(language, name) });
  return {
    address: field("enrol.address"),
    code: field("enrol.code"),
    connect: page.getByRole("button", { name: say(language, "enrol.connect") }),
  };
}

/** Answers everything with a page of its own, as a hotel's network does before one has signed in. */
async function openPortal(): Promise<Server> {
  const portal = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>Wi-Fi</title><h1>Please sign in to the network</h1>");
  });
  await new Promise<void>((done) => portal.listen(0, "127.0.0.1", done));
  return portal;
}

test("a first start asks for head office and tells what is missing, in both languages", async ({
  start,
}) => {
  const { page } = await start();
  await expect(page.getByRole("heading", { name: say("th", "enrol.title") })).toBeVisible();
  await checkAccessibility(page);
  for (const language of languages) {
    await speak(page, language);
    const { address, code, connect } = findFields(page, language);
    await connect.click();
    await expect(address).toHaveAccessibleDescription(
      new RegExp(say(language, "enrol.addressNeeded")),
    );
    await expect(code).toHaveAccessibleDescription(new RegExp(say(language, "enrol.codeNeeded")));
    await expect(address).toBeFocused();
    await checkAccessibility(page);
  }
});

test("an address or code that does not work is told beside its field and stays typed @thorough", async ({
  start,
  shop,
}) => {
  const portal = await openPortal();
  const { port } = portal.address() as AddressInfo;
  const tries: readonly { address: string; told: FailureCode; beside: "address" | "code" }[] = [
    { address: "not an address", told: "bad-address", beside: "address" },
    // Where a shop's data would cross the network unencrypted.
    { address: "http://head-office.example", told: "bad-address", beside: "address" },
    { address: "http://127.0.0.1:9", told: "head-office-unreachable", beside: "address" },
    { address: `http://127.0.0.1:${port}`, told: "not-head-office", beside: "address" },
    { address: shop.address, told: "enrolment-code-refused", beside: "code" },
  ];
  const { page } = await start();
  for (const language of languages) {
    await speak(page, language);
    const fields = findFields(page, language);
    for (const { address, told, beside } of tries) {
      await fields.address.fill(address);
      await fields.code.fill(wrongCode);
      await fields.connect.click();
      const words = say(language, `failure.code.${told}`);
      await expect(page.getByText(words)).toBeVisible();
      await expect(fields[beside]).toHaveAccessibleDescription(new RegExp(words.slice(0, 20)));
      await expect(fields[beside]).toBeFocused();
      await expect(fields.address).toHaveValue(address);
      await expect(fields.code).toHaveValue(wrongCode);
    }
    await checkAccessibility(page);
  }
  portal.close();
});

test("a code connects the PC once; from then on it starts and signs in with no line", async ({
  start,
  shop,
}) => {
  const first = await start();
  await speak(first.page, "en");
  const fields = findFields(first.page, "en");
  await fields.address.fill(shop.address);
  // As it is read aloud: no hyphens, small letters.
  await fields.code.fill((await shop.issueCode()).toLowerCase().replaceAll("-", ""));
  await first.page.keyboard.press("Enter");
  const people = first.page.getByRole("list", { name: say("en", "signIn.people") });
  for (const person of [somying, anan, ploy, wichai]) {
    await expect(people.getByRole("button", { name: person.name.en })).toBeVisible();
  }
  await expect(first.page.getByText("Lan Siam, Bangkok")).toBeVisible();
  await checkBothLanguages(first.page);
  await first.close();

  await shop.cutLine();
  const second = await start();
  // The language is remembered too.
  await signIn(second.page, somying);
  await expect(second.page.getByRole("status").first()).toContainText(
    say("en", "sync.short.no-line"),
  );
  await checkBothLanguages(second.page);
});

test("address and code on the command line connect the PC without hands; it asks head office at once on waking and when the network is back", async ({
  desk: { app, page },
}) => {
  await expect(page.getByRole("heading", { name: say("th", "signIn.title") })).toBeVisible();
  const readContact = async () => (await callDesk(page, "sync.status")).lastSyncedAt;
  const expectNews = async (happens: () => Promise<void>) => {
    const before = await readContact();
    await happens();
    // By itself it asks every five minutes only.
    await expect.poll(readContact).not.toBe(before);
  };
  await expectNews(() =>
    app.evaluate(({ powerMonitor }) => {
      powerMonitor.emit("resume");
    }),
  );
  const setOnline = (isOnline: boolean) =>
    app.evaluate(({ net }, value) => {
      net.isOnline = () => value;
    }, isOnline);
  await setOnline(false);
  // The desk looks once a second.
  await page.waitForTimeout(1500);
  await expectNews(() => setOnline(true));
});
