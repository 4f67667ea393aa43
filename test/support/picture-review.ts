import { expect, type Page } from "playwright/test";
import { exampleMarks, optOut } from "../../src/captures/event-photo-opt-out/example-acts.ts";
import { exampleReference } from "../../src/captures/event-photo-opt-out/example-event.ts";
import type { OptOut } from "../../src/captures/event-photo-opt-out/payload.ts";
import { readShopDay } from "../../src/captures/shop-day.ts";
import type { Event } from "../../src/contract/event.ts";
import type { Desk } from "./desk.ts";
import { callDesk } from "./desk-calls.ts";
import { pressKey, readLanguage } from "./desk-page.ts";
import type { Shop } from "./shop.ts";
import { say } from "./words.ts";

/** An event of today, with the demo's zones. */
export function planToday(): Event {
  const [example] = exampleReference.events;
  if (!example) throw new Error("the demo has no event");
  return { ...example, id: "todays-fair", days: [readShopDay(new Date())] };
}

export async function publishEvent(shop: Shop, event: Event): Promise<void> {
  const { notices } = exampleReference;
  await shop.publish([
    ...notices.map((value) => ({
      topic: "notice" as const,
      key: `${value.id}@${value.version}`,
      value,
      audience: null,
    })),
    { topic: "event", key: event.id, value: event, audience: null },
  ]);
}

/** Takes an opt-out as the event desk does, without its form. */
export async function takeOptOut(page: Page, event: string, marks: Partial<OptOut["marks"]>) {
  const payload: OptOut = { ...optOut, event, marks: { ...exampleMarks, ...marks } };
  return callDesk(page, "capture.submit", {
    request: crypto.randomUUID(),
    kind: "event-photo-opt-out",
    payload,
    amends: null,
    notice: null,
  });
}

/** Whoever is asked for a folder from here on chooses this one. */
export async function chooseFolder(desk: Desk, folder: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, path) => {
    const answer = { canceled: false, filePaths: [path], bookmarks: [] };
    dialog.showOpenDialog = () => Promise.resolve(answer);
  }, folder);
}

/** Goes to the event's review and opens a folder there; resolves once its first picture is to be decided. */
export async function openPictures(desk: Desk, event: string, folder: string): Promise<void> {
  const { page } = desk;
  await chooseFolder(desk, folder);
  await page.evaluate(`location.hash = "#/event/${event}/pictures"`);
  await page
    .getByRole("button", { name: say(await readLanguage(page), "pictures.open") })
    .waitFor();
  await pressKey(page, "F2");
  await awaitPicture(page);
}

/** Waits until the picture that is looked at can be decided; its number, from 1. */
export async function awaitPicture(page: Page): Promise<number> {
  await page.locator("[data-picture=ready] canvas").waitFor({ timeout: 20_000 });
  const heading = await page.locator("main h1").innerText();
  return Number(/\d+/.exec(heading)?.[0]);
}

/** Presses a key for each picture, in order, each once it is shown. */
export async function decidePictures(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const number = await awaitPicture(page);
    await page.keyboard.press(key);
    await expect(page.locator("main h1")).not.toContainText(new RegExp(` ${number} `));
  }
}
