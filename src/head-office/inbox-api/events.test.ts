import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enrolTestDevice, type TestDevice } from "../../../test/support/device-client.ts";
import { listEventPublications } from "../../../test/support/event-captures.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { type InboxClient, makeAccount, openInbox } from "../../../test/support/inbox-client.ts";
import {
  optOut,
  startEvent,
  takeDown,
  takeDownPicture,
  voiding,
} from "../../captures/event-photo-opt-out/example-acts.ts";
import type { EventDraft } from "../../contract/inbox-event-procedures.ts";
import type { HeadOffice } from "../server.ts";

let headOffice: HeadOffice;
let dpo: InboxClient;
let viewer: InboxClient;
let device: TestDevice;
let elsewhere: TestDevice;

beforeAll(async () => {
  headOffice = await startTestHeadOffice({ publications: listEventPublications() });
  await makeAccount(headOffice.db, "napa", "dpo");
  await makeAccount(headOffice.db, "krit", "viewer");
  dpo = openInbox(headOffice.address);
  viewer = openInbox(headOffice.address);
  await dpo.signIn("napa");
  await viewer.signIn("krit");
  const enrol = async (branch: string) =>
    enrolTestDevice(headOffice.address, await headOffice.issueEnrolmentCode(branch));
  device = await enrol(testBranch);
  elsewhere = await enrol("hat-yai");
});
afterAll(() => headOffice.close());

const take = (payload: unknown, amends: string | null = null) =>
  device.capture(payload, { kind: "event-photo-opt-out", staff: "ploy", amends });

/** What a device is told about one thing, by a pull of everything. */
async function pulled(topic: string, key: string, by = device): Promise<unknown> {
  const { changes } = await by.pull(0);
  return changes.find((one) => one.topic === topic && one.key === key)?.value;
}

/** The newest line of the log. */
async function lastAction() {
  const { actions } = await dpo.ask("actions.list", { before: null });
  return actions[0];
}

const { id } = startEvent.plan;
const draft: EventDraft = {
  ...startEvent.plan,
  id: "lantern-walk",
  name: { th: "เดินชมโคม (สมมติ)", en: "Lantern walk (invented)" },
  branches: [testBranch],
};

describe("an event", () => {
  test("that a manager started is confirmed as it is, and its desks are told", async () => {
    await device.push([take(startEvent)]);
    expect(await viewer.refused("events.confirm", { id })).toBe("not-your-role");
    expect(await pulled("event", id)).toMatchObject({ status: "proposed" });
    await dpo.ask("events.confirm", { id });
    expect(await pulled("event", id)).toEqual({
      ...startEvent.plan,
      status: "confirmed",
      closedAt: null,
      branches: [testBranch],
    });
    expect(await lastAction()).toMatchObject({
      action: "event-confirmed",
      about: { event: id },
      by: "napa (invented)",
    });
    expect(await dpo.refused("events.confirm", { id: "nowhere" })).toBe("not-found");
    expect(await lastAction()).toMatchObject({ about: { event: id } });
  });

  test("gives its captures to a branch that is added, and keeps how it stands", async () => {
    const one = take({ ...optOut, event: id, marks: { ...optOut.marks, zone: null } });
    await device.push([one]);
    expect(await pulled("event-capture", one.id, elsewhere)).toBeUndefined();
    const changed = { ...startEvent.plan, branches: [testBranch, "hat-yai"] };
    expect(await viewer.refused("events.save", changed)).toBe("not-your-role");
    await dpo.ask("events.save", changed);
    expect(await pulled("event-capture", one.id, elsewhere)).toMatchObject({ event: id });
    await dpo.ask("events.close", { id });
    expect(await dpo.refused("events.close", { id })).toBe("not-found");
    await dpo.ask("events.save", changed);
    const { events } = await viewer.ask("reference.read", {});
    const known = events.find((event) => event.id === id);
    expect(known?.status).toBe("closed");
    expect(known?.closedAt).not.toBeNull();
  });

  test("is planned for branches and a notice that are known, on days in order", async () => {
    await dpo.ask("events.save", draft);
    expect(await pulled("event", draft.id, elsewhere)).toEqual({
      ...draft,
      status: "confirmed",
      closedAt: null,
    });
    expect(await lastAction()).toMatchObject({ action: "event-saved", about: { event: draft.id } });
    expect(await dpo.refused("events.save", { ...draft, branches: ["atlantis"] })).toBe(
      "not-found",
    );
    expect(await dpo.refused("events.save", { ...draft, notice: "unwritten" })).toBe("not-found");
    const days = ["2026-12-02", "2026-12-01"];
    expect(await dpo.refused("events.save", { ...draft, days })).toBe("malformed");
  });

  test("is purged after the days that are set", async () => {
    await dpo.ask("retention.save", { copyDays: null, eventDays: 11, deskDays: 45 });
    expect(await pulled("event-settings", "settings")).toMatchObject({ purgeAfterDays: 11 });
    expect(await pulled("desk-retention", "desk-retention")).toEqual({ days: 45 });
  });
});

