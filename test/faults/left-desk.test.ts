import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeskState } from "../../src/contract/ipc.ts";
import { keepOfficeKey } from "../../src/head-office/courier/office-key.ts";
import { revokeDevice } from "../../src/head-office/enrolment.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { keepDesk } from "../../src/main/desk-keeper.ts";
import { markLeft } from "../../src/main/keys/left-mark.ts";
import { readStoreKeys } from "../../src/main/keys/store-key.ts";
import { clearLeftDesk, endLeftDesk } from "../../src/main/left-desk.ts";
import { makeShutKeys } from "../../src/main/recovery/shut-keys.ts";
import { isKeyOf } from "../../src/main/store/open-store.ts";
import { makeFolder } from "../support/desk-store.ts";
import { listTraces } from "../support/disk-traces.ts";
import { takeDecisions } from "../support/filled-store.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { inventName } from "../support/invented-people.ts";
import { enrolKept, openKeptDesk, pathsOf, protectFor } from "../support/kept-keys.ts";

const malee = protectFor("malee");
const folder = makeFolder("left");
afterAll(folder.remove);
const mark = { at: "2026-11-22T03:00:00.000Z", lost: { captures: 2, pictures: 1 } };
const left = { code: "device-left", ...mark };
/** What a desk leaves behind, with its key in each of the files that may hold it. */
const kept = join(folder.path, "kept");
let storeKey: Buffer = Buffer.alloc(0);
const deviceKey = randomBytes(48).toString("base64");

beforeAll(async () => {
  const { store, key } = await openKeptDesk(kept, malee);
  storeKey = key;
  await enrolKept(store, malee, deviceKey);
  takeDecisions(store, 0, 20);
  store.close();
  const { key: keyFile, copy, passphrase } = pathsOf(kept);
  // The middle of a change of keys, of sealing them, and of setting a passphrase.
  cpSync(keyFile, `${keyFile}.part`);
  for (const path of [copy, passphrase]) cpSync(keyFile, path);
});

const keyFiles = (at: string) => {
  const { key, copy, passphrase } = pathsOf(at);
  return [key, `${key}.part`, copy, passphrase];
};

function takeCopy(name: string): string {
  const at = join(folder.path, name);
  cpSync(kept, at, { recursive: true });
  return at;
}

/** Nothing that lies there opens the store, or gives a key away, however it is wrapped. */
async function expectDead(at: string, wrapped: readonly string[]): Promise<void> {
  const paths = pathsOf(at);
  for (const path of keyFiles(at)) expect(existsSync(path)).toBe(false);
  const reading = { path: paths.key, storeExists: true, protection: malee, random: randomBytes };
  expect(await readStoreKeys(reading)).toMatchObject({ failure: { code: "store-key-missing" } });
  const shut = makeShutKeys({ paths, system: malee, allowPlaintext: false });
  expect(await shut.ask()).toMatchObject({ failure: { code: "not-found" } });
  expect(shut.needsPassphrase()).toBe(false);
  // The key that is gone is the one: with it, all would open.
  expect(isKeyOf({ path: paths.store, key: storeKey, allowPlaintext: false })).toBe(true);
  const secrets = [storeKey.toString("hex"), storeKey.toString("base64"), deviceKey, ...wrapped];
  expect(listTraces(at, [...secrets, inventName(2), inventName(3)])).toEqual([]);
}

test("destroying the keys goes on wherever it was cut off, and nothing that lies there opens the store", async () => {
  const { wrapped } = JSON.parse(readFileSync(pathsOf(kept).key, "utf8"));
  for (let done = 0; done <= keyFiles(kept).length; done += 1) {
    const at = takeCopy(`cut-${done}`);
    markLeft(pathsOf(at).left, mark);
    // Killed after so many, and in the middle of the next.
    for (const [place, path] of keyFiles(at).entries()) {
      if (place < done) writeFileSync(path, "");
      else if (place === done) writeFileSync(path, Buffer.alloc(20));
    }
    expect(endLeftDesk(join(at, "store"))).toEqual(left);
    await expectDead(at, [wrapped]);
    expect(endLeftDesk(join(at, "store"))).toEqual(left);
  }
});

test("without the mark nothing is destroyed or deleted, and half a mark is none", () => {
  const at = takeCopy("in-use");
  const store = join(at, "store");
  const before = readdirSync(store);
  for (const text of [null, "", '{"version":1', '{"version":1,"at":"soon"}']) {
    if (text !== null) writeFileSync(`${pathsOf(at).left}`, text);
    expect(endLeftDesk(store)).toBeNull();
    clearLeftDesk(store);
    expect(readdirSync(store).filter((name) => name !== "left.json")).toEqual(before);
  }
});

