import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import type { CourierTaken } from "../../src/contract/courier-procedures.ts";
import { syncPaths } from "../../src/contract/sync.ts";
import { releaseHeld } from "../../src/main/capture/review.ts";
import { submitWithPicture } from "../../src/main/capture/submit-picture.ts";
import { type Courier, makeCourier } from "../../src/main/sync/courier/courier.ts";
import { pass, setUpDeskBehindLine } from "../support/desk-behind-line.ts";
import { makeCaptureDeps, makeFolder } from "../support/desk-store.ts";
import { type FaultyLine, openFaultyLine } from "../support/faulty-line.ts";
import { testBranch } from "../support/head-office.ts";
import { saveHeld } from "../support/held-capture.ts";
import { inventDecision } from "../support/invented-people.ts";
import { drawJpeg } from "../support/plain-jpeg.ts";
import { inventCopiedRefund, refundStaff } from "../support/refunds.ts";
import { openKeyProtection, openSyncedDesk, type SyncedDesk } from "../support/synced-desk.ts";

const set = setUpDeskBehindLine();
const folder = makeFolder("courier");
afterAll(folder.remove);
/** Another PC of the shop, which has a line of its own. */
let carrier: SyncedDesk;
let carrierLine: FaultyLine;

beforeEach(async () => {
  carrier = openSyncedDesk();
  carrierLine = await openFaultyLine(set.headOffice.address);
  const code = await set.headOffice.issueEnrolmentCode(testBranch);
  const enrolled = await carrier.sync.enrol(carrierLine.address, code);
  if (!enrolled.ok) throw new Error(enrolled.failure.code);
  await carrier.untilIdle();
  // From here on the desk has no line.
  set.line.treat(() => ({ kind: "drop-request" }));
});
afterEach(async () => {
  await carrier.close();
  await carrierLine.close();
});

const courierOf = ({ store, clock }: SyncedDesk): Courier =>
  makeCourier({ store, keyProtection: openKeyProtection, now: clock.now });
const stick = () => join(folder.path, `${randomUUID()}.yinyom`);

/** Writes what waits at a desk to the stick. */
async function write(desk: SyncedDesk): Promise<string> {
  const path = stick();
  expect(await courierOf(desk).write(path)).toMatchObject({ ok: true });
  return path;
}

async function take(desk: SyncedDesk, path: string): Promise<CourierTaken> {
  const taken = await courierOf(desk).take(path);
  if (!taken.ok) throw new Error(taken.failure.code);
  return taken.value;
}

/** The carrier brings what it has, and writes head office's answers for the way back. */
async function carry(): Promise<string> {
  carrier.sync.wake("manual");
  await carrier.wakeUntil(() => carrier.store.carried.counts().waiting === 0);
  const path = stick();
  expect(await courierOf(carrier).writeAnswers(path)).toMatchObject({ ok: true });
  return path;
}

/** The desk's own line is back. */
async function mend(): Promise<void> {
  set.line.treat(() => pass);
  set.desk.sync.wake("manual");
  await set.desk.wakeUntil(() => set.desk.sync.status().waiting === 0);
}

async function saveCopy(): Promise<string> {
  const { store, clock } = set.desk;
  const picture = drawJpeg(1, 480, 480);
  const deps = makeCaptureDeps(store, clock.now);
  const saved = await submitWithPicture(deps, refundStaff, inventCopiedRefund(), picture);
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  return saved.value.id;
}

/** Three consents and a refund with its sealed copy, all that the desk has: each at head office once. */
async function saveAll(): Promise<string[]> {
  return [0, 1, 2].map((number) => set.desk.save(inventDecision(number))).concat(await saveCopy());
}

async function expectOnce(ids: readonly string[]): Promise<void> {
  expect((await set.readArrived()).map(({ id }) => id)).toEqual(ids);
  const whole = await set.headOffice.db
    .selectFrom("attachment")
    .select("whole_at")
    .where("capture", "=", ids.at(-1) ?? "")
    .execute();
  expect(whole.map(({ whole_at }) => whole_at !== null)).toEqual([true]);
}

const readFaults = () =>
  set.headOffice.db
    .selectFrom("audit_fault")
    .selectAll()
    .where("device", "=", set.desk.store.device.readEnrolment()?.device ?? "")
    .execute();

