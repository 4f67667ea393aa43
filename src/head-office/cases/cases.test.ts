import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enrolTestDevice, type TestDevice } from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { type InboxClient, makeAccount, openInbox } from "../../../test/support/inbox-client.ts";
import {
  access,
  correction,
  handOver,
  kanda,
  letter,
  questionAnswer,
  voiding,
} from "../../captures/rights-request/example-requests.ts";
import type { PublishedCase } from "../../contract/case.ts";
import type { Envelope, EnvelopeHeader } from "../../contract/envelope.ts";
import type { NextStep } from "../../contract/inbox-case-procedures.ts";
import type { HeadOffice } from "../server.ts";
import { catchUpCases } from "./catch-up.ts";

const start = Date.parse("2026-11-22T03:00:00.000Z");
const day = 24 * 60 * 60 * 1000;
let at: number;
let office: HeadOffice;
let device: TestDevice;
let inbox: InboxClient;

beforeEach(async () => {
  at = start;
  office = await startTestHeadOffice({ now: () => new Date(at) });
  await makeAccount(office.db, "napa", "dpo");
  inbox = openInbox(office.address);
  await inbox.signIn("napa");
  device = await enrolTestDevice(office.address, await office.issueEnrolmentCode(testBranch));
});
afterEach(() => office.close());

const take = (payload: unknown, parts: Partial<EnvelopeHeader> = {}): Envelope =>
  device.capture(payload, { kind: "rights-request", clockOffsetMs: 0, ...parts });
const push = (items: Envelope[]) => device.push(items, { sentAt: at });

/** What the branch is told of a case. */
async function told(id: string): Promise<PublishedCase | null | undefined> {
  const answer = await device.send("/v1/pull", { cursor: 0 }, { sentAt: at });
  const { changes } = answer.body as { changes: { topic: string; key: string; value: unknown }[] };
  const found = changes.find(({ topic, key }) => topic === "case" && key === id);
  return found?.value as PublishedCase | null | undefined;
}

test("a request becomes a case with thirty days, told to its branch alone, and found by its contacts", async () => {
  const first = take(access);
  await push([first]);
  const { cases } = await inbox.ask("cases.list", { search: "" });
  expect(cases).toMatchObject([
    { id: first.id, right: "access", person: kanda.name, daysLeft: 30, dueOn: "2026-12-22" },
  ]);
  expect(await told(first.id)).toMatchObject({ branch: testBranch, identitySeen: true, log: [] });
  const elsewhere = await enrolTestDevice(
    office.address,
    await office.issueEnrolmentCode("hat-yai"),
  );
  const answer = await elsewhere.send("/v1/pull", { cursor: 0 }, { sentAt: at });
  expect(JSON.stringify(answer.body)).not.toContain(kanda.name);
  for (const search of ["กานดา", "081 555 0101", cases[0]?.number ?? "", "5550101"]) {
    expect((await inbox.ask("cases.list", { search })).cases, search).toHaveLength(1);
  }
  for (const search of ["%", "_", "nobody"]) {
    expect((await inbox.ask("cases.list", { search })).cases, search).toHaveLength(0);
  }
});

test("the same captures again, in any order, change nothing", async () => {
  const first = take(access);
  const corrected = take(correction, { amends: first.id });
  await push([corrected]);
  expect((await inbox.ask("cases.list", { search: "" })).cases).toEqual([]);
  await push([first]);
  const before = await inbox.ask("cases.read", { id: first.id });
  expect(before.captures).toHaveLength(2);
  await push([corrected, first]);
  expect(await inbox.ask("cases.read", { id: first.id })).toEqual(before);
  expect((await inbox.ask("cases.list", { search: "5550102" })).cases).toHaveLength(1);
});

test("a question goes to the shop, the answer comes back, and the log tells both once", async () => {
  const first = take(access);
  await push([first]);
  const { taken } = await inbox.ask("cases.step", {
    id: first.id,
    next: { step: "ask-shop", words: "Which shop was it?" },
  });
  const question = taken.step === "ask-shop" ? taken.question : "";
  expect((await told(first.id))?.log).toMatchObject([{ step: "ask-shop", by: "napa (invented)" }]);
  const answer = take({ ...questionAnswer, case: first.id, question });
  await push([answer]);
  await push([answer]);
  expect((await told(first.id))?.log.map(({ step }) => step)).toEqual([
    "ask-shop",
    "shop-answered",
  ]);
  const other = take({ ...questionAnswer, case: first.id, question: randomUUID() });
  await push([other]);
  expect((await told(first.id))?.log).toHaveLength(2);
});