test("beginning anew deletes the dead store, and nothing else in the folder", () => {
  const at = takeCopy("anew");
  const store = join(at, "store");
  for (const name of ["yinyom.db.before-upgrade", "yinyom.db-wal", "a letter.txt"]) {
    writeFileSync(join(store, name), "x");
  }
  markLeft(pathsOf(at).left, mark);
  clearLeftDesk(store);
  expect(readdirSync(store)).toEqual(["a letter.txt"]);
});

/** A desk over the life of its process, as Electron keeps it, without Electron. */
function startDesk(at: string, address: string | null, code: string | null) {
  mkdirSync(at, { recursive: true });
  const none = () => {
    throw new Error("nobody asked for that");
  };
  const told = new Set<string>();
  const desk = keepDesk({
    isFirst: true,
    given: { address, code },
    appVersion: "0.1.0",
    developmentRuntime: false,
    folder: join(at, "store"),
    keyProtection: malee,
    allowPlaintext: false,
    deviceName: "test",
    fetch,
    now: Date.now,
    monotonic: () => performance.now(),
    random: randomBytes,
    schedule(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    tell: (topic) => told.add(topic),
    onLocked: () => told.add("locked"),
    noteCopied: none,
    chooseFolder: none,
    chooseCourierFile: none,
    chooseCourierPlace: none,
    openCopyWindow: none,
    openEventPictureWindow: none,
    leftover: { describe: () => [], remove: none, forget: none },
    report: () => undefined,
    reportBug: (error) => {
      throw error;
    },
    reportTrouble: (_, error) => {
      throw error;
    },
    noteEnrolment: () => undefined,
    printBoard: none,
    saveBoardPdf: none,
    printReceipt: none,
    saveReceiptPdf: none,
    readLog: () => [],
    readSystem: none,
    readStoreSize: () => 0,
    saveText: none,
    openUpdater: () => null,
    reportKeysNotSealed: none,
    reportUpdateFailed: none,
    quit: none,
  });
  const ask = async (): Promise<DeskState["phase"]> => {
    const answer = await desk.handlers()["desk.state"](undefined, null);
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.value.phase;
  };
  return { desk, ask, told };
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let waits = 0; !(await isSo()); waits += 1) {
    if (waits > 400) throw new Error("it did not come");
    await wait(25);
  }
}

test("a whole desk: revoked, it destroys its keys by itself, stays dead, and begins anew as another device", async () => {
  const office: HeadOffice = await startTestHeadOffice();
  await keepOfficeKey(office.db, new Date());
  const at = join(folder.path, "whole");
  const first = startDesk(at, office.address, await office.issueEnrolmentCode(testBranch));
  await first.desk.openOnce();
  await until(async () => (await first.ask()).phase === "ready");
  const { key: keyFile, left: leftMark } = pathsOf(at);
  const before = readFileSync(keyFile, "utf8");
  const devices = () => office.db.selectFrom("device").select(["id", "left_at"]).execute();
  const [device] = await devices();
  await revokeDevice(office.db, device?.id ?? "", new Date());
  first.desk.wake("manual");
  await until(async () => (await first.ask()).phase === "failed");
  await until(() => !existsSync(keyFile));
  expect(first.told.has("locked")).toBe(true);
  expect(await devices()).toMatchObject([{ left_at: expect.any(Date) }]);
  const phase = await first.ask();
  expect(phase).toMatchObject({ failure: { code: "device-left", lost: { captures: 0 } } });
  await first.desk.close();

  // Killed between the mark and the keys: the next start finishes it before anything opens them.
  writeFileSync(keyFile, before);
  const again = startDesk(at, null, null);
  await again.desk.openOnce();
  expect(await again.ask()).toEqual(phase);
  expect(existsSync(keyFile)).toBe(false);
  expect(existsSync(leftMark)).toBe(true);

  expect(await again.desk.handlers()["desk.startAnew"](undefined, null)).toMatchObject({
    ok: true,
  });
  expect(await again.ask()).toMatchObject({ phase: "enrol" });
  expect(existsSync(leftMark)).toBe(false);
  // A desk at work has nothing to begin anew.
  expect(await again.desk.handlers()["desk.startAnew"](undefined, null)).toMatchObject({
    failure: { code: "not-found" },
  });
  const code = await office.issueEnrolmentCode(testBranch);
  const enrolled = await again.desk
    .handlers()
    ["desk.enrol"]({ address: office.address, code }, null);
  expect(enrolled.ok).toBe(true);
  expect(await devices()).toHaveLength(2);
  await again.desk.close();
  await office.close();
});
