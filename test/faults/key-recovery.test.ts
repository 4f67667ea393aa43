import { randomBytes } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { formCopyPlace, recoveryCopy } from "../../src/contract/recovery.ts";
import { type CopyKey, makeCopyKey, openCopyKey } from "../../src/head-office/copies/copy-key.ts";
import { answerRequest, readRequest } from "../../src/head-office/recovery/answer-request.ts";
import type { KeyProtection } from "../../src/main/keys/key-protection.ts";
import { makeShutKeys } from "../../src/main/recovery/shut-keys.ts";
import { openConnection } from "../../src/main/store/connection.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import { deskDevice, makeFolder } from "../support/desk-store.ts";
import { takeDecisions } from "../support/filled-store.ts";
import { enrolKept, openKeptDesk, pathsOf, protectFor } from "../support/kept-keys.ts";

const folders = makeFolder("key-recovery");
afterAll(folders.remove);

const deviceKey = Buffer.from("an invented device's key").toString("base64");
const malee = protectFor("malee");
/** The same PC after its user was made anew: what was wrapped before cannot be unwrapped. */
const newMalee = protectFor("malee again");
const noSystem: KeyProtection = { ...malee, isAvailable: async () => false };

let office: CopyKey;
let otherOffice: CopyKey;
/** A desk with 20 captures whose keys are sealed; each test spoils a copy. */
let kept = "";
let folder = "";
let count = 0;

async function makeKey(id: string): Promise<CopyKey> {
  const made = await openCopyKey(await makeCopyKey(id, "a long passphrase"), "a long passphrase");
  if (made === null) throw new Error("a key that was just made does not open");
  return made;
}

function publish({ id, publicKey }: CopyKey) {
  return { topic: "recovery-key", key: "recovery-key", value: { id, publicKey } };
}

beforeAll(async () => {
  office = await makeKey("recovery-2026");
  otherOffice = await makeKey("recovery-2027");
  kept = join(folders.path, "kept");
  const { store, keys } = await openKeptDesk(kept, malee);
  await enrolKept(store, malee, deviceKey);
  store.received.applyChanges([publish(office)], 1000);
  takeDecisions(store, 0, 20);
  await keys.sealIfDue();
  store.close();
});

beforeEach(() => {
  count += 1;
  folder = join(folders.path, `desk-${count}`);
  cpSync(kept, folder, { recursive: true });
});

function shut(system: KeyProtection) {
  return makeShutKeys({ paths: pathsOf(folder), system, allowPlaintext: false });
}

async function answerOf(key: CopyKey, request: string): Promise<string> {
  const asked = readRequest(request);
  const answer = asked && (await answerRequest(key, asked));
  if (!answer) throw new Error("head office cannot answer");
  return answer;
}

async function askAt(keys: ReturnType<typeof shut>): Promise<string> {
  const asked = await keys.ask();
  if (!asked.ok) throw new Error(asked.failure.code);
  return asked.value.request;
}

