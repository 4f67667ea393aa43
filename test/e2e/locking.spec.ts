import { somying } from "../support/demo-people.ts";
import type { Desk } from "../support/desk.ts";
import { awaitSignIn, lock, pressKey, signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";

const readClipboard = ({ app }: Desk) =>
  app.evaluate(({ clipboard }) => Promise.resolve(clipboard.readText()));

/** Looks somebody up and copies what was typed, as a person would. */
async function copyTyped({ page }: Desk, text: string): Promise<void> {
  await page.getByRole("combobox").fill(text);
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+C");
}

test("locking loads the page anew: nothing that it had read is in its reach @thorough", async ({
  desk,
}) => {
  const { page } = desk;
  await signIn(page, somying);
  await page.getByRole("combobox").fill("กานดา");
  await page.evaluate(`window.heldByThePage = ["กานดา"]`);
  for (const way of ["button", "key"]) {
    if (way === "button") await lock(page);
    else {
      await pressKey(page, "F12");
      await awaitSignIn(page);
    }
    expect(await page.evaluate(`window.heldByThePage ?? null`)).toBeNull();
    expect(await page.content()).not.toContain("กานดา");
    expect(
      await page.evaluate(`performance.getEntriesByType("navigation").map(({ type }) => type)`),
    ).toEqual(["reload"]);
    await signIn(page, somying);
    await page.evaluate(`window.heldByThePage = ["กานดา"]`);
  }
});

test("what the desk put on the clipboard goes with the lock, what others put there stays @thorough", async ({
  desk,
}) => {
  const { app, page } = desk;
  await signIn(page, somying);
  await copyTyped(desk, "0812345671");
  await expect.poll(() => readClipboard(desk)).toBe("0812345671");
  await lock(page);
  await expect.poll(() => readClipboard(desk)).toBe("");

  await signIn(page, somying);
  await copyTyped(desk, "0812345672");
  await expect.poll(() => readClipboard(desk)).toBe("0812345672");
  await app.evaluate(({ clipboard }) => clipboard.writeText("somebody's own"));
  await lock(page);
  await signIn(page, somying);
  expect(await readClipboard(desk)).toBe("somebody's own");
});
