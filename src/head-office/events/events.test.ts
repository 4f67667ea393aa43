import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { enrolTestDevice, type TestDevice } from "../../../test/support/device-client.ts";
import { listEventPublications } from "../../../test/support/event-captures.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import {
  closing,
  correction,
  handOver,
  optOut,
  consent as photoConsent,
  startEvent,
  takeDown,
  voiding,
  withdrawal,
} from "../../captures/event-photo-opt-out/example-acts.ts";
import { type Event, relayedCapture } from "../../contract/event.ts";
import type { HeadOffice } from "../server.ts";
import { confirmEvent, listProposedEvents, putEvent } from "./event-publishing.ts";
import { fileUnread } from "./file-unread.ts";
import { listTakeDowns } from "./list-take-downs.ts";
import { purgeExpired } from "./purge-expired.ts";
import { answerTakeDown, listOpenTakeDowns } from "./take-downs.ts";

vi.setConfig({ testTimeout: 60_000 });

let office: HeadOffice;
let first: TestDevice;
let second: TestDevice;
let elsewhere: TestDevice;
let far: TestDevice;
beforeEach(async () => {
  office = await startTestHeadOffice({ publications: listEventPublications() });
  const enrol = async (branch: string) =>
    enrolTestDevice(office.address, await office.issueEnrolmentCode(branch));
  first = await enrol(testBranch);
  second = await enrol(testBranch);
  elsewhere = await enrol("chiang-mai");
  far = await enrol("hat-yai");
});
afterEach(() => office.close());

const parts = { kind: "event-photo-opt-out", staff: "ploy" };
const take = (device: TestDevice, payload: unknown, amends: string | null = null) =>
  device.capture(payload, { ...parts, amends });

/** What a device has of a topic after fetching everything, by key. */
async function fetchTopic(device: TestDevice, topic: string): Promise<Map<string, unknown>> {
  const { changes } = await device.pull(0);
  return new Map(
    changes.filter((item) => item.topic === topic).map(({ key, value }) => [key, value]),
  );
}
const fetchEvent = async (device: TestDevice, id: string) =>
  (await fetchTopic(device, "event")).get(id) as Event | null | undefined;

test("a photo consent that is taken back is a task for head office: pictures may be out", async () => {
  const consent = take(first, photoConsent);
  const taken = take(first, withdrawal, consent.id);
  await first.push([consent, taken]);
  expect(await listOpenTakeDowns(office.db)).toMatchObject([
    { capture: taken.id, event: withdrawal.event, branch: testBranch },
  ]);
  const { open } = await listTakeDowns(office.db);
  expect(open[0]?.asked).toMatchObject({
    consent: { name: withdrawal.name, receipts: [] },
    address: null,
    contact: null,
  });
  // Sent again it is no second task.
  await first.push([taken]);
  expect(await listOpenTakeDowns(office.db)).toHaveLength(1);
});

test("an opt-out that was put right is shown with the marks that hold", async () => {
  const asked = take(first, { ...optOut, wish: "take-down" });
  const put = take(
    first,
    { ...correction, wish: "take-down", marks: { ...optOut.marks, tag: "Z9" } },
    asked.id,
  );
  await first.push([asked, put]);
  const { open } = await listTakeDowns(office.db);
  expect(open[0]?.asked?.marks).toMatchObject({ tag: "Z9" });
});

describe("an event's captures", () => {
  test("reach the other devices of the branches that work it, and nobody else", async () => {
    const one = take(first, optOut);
    const two = take(first, correction, one.id);
    await first.push([one, two]);
    for (const device of [second, elsewhere]) {
      const got = await fetchTopic(device, "event-capture");
      expect([...got.keys()]).toEqual([one.id, two.id]);
      const value = relayedCapture.parse(got.get(one.id));
      expect(value).toEqual({
        event: optOut.event,
        deviceNumber: first.deviceNumber,
        capture: one,
      });
    }
    for (const device of [first, far]) {
      expect((await fetchTopic(device, "event-capture")).size).toBe(0);
    }
  });

  test("come once, however often they were pushed", async () => {
    const one = take(first, optOut);
    await first.push([one, one]);
    await first.push([one]);
    const { cursor, changes } = await second.pull(0);
    expect(changes.filter(({ topic }) => topic === "event-capture")).toHaveLength(1);
    expect((await second.pull(cursor)).changes).toEqual([]);
  });

  test("of a refused capture are passed on to nobody", async () => {
    const bad = first.capture({ ...optOut, face: "round" }, parts);
    expect((await first.push([bad]))[0]?.verdict).toBe("rejected");
    expect((await fetchTopic(second, "event-capture")).size).toBe(0);
  });

  test("that came before a branch was added reach it, and leave one that was taken off", async () => {
    const one = take(first, optOut);
    await first.push([one]);
    const known = await fetchEvent(first, optOut.event);
    if (!known) throw new Error("it was published");
    await putEvent(office.db, { ...known, branches: [testBranch, "hat-yai"] }, new Date());
    expect([...(await fetchTopic(far, "event-capture")).keys()]).toEqual([one.id]);
    expect((await fetchTopic(elsewhere, "event-capture")).get(one.id)).toBeNull();
    await putEvent(office.db, { ...known, branches: ["chiang-mai"] }, new Date());
    expect((await fetchTopic(second, "event-capture")).get(one.id)).not.toBeNull();
  });
});

