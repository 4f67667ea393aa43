import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enrolTestDevice, type TestDevice } from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { type InboxClient, makeAccount, openInbox } from "../../../test/support/inbox-client.ts";
import { consent, voiding } from "../../captures/event-photo-opt-out/example-acts.ts";
import { closing, seenRefund } from "../../captures/id-copy/example-acts.ts";
import { decision } from "../../captures/marketing-consent/example-acts.ts";
import type { HeadOffice } from "../server.ts";

let office: HeadOffice;
let inbox: InboxClient;
let lost: TestDevice;
let other: TestDevice;

beforeEach(async () => {
  office = await startTestHeadOffice();
  await makeAccount(office.db, "napa", "dpo");
  await makeAccount(office.db, "krit", "viewer");
  inbox = openInbox(office.address);
  await inbox.signIn("napa");
  const enrol = async () =>
    enrolTestDevice(office.address, await office.issueEnrolmentCode(testBranch));
  lost = await enrol();
  other = await enrol();
});
afterEach(async () => office.close());

const consentOf = (id: string, name: string, phone: string | null) => ({
  ...decision,
  subject: { ...decision.subject, id, name, contacts: { ...decision.subject?.contacts, phone } },
});

test("a lost PC's report names whom it held, what it had not sent, and is written down", async () => {
  const kanda = uuidv7();
  const day = 86_400_000;
  const at = (daysAgo: number) => ({
    capturedAt: new Date(Date.now() - daysAgo * day).toISOString(),
  });
  const old = lost.capture(consentOf(kanda, "Kanda Thongdee", "+66815550101"), at(4000));
  const gone = lost.capture(consentOf(uuidv7(), "ลาแล้ว ไม่มา", "+66815550102"), at(4000));
  const recent = lost.capture(consentOf(kanda, "Kanda Thongdee", null), at(1));
  const refund = lost.capture({ ...seenRefund }, { kind: "id-copy", ...at(2) });
  const closed = lost.capture(closing, { kind: "id-copy", amends: refund.id, ...at(1) });
  const never = lost.capture(consentOf(uuidv7(), "ยังไม่ส่ง ค้างอยู่", null), at(1));
  const last = lost.capture(consentOf(uuidv7(), "สมชาย ดีเลิศ", "+66815550103"), at(0));
  await lost.push([old, gone, recent, refund, closed, last]);
  await other.push([other.capture(consentOf(uuidv7(), "ของเครื่องอื่น ไม่เกี่ยว", null))]);

  const loss = await inbox.ask("devices.readLoss", { id: lost.device });
  expect(loss.gaps).toEqual([{ from: never.sequence, to: never.sequence }]);
  expect(loss).toMatchObject({ highest: last.sequence, revokedAt: null, peopleCount: 3 });
  const people = new Map(loss.people.map((person) => [person.name, person]));
  expect([...people.keys()][0]).toBe("สมชาย ดีเลิศ");
  expect([...people.keys()].sort()).toEqual(
    ["Kanda Thongdee", seenRefund.subject.name, "สมชาย ดีเลิศ"].sort(),
  );
  // All of somebody who was there lately was still on it, with what is only said in the old record.
  expect(people.get("Kanda Thongdee")).toMatchObject({
    phone: "+66815550101",
    kinds: ["marketing-consent"],
    lastAt: recent.capturedAt,
  });
  expect(people.get("Kanda Thongdee")?.receiptNumbers).toHaveLength(2);
  expect(people.get(seenRefund.subject.name)?.receiptNumbers).toHaveLength(2);
  expect(loss.records).toBe(5);

  const { actions } = await inbox.ask("actions.list", { before: null });
  expect(actions[0]).toMatchObject({ action: "device-loss-read", about: { device: lost.device } });
});

test("what says of nobody by itself goes with what it amends, however far back that is", async () => {
  const event = { kind: "event-photo-opt-out" };
  const first = lost.capture(consent, event);
  const gone = lost.capture(voiding, { ...event, amends: first.id });
  const again = lost.capture(voiding, { ...event, amends: gone.id });
  await lost.push([first, gone, again]);
  const loss = await inbox.ask("devices.readLoss", { id: lost.device });
  expect(loss).toMatchObject({ records: 3, peopleCount: 1 });
  expect(loss.people[0]?.receiptNumbers).toHaveLength(3);
});

test("who may only look gets none, nor is there one of a PC that never was", async () => {
  expect(await inbox.refused("devices.readLoss", { id: uuidv7() })).toBe("not-found");
  const viewer = openInbox(office.address);
  await viewer.signIn("krit");
  expect(await viewer.refused("devices.readLoss", { id: lost.device })).toBe("not-your-role");
});
