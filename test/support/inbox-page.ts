import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright/test";
import { inboxPaths } from "../../src/contract/inbox-api.ts";
import { testPassword } from "./inbox-client.ts";

/** The browser of the system, as Debian or another distribution names it. */
function findChromium(): string {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);
  if (!found) throw new Error("No Chromium on the PATH: apt-get install chromium");
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function launchBrowser(): Promise<Browser> {
  // Chromium refuses its sandbox to root; nothing here is a stranger's page.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: findChromium(), args });
}

export type InboxWindow = { width: number; height: number };

/** A window of its own on the inbox, with no session. */
export async function openInboxPage(
  browser: Browser,
  address: string,
  viewport: InboxWindow = { width: 1366, height: 768 },
): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(`${address}${inboxPaths.pages}`);
  return page;
}

/** Signs in by the form, in Thai as the pages begin. */
export async function signInAtInbox(
  page: Page,
  name: string,
  password = testPassword,
): Promise<void> {
  await page.getByLabel("ชื่อผู้ใช้").fill(name);
  await page.getByLabel("รหัสผ่าน").fill(password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
  await page.getByRole("navigation").waitFor();
}
