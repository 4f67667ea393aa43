import { expect, type Locator, type Page } from "playwright/test";
import events from "../../resources/demo/events.json" with { type: "json" };
import type { Garment, Swatch, Wish } from "../../src/captures/event-photo-opt-out/payload.ts";
import { eventPhotoText } from "../../src/captures/event-photo-opt-out/text.ts";
import { readShopDay } from "../../src/captures/shop-day.ts";
import { type Event, event, eventSettings } from "../../src/contract/event.ts";
import { notice } from "../../src/contract/reference.ts";
import type { Publication } from "../../src/head-office/change-log.ts";
import { draw } from "./consent-form.ts";
import type { DemoPerson } from "./demo-people.ts";
import { readLanguage, signIn } from "./desk-page.ts";
import type { Shop } from "./shop.ts";
import { say } from "./words.ts";

export const eventWords = eventPhotoText;

/** The demo's fair as if it were held today. */
export const fair: Event = event.parse({
  ...events.events[0],
  days: [readShopDay(new Date())],
});

/** Publishes the fair, its notice and what head office set for events. */
export async function publishFair(
  shop: Shop,
  { purgeAfterDays = 7, more = [] as readonly Publication[] } = {},
): Promise<void> {
  const audience = null;
  const settings = eventSettings.parse({ ...events.settings, purgeAfterDays });
  await shop.publish([
    ...events.notices.map((one) => {
      const value = notice.parse(one);
      return { topic: "notice" as const, key: `${value.id}@${value.version}`, value, audience };
    }),
    { topic: "event-settings", key: "settings", value: settings, audience },
    { topic: "event", key: fair.id, value: fair, audience },
    ...more,
  ]);
}

/** Signs in and opens the fair from the list of events. */
export async function openFair(page: Page, person: DemoPerson): Promise<void> {
  await signIn(page, person);
  const language = await readLanguage(page);
  if (person.id === "wichai") {
    await page.getByRole("link", { name: say(language, "event.nav") }).click();
  }
  await page.getByRole("button", { name: fair.name[language] }).click();
  await expect(
    page.getByRole("heading", { name: say(language, "event.home.board") }),
  ).toBeVisible();
}

/** A button by a word of the page's own. */
export async function press(page: Page, key: string): Promise<void> {
  await page
    .getByRole("button", { name: say(await readLanguage(page), key) })
    .first()
    .click();
}

export async function pressWish(page: Page, wish: Wish): Promise<void> {
  const words = eventWords[await readLanguage(page)];
  await page.getByRole("button", { name: words.wish[wish] }).click();
}

export async function touchColour(page: Page, colour: Swatch, garment?: Garment): Promise<void> {
  const words = eventWords[await readLanguage(page)];
  if (garment) await touch(page.getByRole("radio", { name: words.garment[garment] }));
  await touch(page.getByRole("checkbox", { name: words.colour[colour], exact: true }));
}

/** React Aria's inputs lie hidden within what is touched. */
async function touch(input: Locator): Promise<void> {
  await input.locator("xpath=ancestor::label[1]").click();
}

async function chooseTile(page: Page, name: string): Promise<void> {
  await touch(page.getByRole("radio", { name, exact: true }));
}

export type NewOptOut = { tag?: string; colour?: Swatch; zone?: string; wish?: Wish };

/** Takes an opt-out from the event's screen; the answer is its receipt number. */
export async function optOut(page: Page, given: NewOptOut): Promise<string> {
  const language = await readLanguage(page);
  await press(page, "event.home.noPhoto");
  if (given.tag) await page.getByLabel(eventWords[language].marks.tag).fill(given.tag);
  if (given.zone) await chooseTile(page, given.zone);
  if (given.colour) await touchColour(page, given.colour);
  await pressWish(page, given.wish ?? "no-photo");
  return readSaved(page);
}

/** The receipt number that the screen says after saving. */
export async function readSaved(page: Page): Promise<string> {
  const saved = page.getByRole("status").filter({ hasText: /[0-9A-Y]{3}-[0-9A-Y]{4,}-[0-9A-Y]/ });
  await expect(saved).toBeVisible();
  return /[0-9A-Y]{3}-[0-9A-Y]{4,}-[0-9A-Y]/.exec((await saved.textContent()) ?? "")?.[0] ?? "";
}

/** Hands the board over to a photographer of the fair's list. */
export async function handOver(page: Page, photographer: string): Promise<void> {
  const language = await readLanguage(page);
  await press(page, "event.handOver.doIt");
  await chooseTile(page, photographer);
  await draw(page, "signature");
  await page.getByRole("button", { name: eventWords[language].handOver.save }).click();
  await expect(page.getByText(say(language, "event.saved.handedOver"))).toBeVisible();
}

/** The board's entries as the screen shows them. */
export function boardEntries(page: Page): Locator {
  return page.locator("section[aria-labelledby=board-title] li");
}
