import { afterAll, beforeAll, expect, test } from "vitest";
import {
  enrolTestDevice,
  readRefusal,
  type TestDevice,
} from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { change, syncPaths } from "../../contract/sync.ts";
import { type Publication, pullPage } from "../change-log.ts";
import type { HeadOffice } from "../server.ts";

const names = { th: "ก", en: "A" };
const member = (number: number, branch: string): Publication => ({
  topic: "staff",
  key: `p${number}`,
  value: {
    id: `p${number}`,
    name: names,
    roles: ["counter"],
    branch,
    pin: { salt: "", hash: "", N: 131_072, r: 8, p: 1 },
    pinVersion: 1,
  },
  audience: branch,
});

let headOffice: HeadOffice;
let device: TestDevice;
beforeAll(async () => {
  headOffice = await startTestHeadOffice({
    publications: Array.from({ length: pullPage + 20 }, (_, n) =>
      member(n, n % 100 === 0 ? "hat-yai" : testBranch),
    ),
  });
  device = await enrolTestDevice(
    headOffice.address,
    await headOffice.issueEnrolmentCode(testBranch),
  );
});
afterAll(() => headOffice.close());

test("everything comes page by page, in the contract's form, and no other branch's staff", async () => {
  const first = await device.pull(0);
  expect(first).toMatchObject({ more: true });
  expect(first.changes).toHaveLength(pullPage);
  const second = await device.pull(first.cursor);
  expect(second.more).toBe(false);
  const changes = [...first.changes, ...second.changes].map((one) => change.parse(one));
  const staff = changes.flatMap((one) => (one.topic === "staff" ? [one.value] : []));
  expect(staff).toHaveLength(pullPage + 20 - 6);
  expect(new Set(staff.map((one) => one?.branch))).toEqual(new Set([testBranch]));
  const topics = ["controller", "branch", "channel", "purpose", "notice", "settings", "staff"];
  const come = new Set(changes.map(({ topic }) => topic));
  expect(come).toEqual(new Set([...topics, "copy-rules", "office-key"]));
  expect(await device.pull(second.cursor)).toMatchObject({ changes: [], cursor: second.cursor });
});

test("a cursor that is none is malformed", async () => {
  for (const cursor of [-1, 0.5, "0", null]) {
    expect(readRefusal(await device.send(syncPaths.pull, { cursor }))).toBe("400 malformed");
  }
});
