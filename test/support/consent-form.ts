import { expect, type Locator, type Page } from "playwright/test";
import { exampleReference } from "../../src/captures/marketing-consent/example-reference.ts";
import type { AgeBand } from "../../src/captures/marketing-consent/payload.ts";
import { nameChannel } from "../../src/captures/marketing-consent/receipt-content.ts";
import { readLanguage } from "./desk-page.ts";
import { formWords, say } from "./words.ts";

/** What a customer says to one question: by which channels (their ids), or plainly. */
export type Reply = "yes" | "no" | readonly string[];

/** The demo's questions, in their order, by id. */
export const purposeIds = [
  "direct-marketing",
  "partner-sharing",
  "advertising-audiences",
  "photo-publicity",
] as const;
export type Replies = Partial<Record<(typeof purposeIds)[number], Reply>>;

/** The place of one field of the form, by the form's name for it. */
export function field(page: Page, name: string): Locator {
  return page.locator(`[data-field="${name}"]`);
}

export function textOf(page: Page, name: string): Locator {
  return field(page, name).getByRole("textbox");
}

/** Chooses by the mouse, as the person at the till sees it: the words around a radio or a tick. */
export async function choose(page: Page, name: string, label: string): Promise<void> {
  const found = field(page, name).locator("label").filter({ hasText: label }).first();
  await found.click();
}

/** From the desk to the empty form of somebody new, or to that of the person shown; tells them first. */
export async function ask(page: Page): Promise<void> {
  const words = formWords[await readLanguage(page)];
  await page.keyboard.press("F4");
  await page.getByRole("button", { name: words.notice.shown }).click();
  await expect(page.getByRole("heading", { name: words.notice.done })).toBeVisible();
}

/** Who the customer is, as far as the form asks at the start. */
export async function enterPerson(page: Page, name: string, age: AgeBand = "adult"): Promise<void> {
  const words = formWords[await readLanguage(page)];
  await textOf(page, "name").fill(name);
  await choose(page, "ageBand", words.person[age]);
}

/** Answers every question: what is not named is a no. */
export async function answer(page: Page, replies: Replies): Promise<void> {
  const language = await readLanguage(page);
  const words = formWords[language].purposes;
  for (const purpose of purposeIds) {
    const reply = replies[purpose] ?? "no";
    const question = `replies.${purpose}`;
    await choose(page, question, reply === "no" ? words.no : words.yes);
    if (typeof reply === "string") continue;
    for (const channel of reply) {
      await choose(page, question, nameChannel(channel, exampleReference, language));
    }
  }
}

export async function sayAloud(page: Page): Promise<void> {
  await choose(page, "how", formWords[await readLanguage(page)].means.spoken);
}

export async function sign(page: Page): Promise<void> {
  await choose(page, "how", formWords[await readLanguage(page)].means.signature);
  await draw(page, "signature");
}

/** Draws a line up and down with the mouse in a field for signatures. */
export async function draw(page: Page, name: string): Promise<void> {
  const canvas = field(page, name).locator("canvas");
  // To the middle: at the edge the bar with Save lies over it, and the mouse would draw on that.
  await canvas.evaluate((box) => box.scrollIntoView({ block: "center" }));
  const box = await canvas.boundingBox();
  if (!box) throw new Error("there is nothing to sign on");
  const at = (x: number, y: number) =>
    page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 4 });
  await at(0.2, 0.3);
  await page.mouse.down();
  for (const [x, y] of [
    [0.3, 0.7],
    [0.4, 0.3],
    [0.5, 0.7],
    [0.7, 0.4],
  ] as const) {
    await at(x, y);
  }
  await page.mouse.up();
}

/** Saves by its key and waits for the receipt; the answer is the receipt number. */
export async function save(page: Page): Promise<string> {
  await page.keyboard.press("F9");
  return readReceipt(page);
}

/** The number of the receipt on the screen. */
export async function readReceipt(page: Page): Promise<string> {
  const language = await readLanguage(page);
  await expect(
    page.getByRole("heading", { name: say(language, "desk.receipt.saved"), exact: true }),
  ).toBeVisible();
  const number = page.getByText(/^[0-9A-Y]{3}-[0-9A-Y]{4,}-[0-9A-Y]$/).last();
  return (await number.textContent()) ?? "";
}

/** From a receipt to an empty desk. */
export async function done(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: say(await readLanguage(page), "desk.receipt.done") })
    .click();
  await expect(searchBox(page)).toBeFocused();
}

export function searchBox(page: Page): Locator {
  return page.getByRole("combobox");
}

/** Looks for somebody by typing, and opens the one person that is found. */
export async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press("F2");
  await searchBox(page).fill(text);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
}
