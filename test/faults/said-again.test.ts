import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  closing,
  copiedRefund,
  correction,
  voiding,
} from "../../src/captures/id-copy/example-acts.ts";
import type { Payload } from "../../src/captures/id-copy/payload.ts";
import { hashHeader } from "../../src/contract/chain.ts";
import { syncPaths } from "../../src/contract/sync.ts";
import { openIntake } from "../../src/head-office/accept-capture.ts";
import type { CopyKey } from "../../src/head-office/copies/copy-key.ts";
import { destroyDueCopies } from "../../src/head-office/copies/destroy-copies.ts";
import { listCopies } from "../../src/head-office/copies/kept-copies.ts";
import { openCopy } from "../../src/head-office/copies/open-copy.ts";
import { takePiece } from "../../src/head-office/copies/take-piece.ts";
import { listRefunds } from "../../src/main/capture/read-refunds.ts";
import { listFields, sayAgain } from "../../src/main/capture/say-again.ts";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { submitWithPicture } from "../../src/main/capture/submit-picture.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import { createSync } from "../../src/main/sync/sync.ts";
import { readDemoKey } from "../support/copies-at-head-office.ts";
import { pass, setUpDeskBehindLine } from "../support/desk-behind-line.ts";
import { makeCaptureDeps } from "../support/desk-store.ts";
import type { Fault } from "../support/faulty-line.ts";
import { scramble } from "../support/invented-people.ts";
import { drawJpeg } from "../support/plain-jpeg.ts";
import { inventCopiedRefund, refundStaff } from "../support/refunds.ts";
import { openKeyProtection, withoutRules } from "../support/synced-desk.ts";

// What head office refused is said again with its sealed picture, which nobody at the shop can open.
const set = setUpDeskBehindLine();
const manager = { staff: "wichai", roles: ["manager"] as const };
const deps = () => makeCaptureDeps(set.desk.store, set.desk.clock.now);
const kept = (id: string) => {
  const found = set.desk.store.captures.readById(id);
  if (found === null) throw new Error("gone");
  return found;
};
const status = () => set.desk.sync.status();
const allSent = () => status().waiting === 0;
const namePath = ["subject", "name"];
const long = (length: number) => "ก".repeat(length);

