import { expect, type Page } from "playwright/test";
import { type Payload, payload } from "../../src/captures/rights-request/payload.ts";
import { rightsRequestText } from "../../src/captures/rights-request/text.ts";
import type { Right } from "../../src/contract/rights.ts";
import type { Db } from "../../src/head-office/db/database.ts";
import { choose, draw, textOf } from "./consent-form.ts";
import { pressKey, readLanguage } from "./desk-page.ts";
import { say } from "./words.ts";

/** The words of requests, their forms and slips. */
export const rightsWords = rightsRequestText;

/** From anywhere to the list of requests. */
export async function openCases(page: Page): Promise<void> {
  const language = await readLanguage(page);
  await pressKey(page, "F5");
  await expect(page.getByRole("heading", { name: say(language, "cases.title") })).toBeVisible();
}

/** From the list to an empty request of one right. */
export async function beginRequest(page: Page, right: Right): Promise<void> {
  const words = rightsWords[await readLanguage(page)];
  await pressKey(page, "F4");
  await choose(page, "right", words.rights[right].aloud);
  await expect(page.getByRole("heading", { name: words.rights[right].name })).toBeVisible();
}

/** Kanda, invented, with her ID card; she fetches the answer at the shop. */
export async function enterKanda(page: Page): Promise<void> {
  const words = rightsWords[await readLanguage(page)];
  await textOf(page, "name").fill("กานดา ทองดี");
  await textOf(page, "phone").fill("081 555 0101");
  await choose(page, "how", words.identity.document);
  await choose(page, "document", words.identity["thai-id"]);
  await choose(page, "by", words.answerWays.shop);
}

/** Draws the signature beneath the words that stand there, which are the answer. */
export async function signWords(page: Page): Promise<string> {
  const words = rightsWords[await readLanguage(page)];
  await draw(page, "signature");
  return (await page.getByRole("region", { name: words.sign.words }).textContent()) ?? "";
}

/** From a slip back to the list, or to the case it is of. */
export async function finishSlip(page: Page): Promise<void> {
  const language = await readLanguage(page);
  await page.getByRole("button", { name: say(language, "desk.receipt.done") }).click();
}

/** This kind's captures at head office, in the order in which they were taken. */
export async function listRequests(db: Db): Promise<{ id: string; payload: Payload }[]> {
  const rows = await db
    .selectFrom("capture")
    .selectAll()
    .where("kind", "=", "rights-request")
    .orderBy("sequence")
    .execute();
  return rows.map((row) => ({ id: row.id, payload: payload.parse(JSON.parse(row.payload ?? "")) }));
}
