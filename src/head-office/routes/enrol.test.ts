import { afterAll, beforeAll, expect, test } from "vitest";
import {
  askEnrolment,
  enrolTestDevice,
  makeKey,
  readRefusal,
} from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { enrolAnswer } from "../../contract/sync.ts";
import { revokeDevice } from "../enrolment.ts";
import { enrolmentCodeLifeMs } from "../enrolment-code.ts";
import type { HeadOffice } from "../server.ts";

let headOffice: HeadOffice;
let ahead = 0;
beforeAll(async () => {
  headOffice = await startTestHeadOffice({ now: () => new Date(Date.now() + ahead) });
});
afterAll(() => headOffice.close());

const issue = () => headOffice.issueEnrolmentCode(testBranch);
const ask = (code: string, key = makeKey()) =>
  askEnrolment(headOffice.address, { code, publicKey: key.publicKey, deviceName: "desk" });
const countDevices = async () =>
  (await headOffice.db.selectFrom("device").select("id").execute()).length;

test("a code makes one device of its branch, typed as people type", async () => {
  const code = await issue();
  const answer = await ask(code.toLowerCase().replaceAll("-", " "));
  expect(answer.status).toBe(200);
  expect(enrolAnswer.parse(answer.body)).toMatchObject({ branch: testBranch });
  const stored = await headOffice.db.selectFrom("enrolment_code").select("code_hash").execute();
  expect(JSON.stringify(stored)).not.toContain(code);
});

test("a used code makes no second device", async () => {
  const code = await issue();
  await ask(code);
  const before = await countDevices();
  expect(readRefusal(await ask(code))).toBe("403 code-refused");
  expect(await countDevices()).toBe(before);
});

test("two who use a code at once get one device", async () => {
  const code = await issue();
  const before = await countDevices();
  const answers = await Promise.all([ask(code), ask(code), ask(code)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
  expect(await countDevices()).toBe(before + 1);
});

test("whoever lost the answer asks again with the same key and gets the same device", async () => {
  const code = await issue();
  const key = makeKey();
  const first = enrolAnswer.parse((await ask(code, key)).body);
  const second = enrolAnswer.parse((await ask(code, key)).body);
  expect(second).toMatchObject({ device: first.device, deviceNumber: first.deviceNumber });
  await revokeDevice(headOffice.db, first.device, new Date());
  expect(readRefusal(await ask(code, key))).toBe("403 code-refused");
});

test("a wrong code and a code that is too old are refused alike", async () => {
  const code = await issue();
  expect(readRefusal(await ask("0000-0000-0000"))).toBe("403 code-refused");
  ahead = enrolmentCodeLifeMs + 1;
  expect(readRefusal(await ask(code))).toBe("403 code-refused");
  ahead = 0;
  expect((await ask(code)).status).toBe(200);
});

test("what is no key, no code or no JSON is malformed", async () => {
  const code = await issue();
  const publicKey = "!".repeat(43);
  const bad = { code, publicKey, deviceName: "desk" };
  expect(readRefusal(await askEnrolment(headOffice.address, bad))).toBe("400 malformed");
  const unstorable = { code, publicKey: makeKey().publicKey, deviceName: "desk\0" };
  expect(readRefusal(await askEnrolment(headOffice.address, unstorable))).toBe("400 malformed");
  expect(readRefusal(await askEnrolment(headOffice.address, { code }))).toBe("400 malformed");
  expect(readRefusal(await askEnrolment(headOffice.address, undefined))).toBe("400 malformed");
  // None of these used the code up.
  expect((await ask(code)).status).toBe(200);
});

test("a name with NUL in it, which the database cannot keep, is malformed, and the code still works", async () => {
  const code = await issue();
  const named = { code, publicKey: makeKey().publicKey, deviceName: "desk\0" };
  expect(readRefusal(await askEnrolment(headOffice.address, named))).toBe("400 malformed");
  expect((await ask(code)).status).toBe(200);
});

test("devices have numbers of their own", async () => {
  const [one, two] = [await issue(), await issue()];
  const devices = await Promise.all(
    [one, two].map((code) => enrolTestDevice(headOffice.address, code)),
  );
  expect(new Set(devices.map(({ deviceNumber }) => deviceNumber)).size).toBe(2);
});

test("codes are for branches that exist", async () => {
  await expect(headOffice.issueEnrolmentCode("nowhere")).rejects.toThrow("nowhere");
});

test("guessing is slowed down", async () => {
  const guarded = await startTestHeadOffice({ limits: { enrolmentsPerMinute: 3 } });
  const guess = () =>
    askEnrolment(guarded.address, {
      code: "0000-0000-0000",
      publicKey: makeKey().publicKey,
      deviceName: "desk",
    });
  const answers = [await guess(), await guess(), await guess(), await guess()];
  expect(answers.map(readRefusal)).toEqual([
    ...Array(3).fill("403 code-refused"),
    "429 too-many-requests",
  ]);
  expect(Number(answers[3]?.headers.get("retry-after"))).toBeGreaterThan(0);
  await guarded.close();
});
