import { scryptSync } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enrolTestDevice, type TestDevice } from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { type InboxClient, makeAccount, openInbox } from "../../../test/support/inbox-client.ts";
import type { PinHash, StaffMember } from "../../contract/reference.ts";
import { findBrokenAction } from "../action-log.ts";
import type { HeadOffice } from "../server.ts";

let headOffice: HeadOffice;
let inbox: InboxClient;
let device: TestDevice;
const words = { th: "ทดสอบ", en: "Test" };

beforeAll(async () => {
  headOffice = await startTestHeadOffice();
  await makeAccount(headOffice.db, "napa", "dpo");
  inbox = openInbox(headOffice.address);
  await inbox.signIn("napa");
  const { code } = await inbox.ask("devices.issueCode", { branch: testBranch });
  device = await enrolTestDevice(headOffice.address, code);
});
afterAll(() => headOffice.close());

/** What the device is told about one thing, by its next pull of everything. */
async function pulled(topic: string, key: string): Promise<unknown> {
  const { changes } = await device.pull(0);
  return changes.find((one) => one.topic === topic && one.key === key)?.value;
}

test("a notice gets the next version, reaches the desks, and leaves the one before as it was", async () => {
  const before = await pulled("notice", "marketing@1");
  const draft = {
    id: "marketing",
    effectiveFrom: "2030-01-01",
    title: words,
    sections: [{ heading: words, body: words }],
  };
  expect(await inbox.ask("notices.publish", draft)).toEqual({ version: 2 });
  expect(await inbox.ask("notices.publish", draft)).toEqual({ version: 3 });
  expect(await pulled("notice", "marketing@2")).toEqual({ ...draft, version: 2 });
  expect(await pulled("notice", "marketing@1")).toEqual(before);
});

test("a notice takes no effect in the past", async () => {
  const draft = {
    id: "marketing",
    effectiveFrom: "2020-01-01",
    title: words,
    sections: [{ heading: words, body: words }],
  };
  expect(await inbox.refused("notices.publish", draft)).toBe("in-the-past");
});

test("a new PIN is the one that the desk then accepts, and ends the lock", async () => {
  const member = {
    id: "chai",
    name: words,
    roles: ["counter" as const],
    branch: testBranch,
  };
  const { pin } = await inbox.ask("staff.add", member);
  const first = (await pulled("staff", "chai")) as StaffMember;
  expect(readPin(first, pin)).toBe(true);
  expect(first.pinVersion).toBe(1);
  const { pin: second } = await inbox.ask("staff.resetPin", { id: "chai" });
  const renewed = (await pulled("staff", "chai")) as StaffMember;
  expect(readPin(renewed, second)).toBe(true);
  expect(renewed.pinVersion).toBe(2);
  await inbox.ask("staff.unlock", { id: "chai" });
  expect(await pulled("staff", "chai")).toMatchObject({ pinVersion: 3, pin: renewed.pin });
  expect(await inbox.refused("staff.add", member)).toBe("name-taken");
  const listed = (await inbox.ask("reference.read", {})).staff.find(({ id }) => id === "chai");
  expect(JSON.stringify(listed)).not.toContain(renewed.pin.hash);
});

/** As the desk checks one. */
function readPin({ pin: kept }: { pin: PinHash }, typed: string): boolean {
  const { salt, hash, N, r, p } = kept;
  const options = { N, r, p, maxmem: 256 * N * r };
  const found = scryptSync(typed, Buffer.from(salt, "base64url"), 32, options);
  return found.toString("base64url") === hash;
}

test("who moves to another branch is gone from the first", async () => {
  const member = { id: "nok", name: words, roles: ["counter" as const], branch: testBranch };
  await inbox.ask("staff.add", member);
  expect(await pulled("staff", "nok")).not.toBeNull();
  await inbox.ask("staff.change", { ...member, branch: "chiang-mai" });
  expect(await pulled("staff", "nok")).toBeNull();
});

test("what is removed is null for the desks, and the last of its kind stays", async () => {
  const { channels } = await inbox.ask("reference.read", {});
  for (const { id } of channels.slice(1)) await inbox.ask("channels.remove", { id });
  expect(await pulled("channel", channels[1]?.id ?? "")).toBeNull();
  expect(await inbox.refused("channels.remove", { id: channels[0]?.id ?? "" })).toBe("in-use");
});

test("a revoked device is heard no more", async () => {
  const { code } = await inbox.ask("devices.issueCode", { branch: "hat-yai" });
  const lost = await enrolTestDevice(headOffice.address, code);
  await lost.pull(0);
  await inbox.ask("devices.revoke", { id: lost.device });
  await expect(lost.pull(0)).rejects.toThrow();
  const { devices } = await inbox.ask("devices.list", {});
  const listed = devices.find(({ id }) => id === lost.device);
  expect(listed?.revokedAt).not.toBeNull();
  expect(listed?.lastSeenAt).not.toBeNull();
});

test("everything done is in the log, chained; a changed line breaks it", async () => {
  const { actions, whole } = await inbox.ask("actions.list", { before: null });
  expect(whole).toBe(true);
  expect(actions.map(({ action }) => action)).toContain("device-revoked");
  expect(actions.every(({ by }) => by === "napa (invented)")).toBe(true);
  await headOffice.db
    .updateTable("office_action")
    .set({ about: "{}" })
    .where("sequence", "=", 2)
    .execute();
  expect(await findBrokenAction(headOffice.db)).toBe(2);
  expect((await inbox.ask("actions.list", { before: null })).whole).toBe(false);
});