test("what waits goes over a stick and another PC, and its answer completes it", async () => {
  const ids = await saveAll();
  const file = await write(set.desk);
  expect(readFileSync(file, "utf8")).not.toContain(ids[0]);
  expect(set.desk.sync.status()).toMatchObject({ waiting: 5 });

  const { branch, deviceNumber } = set.desk.store.device.readEnrolment() ?? {};
  const taken = await take(carrier, file);
  expect(taken).toMatchObject({ kind: "to-head-office", damaged: 0, own: 0, known: 0 });
  expect(taken).toMatchObject({ from: { branch, deviceNumber } });
  const answers = await carry();
  await expectOnce(ids);
  // Head office has it, and the desk does not know yet.
  expect(set.desk.sync.status()).toMatchObject({ waiting: 5 });
  expect(await take(set.desk, answers)).toMatchObject({ completed: 5, setAside: 0, damaged: 0 });
  expect(set.desk.sync.status()).toMatchObject({ waiting: 0, parked: 0 });
  expect(set.desk.store.attachments.locate(4)).toBe("at-head-office");
  expect(set.desk.store.audit.sent()).toBeGreaterThan(0);
  await mend();
  await expectOnce(ids);
  expect(await readFaults()).toEqual([]);
});

test("whatever comes first, and however often: everything is at head office once", async () => {
  const ids = await saveAll();
  const [first, second] = [await write(set.desk), await write(set.desk)];
  await take(carrier, second);
  await take(carrier, first);
  expect(await take(carrier, second)).toMatchObject({ taken: 0, known: 1 });
  const answers = await carry();
  // By its own line before the answers come.
  await mend();
  expect(await take(set.desk, answers)).toMatchObject({ completed: 0, setAside: 0, damaged: 0 });
  expect(await take(set.desk, answers)).toMatchObject({ known: 2, damaged: 0 });
  // The same file once more, after all of it is over.
  expect(await take(carrier, first)).toMatchObject({ taken: 0, known: 1 });
  expect(await take(set.desk, first)).toMatchObject({ own: 1, taken: 0 });
  await carry();
  await expectOnce(ids);
  expect(await readFaults()).toEqual([]);
});

test("an old answer takes nothing back that has gone on by line since", async () => {
  set.desk.save(inventDecision(0));
  await take(carrier, await write(set.desk));
  const answers = await carry();
  set.desk.save(inventDecision(1));
  await mend();
  const sent = set.desk.store.audit.sent();
  await take(set.desk, answers);
  expect(set.desk.store.audit.sent()).toBe(sent);
  expect(set.desk.store.outbox.counts()).toMatchObject({ waiting: 0, parked: 0 });
  set.desk.sync.wake("manual");
  await set.desk.untilIdle();
  expect(await readFaults()).toEqual([]);
});

test("what head office refuses in a bundle is set aside with its reason, and the rest completes", async () => {
  set.desk.save(inventDecision(0));
  set.desk.save({ act: "broken" });
  set.desk.save(inventDecision(1));
  await take(carrier, await write(set.desk));
  expect(await take(set.desk, await carry())).toMatchObject({ completed: 2, setAside: 1 });
  expect(set.desk.store.outbox.list()).toMatchObject([
    { sequence: 2, state: "parked", reason: "payload-refused" },
  ]);
  // What was refused does not go again.
  expect(courierOf(set.desk).read().toGo).toMatchObject({ captures: 0, parked: 1 });
  expect(await courierOf(set.desk).write(stick())).toMatchObject({
    failure: { code: "courier-nothing" },
  });
});

test("an answer that is another device's, forged or changed completes nothing", async () => {
  set.desk.save(inventDecision(0));
  // Two bundles with the same in them.
  await take(carrier, await write(set.desk));
  await take(carrier, await write(set.desk));
  const answers = await carry();
  // For the desk, and taken in by the carrier.
  expect(await take(carrier, answers)).toMatchObject({ completed: 0, others: 2 });

  const [head = "", line = "", second = ""] = readFileSync(answers, "utf8").split("\n");
  const answer = JSON.parse(line);
  const [header, claims, signature] = answer.word.split(".");
  const said = JSON.parse(Buffer.from(claims, "base64url").toString());
  const spell = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const otherDevice = carrier.store.device.readEnrolment()?.device;
  const forged = [
    {
      ...answer,
      word: `${header}.${spell({ ...said, at: "2027-01-01T00:00:00.000Z" })}.${signature}`,
    },
    { ...answer, word: `${spell({ alg: "none" })}.${claims}.` },
    { ...answer, word: answer.word.slice(0, -8) },
    { ...answer, bundle: "0".repeat(64) },
    // Head office's word, and on another bundle.
    { ...answer, word: JSON.parse(second).word },
    { ...answer, device: otherDevice },
    { nothing: true },
  ];
  const path = stick();
  writeFileSync(path, [head, ...forged.map((one) => JSON.stringify(one))].join("\n"));
  expect(await take(set.desk, path)).toMatchObject({ completed: 0, others: 1, damaged: 6 });
  expect(set.desk.store.outbox.counts()).toMatchObject({ waiting: 1, parked: 0 });
  expect(await take(set.desk, answers)).toMatchObject({ completed: 1 });
});