describe("a request to take a picture down", () => {
  test("shows where it was seen, its picture and contact, and is answered for the shop", async () => {
    const asked = take({ ...takeDown, contact: null });
    const where = "หน้าร้าน โปสเตอร์ใหญ่";
    const pictured = take({ ...takeDown, seen: { address: null, picture: true, where } });
    await device.push([asked, pictured, take(takeDownPicture, pictured.id)]);
    const { open, answered } = await viewer.ask("takeDowns.list", {});
    expect(answered).toEqual([]);
    const find = (capture: string) => open.find((one) => one.capture === capture);
    expect(find(asked.id)).toMatchObject({
      event: takeDown.event,
      branch: testBranch,
      outcome: null,
      asked: { address: takeDown.seen.address, where: null, contact: null },
      picture: "none",
    });
    expect(find(pictured.id)).toMatchObject({
      asked: { address: null, where, contact: "+66812345678" },
      picture: "coming",
      pictureCapture: null,
    });

    const refusal = { capture: asked.id, outcome: "refused" as const };
    const words = "ภาพนี้ถ่ายโดยผู้อื่น เราลบให้ไม่ได้";
    expect(await viewer.refused("takeDowns.answer", { ...refusal, words })).toBe("not-your-role");
    expect(await dpo.refused("takeDowns.answer", { ...refusal, words: "  " })).toBe(
      "reason-needed",
    );
    expect(await pulled("take-down-answer", asked.id)).toBeUndefined();
    await dpo.ask("takeDowns.answer", { ...refusal, words });
    expect(await pulled("take-down-answer", asked.id)).toMatchObject({ outcome: "refused", words });
    const line = await lastAction();
    expect(line).toMatchObject({
      action: "take-down-answered",
      about: { request: asked.id, outcome: "refused" },
    });
    expect(JSON.stringify(line)).not.toContain(words);

    await dpo.ask("takeDowns.answer", { capture: pictured.id, outcome: "in-work", words: "" });
    const after = await dpo.ask("takeDowns.list", {});
    expect(after.open.map((one) => [one.capture, one.outcome])).toEqual([[pictured.id, "in-work"]]);
    expect(after.answered).toMatchObject([{ capture: asked.id, outcome: "refused", words }]);
  });

  test("may come with an opt-out, with no place noted", async () => {
    const asked = take({ ...optOut, wish: "take-down" });
    await device.push([asked]);
    const { open } = await dpo.ask("takeDowns.list", {});
    expect(open.find((one) => one.capture === asked.id)).toMatchObject({
      asked: { address: null, where: null, saidBy: optOut.saidBy, marks: optOut.marks },
    });
  });

  test("that was taken back is answered no more", async () => {
    const asked = take(takeDown);
    await device.push([asked]);
    await device.push([take(voiding, asked.id)]);
    const reply = { capture: asked.id, outcome: "taken-down" as const, words: "" };
    expect(await dpo.refused("takeDowns.answer", reply)).toBe("not-found");
    const { answered } = await dpo.ask("takeDowns.list", {});
    expect(answered.find((one) => one.capture === asked.id)).toMatchObject({
      outcome: "taken-back",
      picture: "none",
    });
  });
});

test("the API's description tells of them", async () => {
  const response = await fetch(`${headOffice.address}/openapi.json`);
  expect(await response.text()).toContain("/inbox/api/takeDowns.answer");
});
