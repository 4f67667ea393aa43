import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeBundle, pullOfficeKey } from "../../../test/support/courier-file.ts";
import { enrolTestDevice, type TestDevice } from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { type InboxClient, makeAccount, openInbox } from "../../../test/support/inbox-client.ts";
import { decision, withdrawal } from "../../captures/marketing-consent/example-acts.ts";
import type { OfficeKey } from "../../contract/office-key.ts";
import { syncPaths } from "../../contract/sync.ts";
import type { HeadOffice } from "../server.ts";

const [file, otherFile] = [
  "019a0000-0000-7000-8000-00000000f111",
  "019a0000-0000-7000-8000-00000000f222",
];
let headOffice: HeadOffice;
let office: OfficeKey;
let dpo: InboxClient;
let viewer: InboxClient;
let device: TestDevice;

beforeAll(async () => {
  headOffice = await startTestHeadOffice();
  await makeAccount(headOffice.db, "napa", "dpo");
  await makeAccount(headOffice.db, "krit", "viewer");
  dpo = openInbox(headOffice.address);
  viewer = openInbox(headOffice.address);
  await dpo.signIn("napa");
  await viewer.signIn("krit");
});
beforeEach(async () => {
  device = await enrol();
  office = await pullOfficeKey(device);
});
afterAll(() => headOffice.close());

const enrol = async () =>
  enrolTestDevice(headOffice.address, await headOffice.issueEnrolmentCode(testBranch));
const seal = (...items: unknown[]) =>
  makeBundle(device, office, [{ path: syncPaths.push, body: { items } }]);
const listOwn = async () => {
  const { arrivals } = await viewer.ask("courier.list", {});
  return arrivals.filter(({ maker }) => maker.id === device.device);
};

test("a file's bundles are taken in, listed together, and written down once", async () => {
  const [one, other] = [await seal(device.capture(decision)), await seal(device.capture(decision))];
  expect(await listOwn()).toEqual([]);
  const first = await dpo.ask("courier.take", { file, bundle: one });
  expect(first).toMatchObject({
    state: "taken",
    maker: { id: device.device, number: device.deviceNumber, branch: testBranch, revoked: false },
    accepted: 1,
    had: 0,
  });
  await dpo.ask("courier.take", { file, bundle: other });
  const again = await dpo.ask("courier.take", { file, bundle: one });
  expect(again).toMatchObject({ accepted: 0, had: 1 });
  const counts = { accepted: 2, had: 0, refused: 0, pieces: 0, unread: 0 };
  expect(await listOwn()).toMatchObject([
    { by: { who: "account", name: "napa (invented)" }, bundles: 2, ...counts },
  ]);
  // Another taking in is another line, with nothing new in it.
  await dpo.ask("courier.take", { file: otherFile, bundle: one });
  expect(await listOwn()).toMatchObject([{ accepted: 0, had: 1 }, counts]);
  const { actions } = await viewer.ask("actions.list", { before: null });
  const written = actions.filter(({ action }) => action === "courier-file-taken");
  expect(written.map(({ about }) => about)).toEqual([
    { device: device.device, file: otherFile },
    { device: device.device, file },
  ]);
});

test("who may only look takes nothing in, and what cannot be opened leaves no line", async () => {
  const bundle = await seal(device.capture(decision));
  expect(await viewer.refused("courier.take", { file, bundle })).toBe("not-your-role");
  const other = await enrol();
  const forged = { ...bundle, device: other.device };
  expect(await dpo.ask("courier.take", { file, bundle: forged })).toEqual({
    state: "refused",
    reason: "forged",
    maker: null,
  });
  expect(await listOwn()).toEqual([]);
});

test("a bundle larger than anything that a person types goes through", async () => {
  const items = Array.from({ length: 400 }, () => device.capture(decision));
  // A request that nobody can read, random, so that nothing packs.
  const noise = Array.from({ length: 60_000 }, () => Math.random().toString(36)).join("");
  const bundle = await makeBundle(device, office, [
    { path: syncPaths.push, body: { items } },
    noise,
  ]);
  expect(bundle.sealed.length).toBeGreaterThan(512 * 1024);
  const taken = await dpo.ask("courier.take", { file, bundle });
  expect(taken).toMatchObject({ state: "taken", accepted: 400, unread: 1 });
});

test("of a revoked PC one sees what came since, through whom, and that it has left", async () => {
  await device.push([device.capture(decision)]);
  await dpo.ask("devices.revoke", { id: device.device });
  const read = async () => {
    const { devices } = await viewer.ask("devices.list", {});
    return devices.find(({ id }) => id === device.device);
  };
  expect(await read()).toMatchObject({ leftAt: null, sinceRevoked: 0 });
  expect(await dpo.ask("devices.readLoss", { id: device.device })).toMatchObject({
    since: { captures: 0, lastAt: null },
    left: null,
  });
  const bearer = await enrol();
  await bearer.send(syncPaths.courier, await seal(device.capture(decision)));
  await device.send(syncPaths.courier, await seal(device.capture(withdrawal)));
  await device.send(syncPaths.leave, { upTo: 4, captures: 1, pictures: 2 });
  expect(await listOwn()).toMatchObject([
    { maker: { revoked: true }, by: { who: "device", number: device.deviceNumber }, accepted: 1 },
    { maker: { revoked: true }, by: { who: "device", number: bearer.deviceNumber }, accepted: 1 },
  ]);
  expect((await read())?.leftAt).not.toBeNull();
  expect(await read()).toMatchObject({ sinceRevoked: 2 });
  const loss = await dpo.ask("devices.readLoss", { id: device.device });
  expect(loss).toMatchObject({ since: { captures: 2 }, left: { captures: 1, pictures: 2 } });
  expect(await dpo.ask("devices.readLoss", { id: bearer.device })).toMatchObject({
    since: null,
    left: null,
  });
});