describe("a desk that lost its keys", () => {
  it("gets them back from head office, with all that it holds, and takes a new store key", async () => {
    await expect(openKeptDesk(folder, newMalee)).rejects.toThrow("store-wrong-key");
    const former = (await openKeptDesk(kept, malee)).key;
    const keys = shut(newMalee);
    const answer = await answerOf(office, await askAt(keys));
    expect(await keys.takeAnswer(`${answer.slice(0, 80)}\n ${answer.slice(80)}`, null)).toEqual({
      ok: true,
      value: undefined,
    });
    const desk = await openKeptDesk(folder, newMalee);
    expect(desk.store.captures.count()).toBe(20);
    expect(desk.store.captures.verifyChain(sha256)).toBeNull();
    const wrapped = desk.store.device.readEnrolment()?.protectedKey ?? Buffer.alloc(0);
    expect(await newMalee.reveal(wrapped)).toBe(deviceKey);
    const actions = desk.store.audit.list(2).map(({ action }) => action);
    expect(actions).toEqual(["renew-key", "recover-key"]);
    desk.store.close();
    // Head office has seen the former one.
    expect(opens(former)).toBe(false);
    expect((await openKeptDesk(folder, newMalee)).key).not.toEqual(former);
  });

  it("is helped twice, with the second key after the first", async () => {
    for (const account of ["second", "third"]) {
      const keys = shut(protectFor(account));
      const answer = await answerOf(office, await askAt(keys));
      expect((await keys.takeAnswer(answer, null)).ok).toBe(true);
      const desk = await openKeptDesk(folder, protectFor(account));
      expect(desk.store.captures.count()).toBe(20);
      desk.store.close();
    }
  });

  it("takes no answer to another question, of another PC, or changed", async () => {
    const before = readAll();
    const keys = shut(newMalee);
    const request = await askAt(keys);
    const foreign = shut(newMalee);
    const answers = [
      await answerOf(office, await askAt(foreign)),
      (await answerOf(office, request)).slice(4),
      `A${(await answerOf(office, request)).slice(1)}`,
      "",
      "not an answer",
    ];
    for (const answer of answers) {
      expect(await keys.takeAnswer(answer, null)).toMatchObject({
        failure: { code: "not-the-answer" },
      });
    }
    expect(readAll()).toEqual(before);
    expect(await keys.ask()).toMatchObject({ value: { request } });
  });

  it("is helped although nothing says which key its store was known by", async () => {
    rmSync(`${pathsOf(folder).store}.key-id`);
    const keys = shut(newMalee);
    const answer = await answerOf(office, await askAt(keys));
    expect((await keys.takeAnswer(answer, null)).ok).toBe(true);
    const desk = await openKeptDesk(folder, newMalee);
    expect(desk.store.captures.count()).toBe(20);
    desk.store.close();
  });

  it("takes no keys that open another store", async () => {
    const other = join(folders.path, "other");
    const { store, keys: otherKeys } = await openKeptDesk(other, malee);
    await enrolKept(store, malee, deviceKey);
    store.received.applyChanges([publish(office)], 1000);
    await otherKeys.sealIfDue();
    store.close();
    cpSync(pathsOf(other).copy, pathsOf(folder).copy);
    const keys = shut(newMalee);
    const answer = await answerOf(office, await askAt(keys));
    expect(await keys.takeAnswer(answer, null)).toMatchObject({
      failure: { code: "not-the-answer" },
    });
  });
});

describe("the copy for head office", () => {
  const readCopy = () => recoveryCopy.parse(JSON.parse(readFileSync(pathsOf(folder).copy, "utf8")));

  it("opens with head office's key alone, and as that of this PC alone", async () => {
    const copy = readCopy();
    expect(copy).toMatchObject({ device: deskDevice, key: "recovery-2026" });
    const request = readRequest(await askAt(shut(malee)));
    if (request === null) throw new Error("no request");
    expect(await answerRequest(office, request)).not.toBeNull();
    expect(await answerRequest(otherOffice, request)).toBeNull();
    const moved = { ...copy, device: "019a0000-0000-7000-8000-0000000000d2" };
    expect(formCopyPlace(moved)).not.toBe(formCopyPlace(copy));
    expect(await answerRequest(office, { ...request, copy: moved })).toBeNull();
  });

  it("is sealed anew when head office publishes another key, and not otherwise", async () => {
    const { store, keys } = await openKeptDesk(folder, malee);
    const first = readCopy();
    await keys.sealIfDue();
    expect(readCopy()).toEqual(first);
    store.received.applyChanges([publish(otherOffice)], 1001);
    await keys.sealIfDue();
    expect(readCopy().key).toBe("recovery-2027");
    expect(keys.readRecoveryKey()).toBe("recovery-2027");
    store.close();
  });

  it("holds neither key in the clear", async () => {
    const { store, key } = await openKeptDesk(folder, malee);
    store.close();
    for (const bytes of Object.values(readAll())) {
      for (const secret of [key, Buffer.from(key.toString("hex")), Buffer.from(deviceKey)]) {
        expect(bytes.includes(secret)).toBe(false);
      }
    }
  });
});

