import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pullOfficeKey, readWord } from "../../../test/support/courier-file.ts";
import {
  enrolTestDevice,
  makeKey,
  readRefusal,
  type TestDevice,
} from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { inventDecision } from "../../../test/support/invented-people.ts";
import { leaveAnswer } from "../../contract/courier.ts";
import type { OfficeKey } from "../../contract/office-key.ts";
import { syncPaths } from "../../contract/sync.ts";
import { revokeDevice } from "../enrolment.ts";
import type { HeadOffice } from "../server.ts";

const told = { upTo: 12, captures: 1, pictures: 0 };
let headOffice: HeadOffice;
let office: OfficeKey;
let device: TestDevice;
beforeAll(async () => {
  headOffice = await startTestHeadOffice();
});
beforeEach(async () => {
  device = await enrolTestDevice(
    headOffice.address,
    await headOffice.issueEnrolmentCode(testBranch),
  );
  office = await pullOfficeKey(device);
});
afterAll(() => headOffice.close());

const leave = (meddling?: Parameters<TestDevice["send"]>[2]) =>
  device.send(syncPaths.leave, told, meddling);
function readWordAnswer(body: unknown): { word: string; serverTime: string } {
  const answer = leaveAnswer.parse(body);
  if (!("word" in answer)) throw new Error("head office lacks something");
  return answer;
}
const readLeft = () =>
  headOffice.db
    .selectFrom("device")
    .select(["left_at", "left_with"])
    .where("id", "=", device.device)
    .executeTakeFirstOrThrow();
const revoke = () => revokeDevice(headOffice.db, device.device, new Date());
const notLeft = { left_at: null, left_with: null };

test("a device that was taken out of use is given head office's word, and what it said is kept", async () => {
  await revoke();
  const answer = await leave();
  const { word, serverTime } = readWordAnswer(answer.body);
  expect(readWord(word, office)).toEqual({
    form: "yinyom leave v1",
    device: device.device,
    at: serverTime,
  });
  const left = await readLeft();
  expect(left.left_at?.toISOString()).toBe(serverTime);
  expect(JSON.parse(left.left_with ?? "")).toEqual(told);
  // The answer may have been lost.
  expect((await leave()).status).toBe(200);
});

test("a device in use is not, nor is anybody else", async () => {
  expect(readRefusal(await leave())).toBe("400 malformed");
  await revoke();
  expect(readRefusal(await leave({ key: makeKey().key }))).toBe("401 forged");
  expect(readRefusal(await leave({ signature: null }))).toBe("401 unsigned");
  expect(readRefusal(await leave({ sentAt: 0 }))).toBe("401 clock-too-far");
  expect(readRefusal(await device.send(syncPaths.leave, {}))).toBe("400 malformed");
  expect(await readLeft()).toEqual(notLeft);
});

test("head office that was put back to an earlier state names what it lacks, and lets nobody go who has it", async () => {
  const items = Array.from({ length: 4 }, (_, n) => device.capture(inventDecision(n)));
  await device.push(items);
  const acknowledged = { count: 4, upTo: 4 };
  await headOffice.db
    .deleteFrom("capture")
    .where("device", "=", device.device)
    .where("sequence", ">", 2)
    .execute();
  await revoke();
  const answer = await device.send(syncPaths.leave, { ...told, acknowledged });
  expect(leaveAnswer.parse(answer.body)).toMatchObject({ missing: [{ from: 3, to: null }] });
  expect(await readLeft()).toEqual(notLeft);
  // It has nothing of that any more.
  readWordAnswer((await leave()).body);
  expect(JSON.parse((await readLeft()).left_with ?? "")).toEqual(told);
});

test("its request is good once", async () => {
  await revoke();
  const nonce = randomBytes(16).toString("base64url");
  expect((await leave({ nonce })).status).toBe(200);
  expect(readRefusal(await leave({ nonce }))).toBe("401 replayed");
});