test("what came before this head office could read it is filed and passed on at its next start", async () => {
  const one = take(first, optOut);
  const asked = take(first, takeDown);
  const strange = first.capture({ ...optOut, face: "round" }, { ...parts, kind: "pigeon-post" });
  await first.push([one, asked, strange]);
  const { db } = office;
  // As an older head office would have left it: kept, and read by nobody.
  await db.deleteFrom("take_down").execute();
  await db.deleteFrom("capture_group").execute();
  await db.deleteFrom("change").where("topic", "=", "event-capture").execute();
  await db.updateTable("capture").set({ kind: parts.kind }).where("id", "=", strange.id).execute();
  expect(await fileUnread(db, new Date())).toBe(3);
  expect([...(await fetchTopic(second, "event-capture")).keys()].toSorted()).toEqual(
    [one.id, asked.id].toSorted(),
  );
  expect(await listOpenTakeDowns(db)).toHaveLength(1);
});

describe("an event that a manager started", () => {
  const { id } = startEvent.plan;

  test("is proposed until head office confirms it, with its captures for new branches", async () => {
    const started = take(first, startEvent);
    const one = take(first, { ...optOut, event: id, marks: { ...optOut.marks, zone: "stall" } });
    await first.push([started, one]);
    expect((await listProposedEvents(office.db)).map((event) => event.id)).toEqual([id]);
    expect(await fetchEvent(second, id)).toEqual({
      ...startEvent.plan,
      status: "proposed",
      closedAt: null,
      branches: [testBranch],
    });
    expect((await fetchTopic(elsewhere, "event-capture")).size).toBe(0);
    const name = { th: "ออกร้านตลาดนัดริมน้ำ", en: "Riverside market stall" };
    const branches = [testBranch, "chiang-mai"];
    await confirmEvent(office.db, id, { name, branches }, new Date());
    expect(await fetchEvent(second, id)).toMatchObject({ status: "confirmed", name, branches });
    expect((await fetchTopic(elsewhere, "event-capture")).size).toBe(2);
    expect(await listProposedEvents(office.db)).toEqual([]);
  });

  test("does not change what head office says of it, and is gone when it was taken back", async () => {
    const started = take(first, startEvent);
    await first.push([started]);
    const again = take(second, { ...startEvent, plan: { ...startEvent.plan, zones: [] } });
    await second.push([again]);
    expect((await fetchEvent(first, id))?.zones).toEqual(startEvent.plan.zones);
    await first.push([take(first, { ...voiding, event: id }, started.id)]);
    expect(await fetchEvent(second, id)).toBeNull();
  });

  test("cannot be confirmed if there is none", async () => {
    expect(await confirmEvent(office.db, id, { branches: [testBranch] }, new Date())).toBeNull();
  });
});

test("a close-out closes the event, and its void opens it again", async () => {
  const closed = take(first, closing);
  await first.push([closed]);
  const event = await fetchEvent(second, closing.event);
  expect(event?.status).toBe("closed");
  expect(event?.closedAt).not.toBeNull();
  await first.push([take(first, voiding, closed.id)]);
  expect(await fetchEvent(second, closing.event)).toMatchObject({
    status: "confirmed",
    closedAt: null,
  });
});

