import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inventCustomer, takeConsent } from "./customers.ts";
import { anan } from "./demo-people.ts";
import { launchDesk } from "./desk.ts";
import { signIn } from "./desk-page.ts";
import { openShop } from "./shop.ts";

/** Where a desk keeps its store, within its folder. */
export const storeFolder = (userData: string) => join(userData, "store");
export const storeFile = (userData: string) => join(storeFolder(userData), "yinyom.db");
export const keyFile = (userData: string) => join(storeFolder(userData), "store-key.json");

/** The folder of a desk that was enrolled, has worked and was closed; head office is gone. */
export async function makeKeptDesk(): Promise<string> {
  const userData = mkdtempSync(join(tmpdir(), "yinyom-kept-"));
  const shop = await openShop();
  const desk = await launchDesk({
    userData,
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
  });
  await signIn(desk.page, anan);
  await shop.cutLine();
  await takeConsent(desk.page, inventCustomer(1, "มาลี ทดสอบ"), []);
  await desk.close();
  await shop.close();
  return userData;
}

/** Puts what a desk keeps, its store and what opens its key, into another desk's folder. */
export function copyDesk(from: string, to: string): void {
  // Chromium's own files are not the desk's.
  const kept = readdirSync(from).filter((name) => name === "store" || name.endsWith(".key"));
  for (const name of kept) cpSync(join(from, name), join(to, name), { recursive: true });
}

/** The hash of each file below a folder, by its name. */
export function readBytes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files
      .sort()
      .map((path) => [path, createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}
