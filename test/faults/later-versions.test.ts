import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { protocolHeader, syncPaths } from "../../src/contract/sync.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { askEnrolment, makeKey, openTestDevice } from "../support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { inventDecision } from "../support/invented-people.ts";
import { openSyncedDesk } from "../support/synced-desk.ts";

const later = { later: { says: "more" } };
let headOffice: HeadOffice;
beforeAll(async () => {
  headOffice = await startTestHeadOffice();
});
afterAll(() => headOffice.close());

it("a later head office that tells more in each answer: the desk passes that over and works", async () => {
  const desk = openSyncedDesk({
    start: Date.now(),
    async fetch(input, init) {
      const answer = await fetch(input, init);
      const body = { ...((await answer.json()) as object), ...later };
      return new Response(JSON.stringify(body), { status: answer.status, headers: answer.headers });
    },
  });
  const code = await headOffice.issueEnrolmentCode(testBranch);
  expect(await desk.sync.enrol(headOffice.address, code)).toMatchObject({ ok: true });
  const id = desk.save(inventDecision(1));
  desk.sync.wake("manual");
  await desk.untilIdle();
  expect(desk.sync.status()).toMatchObject({ waiting: 0, parked: 0, trouble: null });
  expect(desk.store.captures.readById(id)?.acknowledgedAt).not.toBeNull();
  await desk.close();
});

it("a later head office that gives a verdict of an unknown form: that item waits, its neighbour is through", async () => {
  let spoils = true;
  const desk = openSyncedDesk({
    start: Date.now(),
    async fetch(input, init) {
      const answer = await fetch(input, init);
      if (!spoils || new URL(String(input)).pathname !== syncPaths.push) return answer;
      const { verdicts, ...rest } = (await answer.json()) as { verdicts: object[] };
      const [first, ...others] = verdicts;
      const changed = { ...rest, verdicts: [{ ...first, verdict: "postponed" }, ...others] };
      return new Response(JSON.stringify(changed), { headers: answer.headers });
    },
  });
  const code = await headOffice.issueEnrolmentCode(testBranch);
  await desk.sync.enrol(headOffice.address, code);
  const ids = [desk.save(inventDecision(1)), desk.save(inventDecision(2))];
  desk.sync.wake("saved");
  await desk.untilIdle();
  expect(desk.store.outbox.list()).toMatchObject([{ id: ids[0], state: "waiting" }]);
  spoils = false;
  await desk.wakeUntil(() => desk.sync.status().waiting === 0, 20);
  await desk.close();
});

it("a later desk that tells more in each request: head office takes what it knows", async () => {
  const code = await headOffice.issueEnrolmentCode(testBranch);
  const pair = makeKey();
  const asked = { code, publicKey: pair.publicKey, deviceName: "a later desk", ...later };
  const enrolled = await askEnrolment(headOffice.address, asked);
  expect(enrolled.status).toBe(200);
  const device = openTestDevice(headOffice.address, enrolled.body as never, pair);
  const items = [device.capture(inventDecision(1))];
  const send = async (path: string, body: object) =>
    (await device.sendPacked(path, gzipSync(JSON.stringify({ ...body, ...later })))).status;
  expect(await send(syncPaths.push, { items })).toBe(200);
  expect(await send(syncPaths.pull, { cursor: 0 })).toBe(200);
  const end = { sequence: 0, hash: "0".repeat(64) };
  expect(await send(syncPaths.audit, { entries: [], after: 0, end })).toBe(200);
  expect(await send(syncPaths.branch, {})).toBe(200);
});

it("a desk that speaks a later protocol than head office keeps what it has and says that versions differ", async () => {
  const desk = openSyncedDesk({
    start: Date.now(),
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      if (isLater) headers.set(protocolHeader, "2");
      return fetch(input, { ...init, headers });
    },
  });
  let isLater = true;
  const code = await headOffice.issueEnrolmentCode(testBranch);
  expect(await desk.sync.enrol(headOffice.address, code)).toEqual({
    ok: false,
    failure: { code: "versions-apart" },
  });
  isLater = false;
  expect(await desk.sync.enrol(headOffice.address, code)).toMatchObject({ ok: true });
  isLater = true;
  const id = desk.save(inventDecision(1));
  desk.sync.wake("manual");
  await desk.untilIdle();
  expect(desk.sync.status()).toMatchObject({ waiting: 1, trouble: "update-needed" });
  expect(desk.store.outbox.list()).toMatchObject([
    { id, state: "waiting", reason: "update-needed" },
  ]);
  isLater = false;
  await desk.wakeUntil(() => desk.sync.status().waiting === 0, 20);
  await desk.close();
});
