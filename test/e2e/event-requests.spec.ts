import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TakeDownAnswer } from "../../src/contract/event.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import { field } from "../support/consent-form.ts";
import { ploy, wichai } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import {
  boardEntries,
  eventWords,
  fair,
  openFair,
  optOut,
  press,
  publishFair,
  readSaved,
} from "../support/event-desk.ts";
import { say } from "../support/words.ts";

const words = eventWords.th;

test("with no event there is a page that says what to do @thorough", async ({ desk: { page } }) => {
  await signIn(page, ploy);
  await expect(page.getByText(say("th", "event.choose.none"))).toBeVisible();
  await expect(page.getByRole("button", { name: say("th", "event.choose.start") })).toHaveCount(0);
  await checkBothLanguages(page);
});

test.describe("with an event", () => {
  test.beforeEach(async ({ shop }) => publishFair(shop));

  test("a picture that is out is asked to come down, and head office's answer comes back @thorough", async ({
    shop,
    desk: { page },
  }) => {
    await openFair(page, ploy);
    await press(page, "event.home.takeDown");
    await page.getByRole("button", { name: words.takeDown.save }).click();
    await expect(page.getByText(words.frame.faults)).toBeVisible();
    const address = "https://social.example/posts/20261122";
    await page.getByLabel(words.takeDown.address).fill(address);
    await field(page, "saidBy").getByText(words.optOut.person).click();
    await checkBothLanguages(page);
    await page.getByRole("button", { name: words.takeDown.save }).click();
    await readSaved(page);
    await press(page, "event.home.takeDown");
    await expect(page.getByText(words.takeDown.waiting)).toBeVisible();

    const { captures } = await callDesk(page, "events.read", { event: fair.id });
    const request = captures[0]?.header.id ?? "";
    const value: TakeDownAnswer = {
      request,
      outcome: "taken-down",
      words: "เอาลงแล้วเมื่อเช้านี้",
      at: new Date().toISOString(),
    };
    await shop.publish([{ topic: "take-down-answer", key: request, value, audience: null }]);
    await callDesk(page, "sync.now");
    await expect(page.getByText(words.outcome["taken-down"])).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("เอาลงแล้วเมื่อเช้านี้")).toBeVisible();
    await checkBothLanguages(page);
  });

  test("a manager starts an event with no line and works it at once @thorough", async ({
    shop,
    desk: { page },
  }) => {
    await signIn(page, wichai);
    await expect.poll(async () => (await callDesk(page, "events.list")).length).toBeGreaterThan(0);
    await shop.cutLine();
    await page.getByRole("link", { name: say("th", "event.nav") }).click();
    await checkBothLanguages(page);
    await press(page, "event.choose.start");
    await page.getByRole("button", { name: words.start.save }).click();
    await expect(page.getByText(words.frame.faults)).toBeVisible();
    await page.getByLabel(words.start.name, { exact: true }).fill("ลองเลนส์ริมน้ำ");
    await page.getByLabel(words.start.place).fill("ท่าน้ำทดสอบ");
    await page.getByLabel(words.start.zones).fill("ท่าเรือ\nลานกว้าง");
    await checkBothLanguages(page);
    await page.getByRole("button", { name: words.start.save }).click();
    await expect(page.getByText("ลองเลนส์ริมน้ำ")).toBeVisible();
    await optOut(page, { tag: "Z1", zone: "ท่าเรือ" });
    await expect(boardEntries(page)).toHaveCount(1);
    await press(page, "event.frame.otherEvent");
    await expect(page.getByRole("button", { name: "ลองเลนส์ริมน้ำ" })).toContainText(
      say("th", "event.choose.proposed"),
    );
  });

  test("the board is saved as an A4 sheet in both languages @thorough", async ({
    desk,
    userData,
  }) => {
    const { page } = desk;
    await openFair(page, ploy);
    await optOut(page, { tag: "P77", colour: "yellow", zone: "ทางเข้า" });
    await speak(page, "en");
    const path = join(userData, "board.pdf");
    await desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath, bookmark: "" });
    }, path);
    await press(page, "event.home.print");
    await page.getByRole("dialog").getByText(say("en", "event.print.both")).click();
    await checkBothLanguages(page);
    await press(page, "event.print.save");
    await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true);
    await expect(page.getByText(path)).toBeVisible();
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    const facts = execFileSync("pdfinfo", [path], { encoding: "utf8" });
    expect(facts).toMatch(/Pages:\s+2/);
    expect(facts).toMatch(/A4/);
    for (const wanted of ["P77", "Lan Siam Camera Fair", eventWords.en.board.title, "Entrance"]) {
      expect(text).toContain(wanted);
    }
    expect(text.split("P77")).toHaveLength(3);
  });
});
