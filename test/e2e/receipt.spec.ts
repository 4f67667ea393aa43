import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fillText } from "../../src/captures/fill-text.ts";
import { exampleReference } from "../../src/captures/marketing-consent/example-reference.ts";
import type { Language } from "../../src/contract/ids.ts";
import { readNotice } from "../../src/contract/reference.ts";
import { checkBothLanguages } from "../support/accessibility.ts";
import {
  answer,
  ask,
  done,
  enterPerson,
  find,
  save,
  sayAloud,
  textOf,
} from "../support/consent-form.ts";
import { somying } from "../support/demo-people.ts";
import type { Desk } from "../support/desk.ts";
import { signIn, speak } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { markThorough } from "../support/thoroughness.ts";
import { formWords, say } from "../support/words.ts";

const [notice] = exampleReference.notices.filter(
  ({ id }) => id === exampleReference.settings.marketingNotice,
);
if (!notice) throw new Error("the demo has no marketing notice");
const pointsPerMm = 72 / 25.4;
const dpo = "DPO@bigcamera.co.th";

/** Whoever saves a PDF here has chosen this path in the system's dialog. */
async function choosePath(desk: Desk, path: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath, bookmark: "" });
  }, path);
}

function readPdf(path: string): { text: string; pages: number; widthMm: number } {
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  const facts = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  const pages = Number(/Pages:\s+(\d+)/.exec(facts)?.[1]);
  const widthMm = Number(/Page size:\s+([\d.]+)/.exec(facts)?.[1]) / pointsPerMm;
  return { text, pages, widthMm };
}

/** Marks that stand above or below are set apart by the reader of a PDF: only the letters' order counts. */
function squeeze(text: string): string {
  return text.normalize("NFC").replaceAll("\u0e4d\u0e32", "\u0e33").replace(/\s+/g, "");
}

async function takeConsent(desk: Desk, language: Language): Promise<string> {
  const { page } = desk;
  await speak(page, language);
  await ask(page);
  await enterPerson(page, "กานดา ทองดี");
  await answer(page, { "direct-marketing": ["sms"] });
  await textOf(page, "phone").fill("081 555 0101");
  await sayAloud(page);
  return save(page);
}

for (const language of ["th", "en"] as const) {
  test(`a receipt in ${language} is saved as PDF on both papers and says in words what was agreed${markThorough(language === "en")}`, async ({
    desk,
    userData,
  }) => {
    const { page } = desk;
    await signIn(page, somying);
    const number = await takeConsent(desk, language);
    await checkBothLanguages(page);
    await speak(page, language);
    const words = formWords[language].receipt;
    // What was told is kept word for word, and can be shown again.
    await page.getByRole("button", { name: say(language, "desk.receipt.words") }).click();
    const told = page.getByRole("dialog").getByRole("region");
    expect(squeeze(await told.innerText())).toBe(squeeze(readNotice(notice, language)));
    await checkBothLanguages(page);
    await page.keyboard.press("Escape");
    for (const [size, key, widthMm] of [
      ["80mm", "desk.receipt.savePdf80", 80],
      ["A4", "desk.receipt.savePdf", 210],
    ] as const) {
      const path = join(userData, `receipt-${size}.pdf`);
      await choosePath(desk, path);
      await page.getByRole("button", { name: say(language, key) }).click();
      await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true);
      await expect(page.getByText(path)).toBeVisible();
      const pdf = readPdf(path);
      expect(pdf.pages, size).toBe(1);
      expect(Math.abs(pdf.widthMm - widthMm), `${size}: ${pdf.widthMm} mm`).toBeLessThan(1);
      const text = squeeze(pdf.text);
      for (const wanted of [
        number,
        dpo,
        "กานดา ทองดี",
        words["title-decision"],
        words.answers,
        ...exampleReference.purposes.map(({ name }) => name[language]),
        fillText(words.noticeVersion, { title: notice.title[language], version: notice.version }),
        words.howHeading,
        fillText(words.howWithdraw, { dpo }),
        exampleReference.controller.name[language],
      ]) {
        expect(text, size).toContain(squeeze(wanted));
      }
    }
  });
}

test("the code on a receipt is its number, and the number brings the person back @thorough", async ({
  desk,
  userData,
}) => {
  const { page } = desk;
  await signIn(page, somying);
  const number = await takeConsent(desk, "th");
  const path = join(userData, "receipt.pdf");
  await choosePath(desk, path);
  await page.getByRole("button", { name: say("th", "desk.receipt.savePdf") }).click();
  await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true);
  // As a scanner sees it: the printed page as a picture.
  execFileSync("pdftoppm", ["-r", "200", "-png", "-singlefile", path, path]);
  const seen = execFileSync("zbarimg", ["--quiet", "--raw", `${path}.png`], {
    encoding: "utf8",
  }).trim();
  expect(seen.replaceAll("-", "")).toBe(number.replaceAll("-", ""));
  await done(page);
  await find(page, seen);
  await expect(page.getByRole("heading", { name: "กานดา ทองดี" })).toBeVisible();
});

test("with no printer the desk says so, and the receipt stays @thorough", async ({ desk }) => {
  const { page } = desk;
  await signIn(page, somying);
  await takeConsent(desk, "en");
  await page.getByRole("button", { name: say("en", "desk.receipt.print80") }).click();
  await expect(page.getByText(say("en", "failure.code.print-failed"))).toBeVisible({
    timeout: 20_000,
  });
  // Enter is Done again, as its button says, and not a second print.
  const isDone = page.getByRole("button", { name: say("en", "desk.receipt.done") });
  await expect(isDone).toBeFocused();
  await checkBothLanguages(page);
});
