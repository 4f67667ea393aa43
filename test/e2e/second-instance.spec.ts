import { somying } from "../support/demo-people.ts";
import { signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { expectFailureScreen } from "../support/failure-screen.ts";
import { storeFile } from "../support/kept-desk.ts";
import { say } from "../support/words.ts";

test("a second start says that the desk is open, leaves it alone, and brings it to the front @thorough", async ({
  desk,
  start,
  userData,
}) => {
  await speak(desk.page, "en");
  await signIn(desk.page, somying);
  await desk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const seen = globalThis as { wasFocused?: boolean };
    const focus = window?.focus.bind(window);
    // A virtual screen has no window manager that could be asked.
    if (window)
      window.focus = () => {
        seen.wasFocused = true;
        focus?.();
      };
  });

  const second = await start();
  await expectFailureScreen(second.page, "already-running", storeFile(userData));
  expect(await desk.app.evaluate(() => (globalThis as { wasFocused?: boolean }).wasFocused)).toBe(
    true,
  );
  const ended = second.app.waitForEvent("close");
  await second.page.getByRole("button", { name: say("en", "failureScreen.quit") }).click();
  await ended;

  // The first one goes on where it was.
  await desk.page.getByRole("combobox").fill("081");
  await expect(desk.page.getByText(say("en", "desk.search.none", { text: "081" }))).toBeVisible();
});
