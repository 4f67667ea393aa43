import { cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { findRuntime } from "../../scripts/electron-runtime/find-runtime.ts";
import { awaitSignIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { expectFailureScreen, tryAgain } from "../support/failure-screen.ts";
import {
  copyDesk,
  keyFile,
  makeKeptDesk,
  readBytes,
  storeFile,
  storeFolder,
} from "../support/kept-desk.ts";
import { markThorough } from "../support/thoroughness.ts";

/** What a real desk left behind; each test spoils a copy. */
let kept = "";
/** Another desk's, whose key is another. */
let other = "";
let isStandIn = false;

test.beforeAll(async () => {
  [kept, other] = await Promise.all([makeKeptDesk(), makeKeptDesk()]);
  isStandIn = (await findRuntime())?.kind === "stand-in";
});
test.afterAll(() => {
  for (const folder of [kept, other]) rmSync(folder, { recursive: true, force: true });
});
test.beforeEach(({ userData }) => copyDesk(kept, userData));

/** Turns over every bit from one place in the file to another. */
function damage(path: string, from: number, upto: number): void {
  const bytes = readFileSync(path);
  for (let at = from; at < Math.min(upto, bytes.length); at += 1) bytes[at] = ~(bytes[at] ?? 0);
  writeFileSync(path, bytes);
}

for (const { what, spoil } of [
  { what: "at its beginning", spoil: (path: string) => damage(path, 0, 100) },
  // It opens, and shows only when the desk reads on.
  { what: "further in", spoil: (path: string) => damage(path, 8192, Number.POSITIVE_INFINITY) },
  { what: "cut off", spoil: (path: string) => truncateSync(path, 12_288) },
  { what: "empty", spoil: (path: string) => truncateSync(path, 0) },
]) {
  test(`a store that is damaged, ${what}, is told and left alone${markThorough(what !== "cut off")}`, async ({
    start,
    userData,
  }) => {
    spoil(storeFile(userData));
    const before = readBytes(storeFolder(userData));
    const desk = await start();
    await expectFailureScreen(desk.page, "store-damaged", storeFile(userData));
    await desk.close();
    expect(readBytes(storeFolder(userData))).toEqual(before);
  });
}

test("a store with another desk's key is told, and opens once its own is back @thorough", async ({
  start,
  userData,
}) => {
  copyDesk(other, userData);
  cpSync(storeFile(kept), storeFile(userData));
  cpSync(`${storeFile(kept)}.key-id`, `${storeFile(userData)}.key-id`);
  const before = readBytes(storeFolder(userData));
  const { page } = await start();
  await expectFailureScreen(page, "store-wrong-key", storeFile(userData));
  expect(readBytes(storeFolder(userData))).toEqual(before);
  copyDesk(kept, userData);
  await tryAgain(page);
  await awaitSignIn(page);
});

test("a key that this PC cannot unwrap is a wrong key too @thorough", async ({
  start,
  userData,
}) => {
  cpSync(keyFile(other), keyFile(userData));
  const before = readBytes(storeFolder(userData));
  const { page } = await start();
  await expectFailureScreen(page, "store-wrong-key", keyFile(userData));
  expect(readBytes(storeFolder(userData))).toEqual(before);
});

test("a store whose key is gone is told, and opens once it is back", async ({
  start,
  userData,
}) => {
  renameSync(keyFile(userData), `${keyFile(userData)}.elsewhere`);
  const before = readBytes(storeFolder(userData));
  const { page } = await start();
  await expectFailureScreen(page, "store-key-missing", keyFile(userData));
  await tryAgain(page);
  await expect(page.getByRole("status")).not.toBeEmpty();
  expect(readBytes(storeFolder(userData))).toEqual(before);
  renameSync(`${keyFile(userData)}.elsewhere`, keyFile(userData));
  await tryAgain(page);
  await awaitSignIn(page);
});

test("a store of a newer version is told and left alone", async ({ start, userData }) => {
  test.skip(!isStandIn, "the official runtime encrypts the store, so nothing here can age it");
  const store = new DatabaseSync(storeFile(userData));
  store.exec("PRAGMA user_version = 999");
  store.close();
  const before = readBytes(storeFolder(userData));
  const desk = await start();
  await expectFailureScreen(desk.page, "store-too-new", storeFile(userData));
  await desk.close();
  expect(readBytes(storeFolder(userData))).toEqual(before);
});

test("a store that another program holds is told, and opens once it is free @thorough", async ({
  start,
  userData,
}) => {
  test.skip(!isStandIn, "the official runtime encrypts the store, so nothing here can hold it");
  const store = new DatabaseSync(storeFile(userData));
  store.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  const { page } = await start();
  await expectFailureScreen(page, "store-busy", storeFile(userData));
  store.exec("ROLLBACK");
  store.close();
  await tryAgain(page);
  await awaitSignIn(page);
});

test("outside development nothing opens without a key store, nor a store that is not encrypted", async ({
  start,
  userData,
}) => {
  test.skip(!isStandIn, "the official runtime encrypts the store");
  const before = readBytes(storeFolder(userData));
  const { app, page } = await start({ env: { YINYOM_DEVELOPMENT_RUNTIME: "0" } });
  await expectFailureScreen(page, "key-protection-missing", storeFile(userData));
  // The keyring is unlocked: now it shows that the store itself is in plain text.
  await app.evaluate(({ safeStorage }) => {
    safeStorage.getSelectedStorageBackend = () => "gnome_libsecret";
  });
  await tryAgain(page);
  await expectFailureScreen(page, "store-not-encrypted", storeFile(userData));
  expect(readBytes(storeFolder(userData))).toEqual(before);
});