describe("a request to take a picture down", () => {
  test("is a task whose answer comes back to the shop that asked", async () => {
    const asked = take(far, { ...takeDown, event: null });
    await far.push([asked]);
    expect(await listOpenTakeDowns(office.db)).toMatchObject([
      { capture: asked.id, event: null, branch: "hat-yai", outcome: null },
    ]);
    const now = new Date();
    const reply = { outcome: "in-work", words: null } as const;
    expect(await answerTakeDown(office.db, asked.id, reply, now)).toBe("answered");
    expect(await listOpenTakeDowns(office.db)).toHaveLength(1);
    const done = { outcome: "taken-down", words: "นำลงแล้ว" } as const;
    expect(await answerTakeDown(office.db, asked.id, done, now)).toBe("answered");
    expect(await listOpenTakeDowns(office.db)).toEqual([]);
    const answer = { request: asked.id, ...done, at: now.toISOString() };
    expect((await fetchTopic(far, "take-down-answer")).get(asked.id)).toEqual(answer);
    expect((await fetchTopic(first, "take-down-answer")).size).toBe(0);
  });

  test("of an opt-out at the event is one too, and reaches every branch that works it", async () => {
    const asked = take(first, { ...optOut, wish: "take-down" });
    await first.push([asked]);
    const reply = { outcome: "not-ours", words: null } as const;
    expect(await answerTakeDown(office.db, asked.id, reply, new Date())).toBe("answered");
    for (const device of [first, second, elsewhere]) {
      expect((await fetchTopic(device, "take-down-answer")).size).toBe(1);
    }
  });

  test("comes and goes with a correction of the opt-out, until it is answered", async () => {
    const one = take(first, optOut);
    await first.push([one]);
    const correct = (device: TestDevice, wish: string, target = one.id) =>
      device.push([take(device, { ...correction, wish }, target)]);
    const open = async () => (await listOpenTakeDowns(office.db)).map(({ capture }) => capture);
    expect(await open()).toEqual([]);
    await correct(second, "take-down");
    expect(await open()).toEqual([one.id]);
    await correct(first, "no-photo");
    expect(await open()).toEqual([]);
    await correct(second, "take-down");
    await correct(second, "take-down");
    expect(await open()).toEqual([one.id]);
    const done = { outcome: "taken-down", words: null } as const;
    expect(await answerTakeDown(office.db, one.id, done, new Date())).toBe("answered");
    await correct(first, "no-photo");
    await correct(first, "take-down");
    expect(await open()).toEqual([]);
    expect((await fetchTopic(first, "take-down-answer")).get(one.id)).toMatchObject(done);

    // What is no opt-out becomes no task, whatever a device says that it corrects.
    const given = take(first, handOver);
    await first.push([given]);
    await correct(first, "take-down", given.id);
    await correct(first, "take-down", crypto.randomUUID());
    expect(await open()).toEqual([]);
  });

  test("is not refused without a reason, nor answered when it was taken back", async () => {
    const asked = take(first, takeDown);
    await first.push([asked]);
    const refused = (words: string | null) =>
      answerTakeDown(office.db, asked.id, { outcome: "refused", words }, new Date());
    expect(await refused(" ")).toBe("reason-needed");
    expect(
      await answerTakeDown(
        office.db,
        second.device,
        { outcome: "not-ours", words: null },
        new Date(),
      ),
    ).toBe("no-request");
    await first.push([take(first, voiding, asked.id)]);
    expect(await listOpenTakeDowns(office.db)).toEqual([]);
    expect(await refused("ภาพไม่ใช่ของเรา")).toBe("no-request");
  });
});

describe("the purge", () => {
  const day = 24 * 60 * 60 * 1000;

  test("takes away what recognises people, here and in what is passed on, and no more", async () => {
    const one = take(first, optOut);
    const other = take(second, { ...optOut, marks: { ...optOut.marks, tag: "Z99" } });
    const given = take(first, handOver);
    const closed = first.capture(closing, { ...parts, capturedAt: new Date().toISOString() });
    await first.push([one, given, closed]);
    await second.push([other]);
    const { cursor } = await elsewhere.pull(0);
    const at = (days: number) => new Date(Date.now() + days * day);
    expect(await purgeExpired(office.db, at(6.9))).toBe(0);
    expect(await purgeExpired(office.db, at(7.1))).toBe(2);
    expect(await purgeExpired(office.db, at(7.2))).toBe(0);

    const { rows } = await sql<{ id: string; payload: string | null }>`
      SELECT id, payload FROM capture ORDER BY id`.execute(office.db);
    const kept = new Map(rows.map(({ id, payload }) => [id, payload !== null]));
    expect(Object.fromEntries(kept)).toEqual({
      [one.id]: false,
      [other.id]: false,
      [given.id]: true,
      [closed.id]: true,
    });
    const { rows: said } = await sql`SELECT value FROM change WHERE value LIKE '%Z99%'`.execute(
      office.db,
    );
    expect(said).toEqual([]);
    const { changes } = await elsewhere.pull(cursor);
    expect(changes.map(({ key }) => key).sort()).toEqual([one.id, other.id].sort());
    for (const { value } of changes) {
      expect(relayedCapture.parse(value).capture).toMatchObject({ payload: null, salt: null });
    }
    // What a device sends again was there before.
    expect((await first.push([one]))[0]?.verdict).toBe("duplicate");
  });

  test("takes the words of an answer with the request, and leaves that it was answered", async () => {
    const asked = take(first, takeDown);
    await first.push([asked]);
    const reply = { outcome: "taken-down", words: "คุณสมหญิง นำลงแล้ว" } as const;
    await answerTakeDown(office.db, asked.id, reply, new Date());
    expect(await purgeExpired(office.db, new Date(Date.now() + 8 * day))).toBe(1);
    expect((await fetchTopic(first, "take-down-answer")).get(asked.id)).toMatchObject({
      outcome: "taken-down",
      words: null,
    });
  });

  test("waits for what comes late, and takes it at the next round", async () => {
    const closed = first.capture(closing, { ...parts, capturedAt: new Date().toISOString() });
    await first.push([closed]);
    const later = new Date(Date.now() + 8 * day);
    expect(await purgeExpired(office.db, later)).toBe(0);
    await second.push([take(second, optOut)]);
    expect(await purgeExpired(office.db, later)).toBe(1);
  });
});