describe("a passphrase", () => {
  const passphrase = "four words of a manager";

  it("is offered only where the system has no safe place, and opens the desk from then on", async () => {
    folder = join(folders.path, "new-desk");
    expect(await shut(malee).readWays()).toEqual({ passphrase: "no", canAsk: false });
    expect((await shut(malee).choose(passphrase)).ok).toBe(false);
    const first = shut(noSystem);
    expect(await first.readWays()).toEqual({ passphrase: "choose", canAsk: false });
    expect((await first.choose(passphrase)).ok).toBe(true);
    const made = await openKeptDesk(folder, first.protection);
    await enrolKept(made.store, first.protection, deviceKey);
    takeDecisions(made.store, 0, 3);
    made.store.close();

    const next = shut(noSystem);
    expect(next.needsPassphrase()).toBe(true);
    expect(await next.readWays()).toEqual({ passphrase: "enter", canAsk: false });
    expect(await next.enter("four words of another")).toMatchObject({
      failure: { code: "wrong-passphrase" },
    });
    expect(next.needsPassphrase()).toBe(true);
    // Nobody puts another in its place who does not know it.
    expect((await next.choose("four other words")).ok).toBe(false);
    expect((await next.enter(passphrase)).ok).toBe(true);
    const desk = await openKeptDesk(folder, next.protection);
    expect(desk.store.captures.count()).toBe(3);
    desk.store.close();
  });

  it("is asked for although the system's key store has come back", async () => {
    folder = join(folders.path, "system-back");
    await shut(noSystem).choose(passphrase);
    expect(shut(malee).needsPassphrase()).toBe(true);
  });

  it("that was forgotten is replaced with head office's help", async () => {
    const keys = shut(noSystem);
    const answer = await answerOf(office, await askAt(keys));
    expect(await keys.takeAnswer(answer, null)).toMatchObject({
      failure: { code: "key-protection-missing" },
    });
    expect((await keys.takeAnswer(answer, passphrase)).ok).toBe(true);
    const next = shut(noSystem);
    expect((await next.enter(passphrase)).ok).toBe(true);
    const desk = await openKeptDesk(folder, next.protection);
    expect(desk.store.captures.count()).toBe(20);
    desk.store.close();
  });
});

describe("a new store key", () => {
  it("takes the place of the former one, with all captures in place", async () => {
    const desk = await openKeptDesk(folder, malee);
    const before = desk.store.captures.last();
    await desk.keys.renew("somying");
    takeDecisions(desk.store, 20, 22);
    expect(desk.store.audit.list(3).map(({ action }) => action)).toContain("renew-key");
    desk.store.close();
    expect(opens(desk.key)).toBe(false);
    const again = await openKeptDesk(folder, malee);
    expect(again.key).not.toEqual(desk.key);
    expect(again.store.captures.count()).toBe(22);
    expect(again.store.captures.readBySequence(20)?.envelope.hash).toBe(before?.hash);
    expect(again.store.captures.verifyChain(sha256)).toBeNull();
    again.store.close();
  });

  it("leaves no page under the former one", async () => {
    const desk = await openKeptDesk(folder, malee);
    const pages = readPages(pathsOf(folder).store);
    await desk.keys.renew("somying");
    desk.store.close();
    const now = readPages(pathsOf(folder).store);
    expect([...pages].filter((page) => now.has(page))).toEqual([]);
  });

  it("is asked for twice at once and is one after the other", async () => {
    const desk = await openKeptDesk(folder, malee);
    await Promise.all([desk.keys.renew("somying"), desk.keys.renew("malee"), randomBytes(1)]);
    desk.store.close();
    const again = await openKeptDesk(folder, malee);
    expect(again.store.captures.count()).toBe(20);
    again.store.close();
  });
});

function opens(key: Buffer): boolean {
  try {
    openConnection({ path: pathsOf(folder).store, key, allowPlaintext: false }).close();
    return true;
  } catch {
    return false;
  }
}

function readAll(): Record<string, Buffer> {
  const names = readdirSync(join(folder, "store"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, "store", name))]));
}

function readPages(path: string): Set<string> {
  const bytes = readFileSync(path);
  const pages = new Set<string>();
  for (let at = 0; at < bytes.length; at += 4096) {
    pages.add(bytes.subarray(at, at + 4096).toString("base64"));
  }
  return pages;
}
