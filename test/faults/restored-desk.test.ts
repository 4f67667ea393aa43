import { randomBytes } from "node:crypto";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readDeviceChain } from "../../src/head-office/device-chain.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import { makeFolder } from "../support/desk-store.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { inventDecision } from "../support/invented-people.ts";
import { openSyncedDesk, type SyncedDesk } from "../support/synced-desk.ts";

// A PC whose profile was put back from an older copy: what it sent since is at head office alone.
const folder = makeFolder("restored-desk");
const backup = join(folder.path, "backup");
let office: HeadOffice;
let desk: SyncedDesk;
let place: { path: string; key: Buffer };
let count = 0;

beforeEach(async () => {
  count += 1;
  place = { path: join(folder.path, `pc-${count}`, "desk.db"), key: randomBytes(32) };
  desk = openSyncedDesk({ place });
  office = await startTestHeadOffice({ now: () => new Date(desk.clock.now()) });
  const code = await office.issueEnrolmentCode(testBranch);
  const enrolled = await desk.sync.enrol(office.address, code);
  if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.failure.code}`);
  take(3);
  await sendAll();
  await desk.close();
  cpSync(join(place.path, ".."), backup, { recursive: true, force: true });
  desk = openSyncedDesk({ place });
  take(3);
  await sendAll();
  await desk.close();
  cpSync(backup, join(place.path, ".."), { recursive: true, force: true });
  desk = openSyncedDesk({ place });
}, 120_000);
afterEach(async () => {
  await desk.close();
  await office.close();
  folder.remove();
});

/** Takes so many decisions of people whom nobody has seen; the answer is their ids. */
function take(many: number): string[] {
  return Array.from({ length: many }, () => {
    count += 1;
    return desk.save(inventDecision(count));
  });
}

async function sendAll(): Promise<void> {
  desk.sync.wake("manual");
  await desk.wakeUntil(() => desk.sync.status().waiting === 0);
}

const device = () => desk.store.device.readEnrolment()?.device ?? "";
const last = () => desk.store.captures.last()?.sequence;

test("takes no number a second time once it has heard of head office, and its chain goes on", async () => {
  expect(last()).toBe(3);
  await sendAll();
  expect(last()).toBe(6);
  const [next = ""] = take(1);
  expect(desk.store.captures.readById(next)?.envelope.sequence).toBe(7);
  await sendAll();
  expect(await readDeviceChain(office.db, device())).toMatchObject({
    accepted: 7,
    highest: 7,
    gaps: [],
    broken: [],
    conflicts: 0,
  });
  expect(desk.sync.status()).toMatchObject({ waiting: 0, parked: 0 });
  expect(desk.store.captures.verifyChain(sha256)).toBeNull();
  const actions = desk.store.audit.list(20).map(({ action }) => action);
  expect(actions.filter((action) => action === "skip-places")).toHaveLength(1);
  // Head office has what was skipped: nothing is thought to be missing.
  expect(desk.store.outbox.acknowledgedSoFar()).toEqual({ count: 7, upTo: 7 });
  expect(desk.reports).toEqual([]);
});

test("says of what it took before that, in places that are taken, that it did not go, and loses none", async () => {
  const taken = take(2);
  await sendAll();
  const kept = taken.map((id) => desk.store.captures.readById(id));
  expect(kept.map((one) => one?.parked)).toEqual([true, true]);
  expect(last()).toBe(6);
  const [next = ""] = take(1);
  await sendAll();
  expect(desk.store.captures.readById(next)).toMatchObject({ envelope: { sequence: 7 } });
  expect(desk.store.captures.readById(next)?.acknowledgedAt).not.toBeNull();
  expect(desk.store.captures.verifyChain(sha256)).toBeNull();
  expect(await readDeviceChain(office.db, device())).toMatchObject({ broken: [], conflicts: 2 });
});

test("knows it after a restart, and twice over", async () => {
  await sendAll();
  await desk.close();
  desk = openSyncedDesk({ place });
  expect(last()).toBe(6);
  const [next = ""] = take(1);
  await sendAll();
  await desk.close();
  // The same old copy once more.
  cpSync(backup, join(place.path, ".."), { recursive: true, force: true });
  desk = openSyncedDesk({ place });
  await sendAll();
  expect(last()).toBe(7);
  const [after = ""] = take(1);
  expect(desk.store.captures.readById(after)?.envelope.sequence).toBe(8);
  await sendAll();
  const rows = await office.db.selectFrom("capture").select("id").execute();
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([next, after]));
  expect(desk.store.captures.verifyChain(sha256)).toBeNull();
});

test("follows what head office has, once, and never back", async () => {
  expect(desk.store.captures.skipTo({ upTo: 6, hash: "a".repeat(64), had: 3 })).toBe(true);
  expect(desk.store.captures.skipTo({ upTo: 6, hash: "b".repeat(64), had: 3 })).toBe(false);
  expect(desk.store.captures.skipTo({ upTo: 2, hash: "b".repeat(64), had: 3 })).toBe(false);
  const [next = ""] = take(1);
  const { envelope } = desk.store.captures.readById(next) ?? {};
  expect(envelope).toMatchObject({ sequence: 7, previousHash: "a".repeat(64) });
});