test("nothing is done without an identity check and nothing refused without a reason", async () => {
  const first = take({ ...access, identity: { how: "later" } });
  await push([first]);
  const finish = { step: "finish", answeredBy: "email", words: "sent" } as const;
  const step = (next: NextStep) => inbox.send("cases.step", { id: first.id, next });
  expect(await step(finish)).toMatchObject({
    status: 409,
    body: { error: "case-step", fault: "identity-not-checked" },
  });
  expect((await step({ step: "refuse", reason: "other", words: " " })).body).toMatchObject({
    fault: "reason-missing",
  });
  await step({ step: "confirm-identity", proof: "papers-sent" });
  expect((await step(finish)).status).toBe(200);
  expect((await step(finish)).body).toMatchObject({ fault: "case-closed" });
  const { actions } = await inbox.ask("actions.list", { before: null });
  const steps = actions.filter(({ action }) => action === "case-step");
  expect(steps.map(({ about }) => about.step)).toEqual(["finish", "confirm-identity"]);
  expect(JSON.stringify(actions)).not.toContain("sent");
});

test("a pause stops the clock and loses no day; an extension adds its own", async () => {
  const first = take(access);
  await push([first]);
  const step = (next: NextStep) => inbox.ask("cases.step", { id: first.id, next });
  const left = async () => (await inbox.ask("cases.list", { search: "" })).cases[0]?.daysLeft;
  at = start + 10 * day;
  await inbox.signIn("napa");
  await step({ step: "wait", reason: "which-data", words: "Which receipts?" });
  at = start + 25 * day;
  await inbox.signIn("napa");
  expect(await left()).toBe(20);
  await step({ step: "resume" });
  await step({ step: "extend", days: 30, letter: "letter of today" });
  expect(await left()).toBe(50);
});

test("a hand-over at the shop ends in the log, and a voided case leaves the branch", async () => {
  const first = take(access);
  await push([first]);
  await inbox.ask("cases.step", {
    id: first.id,
    next: { step: "finish", answeredBy: "shop", words: "printed" },
  });
  const fetched = take({ ...handOver, case: first.id });
  await push([fetched]);
  expect((await told(first.id))?.log.at(-1)).toMatchObject({
    step: "hand-over",
    capture: fetched.id,
    receiver: kanda.name,
  });
  const second = take(letter);
  await push([second, take(voiding, { amends: second.id })]);
  expect(await told(second.id)).toBeNull();
  expect((await inbox.ask("cases.list", { search: "" })).cases).toHaveLength(1);
});

test("however many are closed, one that is open is listed", async () => {
  const first = take(access);
  await push([first]);
  const kept = await office.db.selectFrom("rights_case").selectAll().executeTakeFirstOrThrow();
  const finish = { at: new Date(at).toISOString(), by: "DPO", step: "finish", answeredBy: "post" };
  const closed = Array.from({ length: 2001 }, () => {
    const id = uuidv7();
    const log = [{ ...finish, words: "" }];
    const published = JSON.stringify({ ...JSON.parse(kept.published), id, log });
    return { ...kept, id, published };
  });
  await office.db.insertInto("rights_case").values(closed).execute();
  const { cases, more } = await inbox.ask("cases.list", { search: "" });
  expect(more).toBe(true);
  expect(cases[0]?.id).toBe(first.id);
  await inbox.ask("cases.step", {
    id: first.id,
    next: { step: "ask-shop", words: '"step":"finish"' },
  });
  expect((await inbox.ask("cases.list", { search: "" })).cases[0]?.id).toBe(first.id);
});

test("requests that an older head office kept unread are filed at the next start", async () => {
  const first = take(access);
  await push([first]);
  await office.db.deleteFrom("case_capture").execute();
  await office.db.deleteFrom("rights_case").execute();
  await catchUpCases(office.db, new Date(at));
  expect((await inbox.ask("cases.list", { search: "" })).cases).toHaveLength(1);
});