/** Takes a refund whose name head office refuses, with a copy of a few pieces. */
async function takeRefused(picture: Buffer): Promise<string> {
  const input = inventCopiedRefund();
  const payload = input.payload as { subject: object };
  const subject = { ...payload.subject, name: long(130) };
  const saved = await submitWithPicture(
    withoutRules(deps(), "id-copy"),
    refundStaff,
    { ...input, payload: { ...payload, subject } },
    Buffer.from(picture),
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  await set.send();
  expect(kept(saved.value.id).parked).toBe(true);
  return saved.value.id;
}

/** Takes one that nothing is wrong with, and that head office refused all the same. */
async function takeFitting(picture: Buffer): Promise<string> {
  const saved = await submitWithPicture(deps(), refundStaff, inventCopiedRefund(), picture);
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  const { id } = saved.value;
  const { sequence, contentHash } = kept(id).envelope;
  const verdict = { id, contentHash, verdict: "rejected", reason: "payload-refused" } as const;
  set.desk.store.outbox.settle([{ sequence, verdict }]);
  return id;
}

function say(id: string, name: string, by = deps()): string {
  const fields = [{ path: namePath, value: name }];
  const said = sayAgain(by, manager, { id, request: randomUUID(), fields });
  if (!said.ok) throw new Error(JSON.stringify(said.failure));
  return said.value.id;
}

function save(payload: Payload, amends: string): string {
  const input = { request: randomUUID(), kind: "id-copy", payload, amends, notice: null } as const;
  const saved = submitCapture(deps(), refundStaff, input);
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  return saved.value.id;
}

let key: CopyKey | null = null;
async function open(capture: string) {
  key ??= await readDemoKey();
  const reason = "ลูกค้าร้องเรียนเรื่องยอดเงิน";
  return openCopy(
    set.headOffice.db,
    key,
    { who: "nid", role: "dpo", capture, reason },
    new Date(set.desk.clock.now()),
  );
}

async function expectOpens(capture: string, picture: Buffer): Promise<void> {
  const opened = await open(capture);
  expect(opened.ok && Buffer.from(opened.picture).equals(picture)).toBe(true);
}

function drawFault(number: number): Fault {
  const drawn = scramble(number) % 100;
  if (drawn < 15) return { kind: "drop-request" };
  if (drawn < 40) return { kind: "drop-answer" };
  if (drawn < 50) return { kind: "duplicate", answer: "first" };
  return pass;
}

test("a refund is said again with its copy, which opens at head office and is destroyed in its time", async () => {
  const picture = drawJpeg(1, 320, 320);
  const first = await takeRefused(picture);
  const fields = listFields(deps(), kept(first)) ?? [];
  expect(fields).toContainEqual({ path: namePath, value: long(130) });
  const paths = fields.map(({ path }) => path.join("."));
  expect(paths.filter((path) => /attachment|copy|manager/.test(path))).toEqual([]);

  const again = say(first, "ธนพล ทดสอบ");
  set.line.treat(({ number }) => drawFault(number));
  set.desk.sync.wake("saved");
  await set.desk.wakeUntil(allSent, 400);
  expect(status()).toMatchObject({ waiting: 0, parked: 0 });
  expect((await set.readArrived()).map(({ id }) => id)).toEqual([again]);
  expect(kept(again).envelope).toMatchObject({
    amends: first,
    notice: kept(first).envelope.notice,
  });
  expect(set.desk.store.attachments.locate(kept(again).envelope.sequence)).toBe("at-head-office");
  await expectOpens(again, picture);
  expect(await open(first)).toEqual({ ok: false, fault: "no-copy" });

  save(closing, again);
  set.line.treat(() => pass);
  await set.send();
  const day = new Date("2026-12-24T03:00:00.000Z");
  const { db } = set.headOffice;
  expect(await destroyDueCopies(db, { who: "system", role: "system" }, day)).toEqual([again]);
  expect(await open(again)).toEqual({ ok: false, fault: "destroyed" });
});

test("its copy goes on after the program was ended in the middle, still as sealed for the first", async () => {
  const picture = drawJpeg(2, 320, 320);
  const again = say(await takeRefused(picture), "ธนพล ทดสอบ");
  let pieces = 0;
  set.line.treat(({ path }) => {
    if (path !== syncPaths.piece) return pass;
    pieces += 1;
    return pieces > 1 ? { kind: "drop-answer" } : pass;
  });
  await set.send();
  expect(status()).toMatchObject({ waiting: 1, trouble: "cut-off" });
  set.line.treat(() => pass);
  await set.desk.sync.stop();
  const { clock, store } = set.desk;
  const restarted = createSync({
    store,
    keyProtection: openKeyProtection,
    appVersion: "0.1.0",
    deviceName: "test desk",
    fetch,
    now: clock.now,
    random: randomBytes,
    schedule: clock.schedule,
    onChanged: () => undefined,
    onLeft: () => undefined,
    report: () => undefined,
    reportBug: (error) => {
      throw error;
    },
  });
  clock.pass(600_000);
  restarted.wake("manual");
  await set.desk.untilIdle();
  await restarted.stop();
  expect(store.attachments.list()).toEqual([]);
  await expectOpens(again, picture);
});

test("refused a second time, it is said a third time, and the copy is still the first one's", async () => {
  const picture = drawJpeg(3);
  const first = await takeRefused(picture);
  // By a manager at a desk with the same fault.
  const second = say(first, long(125), withoutRules(deps(), "id-copy"));
  await set.send();
  expect(kept(second).parked).toBe(true);
  expect(set.desk.store.attachments.list()).toMatchObject([{ id: second, state: "waiting" }]);
  const third = say(second, "ธนพล ทดสอบ");
  await set.send();
  await set.desk.wakeUntil(allSent);
  await expectOpens(third, picture);
  // One refund, told once.
  expect(listRefunds(deps()).open.map(({ id, copy }) => [id, copy])).toEqual([
    [third, "at-head-office"],
  ]);
});

test("where its place is taken, it goes as it is, with its copy", async () => {
  const { desk, headOffice } = set;
  const picture = drawJpeg(4);
  const saved = await submitWithPicture(
    deps(),
    refundStaff,
    inventCopiedRefund(),
    Buffer.from(picture),
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  const { id } = saved.value;
  const { envelope } = kept(id);
  // What this PC sent from the same place, before it was put back to an older state.
  const link = (part: Partial<typeof envelope>) => {
    const other = { ...envelope, id: deps().makeId(), ...part };
    return { ...other, hash: hashHeader(sha256, other) };
  };
  const one = link({});
  const lost = [one, link({ sequence: 2, previousHash: one.hash })];
  const device = desk.store.device.readEnrolment()?.device ?? "";
  await openIntake(headOffice.db, () => new Date(desk.clock.now()))(device, lost);
  await set.send();
  expect(desk.store.outbox.list()).toMatchObject([{ id, reason: "sequence-taken" }]);
  desk.sync.wake("manual");
  await desk.untilIdle();
  const said = sayAgain(deps(), manager, { id, request: randomUUID(), fields: [] });
  if (!said.ok) throw new Error(JSON.stringify(said.failure));
  await set.send();
  await desk.wakeUntil(allSent);
  expect(status().parked).toBe(0);
  expect(kept(said.value.id).envelope.payload).toBe(envelope.payload);
  await expectOpens(said.value.id, picture);
});

test("voided instead, its copy is destroyed on the PC, and that is on the record", async () => {
  const { desk } = set;
  const id = await takeFitting(drawJpeg(5));
  const { envelope } = kept(id);
  const voided = submitCapture(deps(), manager, {
    request: randomUUID(),
    kind: "id-copy",
    payload: voiding,
    amends: id,
    notice: null,
  });
  expect(voided.ok).toBe(true);
  expect(desk.store.attachments.list()).toEqual([]);
  expect(desk.store.attachments.locate(envelope.sequence)).toBeNull();
  expect(desk.store.audit.list(5)).toContainEqual(
    expect.objectContaining({ action: "destroy-picture", staff: "wichai", subject: id }),
  );
  await set.send();
  expect(status()).toMatchObject({ waiting: 0, parked: 0 });
});

test("a failure in the middle leaves the first with its copy, and nothing half done", async () => {
  const { store } = set.desk;
  const first = await takeRefused(drawJpeg(6));
  const digest = store.attachments.readDigest(kept(first).envelope.sequence);
  const { move } = store.attachments;
  store.attachments.move = () => {
    throw new Error("no power");
  };
  expect(() => say(first, "ธนพล ทดสอบ")).toThrow("no power");
  store.attachments.move = move;
  expect(store.captures.count()).toBe(1);
  expect(kept(first)).toMatchObject({ parked: true, settled: null });
  expect(store.attachments.readDigest(kept(first).envelope.sequence)).toBe(digest);
});

test("head office takes no copy that was sealed for a refund which it has", async () => {
  const { desk, headOffice } = set;
  const taken = await submitWithPicture(deps(), refundStaff, inventCopiedRefund(), drawJpeg(7));
  if (!taken.ok) throw new Error(JSON.stringify(taken.failure));
  await set.send();
  const again = say(await takeRefused(drawJpeg(8)), "ธนพล ทดสอบ");
  set.line.treat(({ path }) => (path === syncPaths.piece ? { kind: "drop-request" } : pass));
  await set.send();
  const piece = desk.store.attachments.nextPiece(Number.MAX_SAFE_INTEGER, 1_000_000);
  if (!piece) throw new Error("nothing to send");
  expect(piece.capture).toBe(again);
  const { sequence: _, tries: __, bytes, ...named } = piece;
  const device = desk.store.device.readEnrolment()?.device ?? "";
  const body = { ...named, bytes: Buffer.from(bytes).toString("base64") };
  const claim = { ...body, sealedFor: { capture: taken.value.id, sequence: 1 } };
  const now = new Date(desk.clock.now());
  expect(await takePiece(headOffice.db, device, claim, now)).toMatchObject({
    reason: "not-its-picture",
  });
  expect(await takePiece(headOffice.db, device, body, now)).toMatchObject({ state: "whole" });
});

test("what closed or corrected a refund says so again of that refund, also of one said again itself", async () => {
  const { headOffice } = set;
  const first = await takeFitting(drawJpeg(9));
  const lax = withoutRules(deps(), "id-copy");
  const closed = submitCapture(lax, refundStaff, {
    request: randomUUID(),
    kind: "id-copy",
    payload: { ...closing, day: "24.11." },
    amends: first,
    notice: null,
  });
  if (!closed.ok) throw new Error(JSON.stringify(closed.failure));
  // Head office has this one, of a refund that it has not got.
  save({ ...correction, amount: copiedRefund.amount }, first);
  await set.send();
  const again = say(first, "ธนพล ทดสอบ");
  const fields = [{ path: ["day"], value: "2026-11-24" }];
  const said = sayAgain(deps(), manager, { id: closed.value.id, request: randomUUID(), fields });
  if (!said.ok) throw new Error(JSON.stringify(said.failure));
  await set.send();
  await set.desk.wakeUntil(allSent);
  expect(kept(said.value.id).envelope.amends).toBe(again);
  const now = new Date(set.desk.clock.now());
  const here = (await listCopies(headOffice.db, now)).filter(({ capture }) => capture === again);
  expect(here).toMatchObject([{ closedOn: "2026-11-24" }]);
  expect(listRefunds(deps()).closed).toMatchObject([{ id: again, name: "ธนพล ทดสอบดี" }]);
});
