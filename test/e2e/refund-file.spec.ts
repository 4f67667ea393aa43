import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Page } from "playwright";
import { checkBothLanguages } from "../support/accessibility.ts";
import { somying } from "../support/demo-people.ts";
import { signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { cardFile } from "../support/fake-camera.ts";
import { listHostileFiles } from "../support/hostile-files.ts";
import {
  awaitMasks,
  beginRefund,
  chooseProof,
  faultyGoods,
  openCopyWindow,
  typeRefund,
} from "../support/refund.ts";
import { say } from "../support/words.ts";

/** YINYOM_HOSTILE_FILES names another number, such as 5000. */
const hostileFiles = Number(process.env.YINYOM_HOSTILE_FILES ?? 300);

async function begin(page: Page): Promise<void> {
  await signIn(page, somying);
  await speak(page, "en");
  await beginRefund(page);
  await typeRefund(page, { reason: faultyGoods, sale: "INV-5", baht: "25000", name: "Manee Jai" });
  await chooseProof(page, "copied");
}

/** The back of an invented card on a dark mat, as a scanner would see it. */
function drawBack(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 1400;
    canvas.height = 950;
    const context = canvas.getContext("2d");
    context.fillStyle = "#20242a";
    context.fillRect(0, 0, 1400, 950);
    context.fillStyle = "#e9e6f2";
    context.fillRect(100, 98, 1200, 757);
    context.fillStyle = "#111111";
    context.font = "600 64px 'IBM Plex Sans Thai Looped'";
    context.fillText("กรมการปกครอง", 160, 220);
    context.fillText("กระทรวงมหาดไทย", 160, 330);
    context.fillText("โปรดส่งคืน", 160, 440);
    context.font = "600 60px 'IBM Plex Sans Thai Looped'";
    context.fillText("JT0-1234567-89", 620, 760);
    return canvas.toDataURL("image/jpeg", 0.95).split(",")[1];
  })()`);
}

test("the back of the card is refused, and the scan that still lies there is named and deleted @thorough", async ({
  desk: { page, app },
}, info) => {
  await begin(page);
  const path = info.outputPath("scan-0001.jpg");
  writeFileSync(path, Buffer.from(await drawBack(page), "base64"));
  const window = await openCopyWindow(app, page);
  await window.locator("input[type=file]").setInputFiles(path);
  await window
    .getByRole("heading", { name: say("en", "copyWindow.refused.title") })
    .waitFor({ timeout: 40_000 });
  await checkBothLanguages(window);
  await expect(
    window.getByRole("button", { name: say("en", "copyWindow.masks.check") }),
  ).toHaveCount(0);
  const gone = window.waitForEvent("close");
  await window.keyboard.press("Escape");
  await window
    .getByRole("alertdialog")
    .getByRole("button", { name: say("en", "copyWindow.leaveYes") })
    .click()
    // The window may be gone before the click has its answer.
    .catch(() => undefined);
  await gone;

  await expect(page.getByText("scan-0001.jpg")).toBeVisible();
  await checkBothLanguages(page);
  await page.getByRole("button", { name: say("en", "refunds.leftover.delete") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: say("en", "refunds.leftover.delete") })
    .click();
  await expect(page.getByText(say("en", "refunds.leftover.gone"))).toBeVisible();
  expect(existsSync(path)).toBe(false);
});

test("a scanner's file is read as the camera's picture is @thorough", async ({
  desk: { page, app },
}) => {
  await begin(page);
  const window = await openCopyWindow(app, page);
  const buffer = readFileSync(cardFile("A005016"));
  const file = { name: "scan.jpg", mimeType: "image/jpeg", buffer };
  await window.locator("input[type=file]").setInputFiles(file);
  expect(await awaitMasks(window)).toBeGreaterThanOrEqual(2);
});

test(`${hostileFiles} hostile files go through the real decoder: a clear error or a picture, and the window lives @thorough`, async ({
  desk: { page, app },
}) => {
  test.setTimeout(60_000 + hostileFiles * 1000);
  await begin(page);
  const window = await openCopyWindow(app, page);
  const said = new Map<string, number>();
  for (const { name, bytes } of listHostileFiles(hostileFiles, 7)) {
    const outcome = await window.evaluate<string>(`(async () => {
      const bytes = Uint8Array.from(atob("${Buffer.from(bytes).toString("base64")}"), (one) => one.charCodeAt(0));
      const files = new DataTransfer();
      files.items.add(new File([bytes], "${name}.jpg"));
      const input = document.querySelector("input[type=file]");
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      const pause = () => new Promise((resolve) => setTimeout(resolve, 15));
      const isBusy = () => document.querySelector('[role="progressbar"]') !== null;
      await pause();
      while (isBusy()) await pause();
      const alert = document.querySelector("main [role=alert]");
      if (document.querySelector("input[type=file]")) return alert ? alert.textContent : "nothing";
      const again = [...document.querySelectorAll("main button")].find(
        (one) => one.textContent.includes(${JSON.stringify(say("en", "copyWindow.again"))}),
      );
      again.click();
      while (!document.querySelector("input[type=file]")) await pause();
      return "picture";
    })()`);
    said.set(outcome, (said.get(outcome) ?? 0) + 1);
  }
  expect(said.get("nothing") ?? 0).toBe(0);
  expect(said.get("picture") ?? 0).toBeGreaterThan(10);
  expect(said.get(say("en", "copyWindow.fault.broken")) ?? 0).toBeGreaterThan(10);
  const megabytes = await app.evaluate(({ app: desk }) =>
    Math.max(...desk.getAppMetrics().map(({ memory }) => memory.workingSetSize / 1024)),
  );
  expect(megabytes).toBeLessThan(1500);
});
