import { afterAll, beforeAll, expect, test } from "vitest";
import { enrolTestDevice, type TestDevice } from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { inventDecision } from "../../../test/support/invented-people.ts";
import { readShopDay } from "../../captures/shop-day.ts";
import { branchAnswer } from "../../contract/branch-picture.ts";
import { syncPaths } from "../../contract/sync.ts";
import { readBranchPicture } from "../branch-picture.ts";
import { revokeDevice } from "../enrolment.ts";
import type { HeadOffice } from "../server.ts";

const hour = 3_600_000;
let headOffice: HeadOffice;
let own: TestDevice;
let other: TestDevice;
let gone: TestDevice;
let elsewhere: TestDevice;
beforeAll(async () => {
  headOffice = await startTestHeadOffice();
  const enrol = async (branch: string) =>
    enrolTestDevice(headOffice.address, await headOffice.issueEnrolmentCode(branch));
  own = await enrol(testBranch);
  other = await enrol(testBranch);
  gone = await enrol(testBranch);
  elsewhere = await enrol("hat-yai");
});
afterAll(() => headOffice.close());

async function ask(device: TestDevice) {
  const { status, body } = await device.send(syncPaths.branch, {});
  expect(status).toBe(200);
  return branchAnswer.parse(body);
}

test("a device hears how the devices of its own branch stand, and of no other", async () => {
  await other.send(syncPaths.pull, {
    cursor: 0,
    desk: { waiting: 3, held: 1, parked: 0, version: "0.1.0" },
  });
  await revokeDevice(headOffice.db, gone.device, new Date());
  const { devices } = await ask(own);
  expect(devices.map(({ number }) => number)).toEqual([own.deviceNumber, other.deviceNumber]);
  expect(devices).toMatchObject([
    { isOwn: true, standing: null },
    { isOwn: false, standing: { waiting: 3, held: 1, parked: 0, version: "0.1.0" } },
  ]);
});

test("its days count what was taken and what arrived, and how long that took", async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * hour);
  const take = (device: TestDevice, hours: number) =>
    device.capture(inventDecision(hours), {
      capturedAt: hoursAgo(hours).toISOString(),
      clockOffsetMs: 0,
    });
  const today = readShopDay(new Date());
  await own.push([take(own, 0), take(own, 48)]);
  await elsewhere.push([take(elsewhere, 0)]);
  const { days } = await ask(other);
  expect(days).toHaveLength(30);
  const on = (day: string) => days.find((one) => one.day === day);
  expect(on(today)).toEqual({
    day: today,
    taken: 1,
    sent: 2,
    usualDelay: 24 * 60,
    longestDelay: 48 * 60,
  });
  expect(on(readShopDay(hoursAgo(48)))).toMatchObject({ taken: 1, sent: 0, usualDelay: null });
  expect(days.at(-1)?.day).toBe(today);

  const own30DaysOn = await readBranchPicture(
    headOffice.db,
    { branch: testBranch, id: own.device },
    hoursAgo(-31 * 24),
  );
  expect(own30DaysOn.days.every(({ taken, sent }) => taken + sent === 0)).toBe(true);
});
