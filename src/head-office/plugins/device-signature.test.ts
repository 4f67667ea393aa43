import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  enrolTestDevice,
  makeKey,
  readRefusal,
  type TestDevice,
} from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { decision } from "../../captures/marketing-consent/example-acts.ts";
import { refusal, syncPaths } from "../../contract/sync.ts";
import { revokeDevice } from "../enrolment.ts";
import type { HeadOffice } from "../server.ts";

let headOffice: HeadOffice;
let device: TestDevice;
const enrol = async () =>
  enrolTestDevice(headOffice.address, await headOffice.issueEnrolmentCode(testBranch));
beforeAll(async () => {
  headOffice = await startTestHeadOffice();
  device = await enrol();
});
afterAll(() => headOffice.close());

/** Everything that a request could leave behind. */
async function readTraces() {
  const { db } = headOffice;
  return {
    captures: await db.selectFrom("capture").selectAll().execute(),
    refusals: await db.selectFrom("refusal").selectAll().execute(),
    nonces: await db.selectFrom("request_nonce").selectAll().execute(),
    devices: await db.selectFrom("device").selectAll().execute(),
  };
}

async function expectNothingStored(ask: () => Promise<unknown>, outcome: unknown): Promise<void> {
  const before = await readTraces();
  expect(await ask()).toEqual(outcome);
  expect(await readTraces()).toEqual(before);
}

const item = () => device.clone().capture(decision);
const push = (meddling: Parameters<TestDevice["send"]>[2]) => async () =>
  readRefusal(await device.send(syncPaths.push, { items: [item()] }, meddling));

test("a request without a signature is unsigned", async () => {
  await expectNothingStored(push({ signature: null }), "401 unsigned");
  await expectNothingStored(push({ signature: "" }), "401 unsigned");
  await expectNothingStored(push({ signature: "a.b.c" }), "401 unsigned");
});

test("a signature by another key is forged", async () => {
  await expectNothingStored(push({ key: makeKey().key }), "401 forged");
});

test("an unsigned token that says so itself is forged", async () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    method: "POST",
    path: syncPaths.push,
    nonce: "n".repeat(22),
    sentAt: Date.now(),
  };
  const token = (alg: string) => `${part({ alg, kid: device.device })}.${part(claims)}.`;
  await expectNothingStored(push({ signature: token("none") }), "401 forged");
  // The public key as a shared secret: the oldest confusion there is.
  await expectNothingStored(push({ signature: `${token("HS256")}AAAA` }), "401 forged");
});

test("a body that was changed on the way is forged, even if it unpacks to the same", async () => {
  const other = Buffer.from(JSON.stringify({ items: [item()] }));
  await expectNothingStored(push({ bytes: other }), "401 forged");
  await expectNothingStored(push({ bytes: new Uint8Array() }), "401 forged");
});

test("a signature for one route opens no other", async () => {
  await expectNothingStored(push({ signedPath: syncPaths.pull }), "401 forged");
  await expectNothingStored(push({ path: "/v1/push?all=1" }), "401 forged");
});

test("a device that head office does not know is unknown", async () => {
  const stranger = "019a0000-0000-7000-8000-00000000beef";
  await expectNothingStored(push({ device: stranger }), "401 unknown-device");
});

test("a device that was taken out of use hears so at every route but two, and nobody else does", async () => {
  const lost = await enrol();
  expect(await lost.push([lost.capture(decision)])).toMatchObject([{ verdict: "accepted" }]);
  await revokeDevice(headOffice.db, lost.device, new Date());
  const { health: _health, enrol: _enrol, courier: _courier, leave: _leave, ...rest } = syncPaths;
  for (const path of Object.values(rest)) {
    const ask = (meddling?: Parameters<TestDevice["send"]>[2]) => async () =>
      readRefusal(await lost.send(path, { items: [lost.clone().capture(decision)] }, meddling));
    await expectNothingStored(ask(), "401 revoked");
    await expectNothingStored(ask({ key: makeKey().key }), "401 forged");
    await expectNothingStored(ask({ sentAt: 0 }), "401 clock-too-far");
  }
});

test("a clock that is too far off is told the right time", async () => {
  for (const minutes of [-6, 6]) {
    await expectNothingStored(push({ sentAt: Date.now() + minutes * 60_000 }), "401 clock-too-far");
  }
  const answer = await device.send(syncPaths.pull, { cursor: 0 }, { sentAt: 0 });
  const told = Date.parse(refusal.parse(answer.body).serverTime);
  const again = await device.send(syncPaths.pull, { cursor: 0 }, { sentAt: told });
  expect(again.status).toBe(200);
});

test("a nonce is good once, also for two requests at once", async () => {
  const nonce = randomBytes(16).toString("base64url");
  const ask = () => device.send(syncPaths.pull, { cursor: 0 }, { nonce });
  const answers = await Promise.all([ask(), ask(), ask(), ask()]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  await expectNothingStored(async () => readRefusal(await ask()), "401 replayed");
  // Another device's nonces are its own affair.
  const other = await enrol();
  expect((await other.send(syncPaths.pull, { cursor: 0 }, { nonce })).status).toBe(200);
});

test("nonces are forgotten when no request could use them any more", async () => {
  const old = {
    device: device.device,
    nonce: "o".repeat(22),
    expires_at: new Date(Date.now() - 1),
  };
  await headOffice.db.insertInto("request_nonce").values(old).execute();
  await device.pull(0);
  const kept = await headOffice.db.selectFrom("request_nonce").select("nonce").execute();
  expect(kept.map(({ nonce }) => nonce)).not.toContain(old.nonce);
  expect(kept.length).toBeGreaterThan(0);
});

test("head office notes when it heard from a device, and which version it speaks", async () => {
  await device.pull(0);
  const row = await headOffice.db
    .selectFrom("device")
    .selectAll()
    .where("id", "=", device.device)
    .executeTakeFirstOrThrow();
  expect(row.protocol).toBe(1);
  expect(Date.now() - (row.last_seen_at?.getTime() ?? 0)).toBeLessThan(10_000);
});
