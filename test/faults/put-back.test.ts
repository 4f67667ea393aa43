import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withdrawal } from "../../src/captures/marketing-consent/example-acts.ts";
import { readDeviceChain } from "../../src/head-office/device-chain.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { makeFolder } from "../support/desk-store.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { inventDecision, inventSubject } from "../support/invented-people.ts";
import { openSyncedDesk, type SyncedDesk } from "../support/synced-desk.ts";

// Head office's data in a real folder, copied while it is stopped and put back later, as its backups are.
const folder = makeFolder("put-back");
const data = join(folder.path, "data");
const backup = join(folder.path, "backup");
let office: HeadOffice;
let desk: SyncedDesk;

/** Whatever address the running head office has, the desk knows it by one. */
const address = "http://127.0.0.1:9";
const reachOffice: typeof fetch = (input, init) =>
  fetch(String(input).replace(address, office.address), init);

async function start(): Promise<void> {
  office = await startTestHeadOffice({
    directory: data,
    now: () => new Date(desk.clock.now()),
  });
}

beforeEach(async () => {
  desk = openSyncedDesk({ fetch: reachOffice });
  await start();
  const enrolled = await desk.sync.enrol(address, await office.issueEnrolmentCode(testBranch));
  if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.failure.code}`);
}, 120_000);
afterEach(async () => {
  await desk.close();
  await office.close();
  folder.remove();
});

async function sendAll(): Promise<void> {
  desk.sync.wake("manual");
  await desk.wakeUntil(() => desk.sync.status().waiting === 0);
}

async function putBack(): Promise<void> {
  await office.close();
  rmSync(data, { recursive: true });
  cpSync(backup, data, { recursive: true });
  await start();
}

const readHere = () => office.db.selectFrom("capture").select(["id"]).orderBy("sequence").execute();

test("what head office lost with an older backup comes again from the desk, each once, chain whole", async () => {
  const saved = [0, 1, 2].map((number) => desk.save(inventDecision(number)));
  await sendAll();
  await office.close();
  cpSync(data, backup, { recursive: true });
  await start();

  saved.push(...[3, 4, 5].map((number) => desk.save(inventDecision(number))));
  const means = { how: "spoken", attestedBy: "somying" } as const;
  saved.push(desk.save({ ...withdrawal, subject: inventSubject(4), means }));
  await sendAll();
  // Its retention is over here: it cannot be sent any more, and must not be parked for that.
  desk.store.write(() => desk.store.captures.purge([5]));
  expect((await readHere()).map(({ id }) => id)).toEqual(saved);

  await putBack();
  expect(await readHere()).toHaveLength(3);
  saved.push(desk.save(inventDecision(6)));
  await sendAll();
  // The pull that tells of it stands at the end of the first go.
  await desk.wakeUntil(() => desk.reports.length > 0 && desk.sync.status().waiting === 0);

  expect(desk.reports).toEqual([{ event: "captures-requeued", count: 3 }]);
  expect((await readHere()).map(({ id }) => id)).toEqual(saved.filter((_, place) => place !== 4));
  expect(desk.sync.status()).toMatchObject({ waiting: 0, parked: 0, trouble: null });
  const { device } = desk.store.device.readEnrolment() ?? {};
  expect(await readDeviceChain(office.db, device ?? "")).toMatchObject({
    accepted: 7,
    gaps: [{ from: 5, to: 5 }],
    broken: [],
    conflicts: 0,
  });

  // And no more than once: the next goes find nothing to bring back.
  await sendAll();
  await sendAll();
  expect(desk.reports).toHaveLength(1);
  expect(await readHere()).toHaveLength(7);
}, 120_000);