test("a bundle that was changed on the way is refused here or there, and the others go on", async () => {
  set.desk.save(inventDecision(0));
  const file = await write(set.desk);
  const [head = "", line = ""] = readFileSync(file, "utf8").split("\n");
  const bundle = JSON.parse(line);
  // Bytes turned over: seen at once. Another's signature under good bytes: only head office can tell.
  const spoiled = { ...bundle, sealed: `AAAA${bundle.sealed.slice(4)}` };
  const signature = bundle.signature.split(".").with(2, "A".repeat(86)).join(".");
  const path = stick();
  const lines = [
    head,
    JSON.stringify(spoiled),
    "half a li",
    JSON.stringify({ ...bundle, signature }),
  ];
  writeFileSync(path, lines.join("\n"));
  expect(await take(carrier, path)).toMatchObject({ taken: 1, damaged: 2 });
  carrier.save(inventDecision(5));
  carrier.sync.wake("manual");
  await carrier.untilIdle();
  expect(courierOf(carrier).read().carried).toMatchObject([{ state: "refused", reason: "forged" }]);
  expect(carrier.sync.status()).toMatchObject({ waiting: 0, trouble: null });
  expect(await set.readArrived()).toEqual([]);
  const device = set.desk.store.device.readEnrolment()?.device ?? "";
  expect(courierOf(carrier).drop(device)).toBe(true);
  expect(courierOf(carrier).read().carried).toEqual([]);
  // With the false one out of the way, the true one is taken.
  expect(await take(carrier, file)).toMatchObject({ taken: 1 });
  await carry();
  expect(await set.readArrived()).toHaveLength(1);
});

test("a carrier whose line is bad brings each bundle all the same", async () => {
  const ids = await saveAll();
  await take(carrier, await write(set.desk));
  let tries = 0;
  carrierLine.treat(({ path }) => {
    if (path !== syncPaths.courier) return pass;
    tries += 1;
    if (tries === 1) return { kind: "drop-answer" };
    return tries === 2 ? { kind: "duplicate", answer: "second" } : pass;
  });
  const answers = await carry();
  expect(await take(set.desk, answers)).toMatchObject({ completed: 5, damaged: 0 });
  await expectOnce(ids);
});

test("what is held stays at home, and goes once a manager has let it go", async () => {
  const id = saveHeld(set.desk, 0);
  expect(courierOf(set.desk).read().toGo).toMatchObject({ captures: 0, held: 1 });
  expect(await courierOf(set.desk).write(stick())).toMatchObject({
    failure: { code: "courier-nothing" },
  });
  const { store, clock } = set.desk;
  const released = releaseHeld(makeCaptureDeps(store, clock.now), "wichai", id);
  expect(released.ok).toBe(true);
  expect(courierOf(set.desk).read().toGo).toMatchObject({ captures: 1, held: 0 });
  await take(carrier, await write(set.desk));
  await carry();
  expect(await set.readArrived()).toMatchObject([{ id }]);
});

test("a file that is none of ours, or of a later version, is told apart", async () => {
  const tell = async (text: string) => {
    const path = stick();
    writeFileSync(path, text);
    const taken = await courierOf(carrier).take(path);
    return taken.ok ? "taken" : taken.failure.code;
  };
  const head = { form: "yinyom courier file", version: 1, kind: "to-head-office" };
  expect(await tell("")).toBe("courier-not-a-file");
  expect(await tell("dear diary\n")).toBe("courier-not-a-file");
  expect(await tell(JSON.stringify(head))).toBe("courier-not-a-file");
  expect(await tell(`${JSON.stringify(head)}\n{"broken`)).toBe("courier-not-a-file");
  expect(await tell(JSON.stringify({ ...head, version: 2, kind: "by-pigeon", more: 1 }))).toBe(
    "courier-too-new",
  );
  const missing = await courierOf(carrier).take(stick());
  expect(missing).toMatchObject({ failure: { code: "courier-unreadable" } });
  set.desk.save(inventDecision(0));
  expect(await courierOf(set.desk).write(join(folder.path, "no", "folder"))).toMatchObject({
    failure: { code: "courier-not-written" },
  });
});
