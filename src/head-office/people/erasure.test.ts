import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder } from "../../../test/support/desk-store.ts";
import { enrolTestDevice, type TestDevice } from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { type InboxClient, makeAccount, openInbox } from "../../../test/support/inbox-client.ts";
import { consent as photoConsent } from "../../captures/event-photo-opt-out/example-acts.ts";
import { closing, seenRefund } from "../../captures/id-copy/example-acts.ts";
import { decision } from "../../captures/marketing-consent/example-acts.ts";
import { access, kanda } from "../../captures/rights-request/example-requests.ts";
import { readDeviceChain } from "../device-chain.ts";
import type { HeadOffice } from "../server.ts";

let folder: ReturnType<typeof makeFolder>;
let office: HeadOffice;
let inbox: InboxClient;
let device: TestDevice;
let elsewhere: TestDevice;

beforeEach(async () => {
  folder = makeFolder("erasure");
  office = await startTestHeadOffice({ directory: folder.path });
  await makeAccount(office.db, "napa", "dpo");
  inbox = openInbox(office.address);
  await inbox.signIn("napa");
  const enrol = async (branch: string) =>
    enrolTestDevice(office.address, await office.issueEnrolmentCode(branch));
  device = await enrol(testBranch);
  elsewhere = await enrol("hat-yai");
});
afterEach(async () => {
  await office.close().catch(() => undefined);
  folder.remove();
});

const ownIdElsewhere = "019a0000-0000-7000-8000-000000000099";
const consent = (subject: object, name = "กานดา ทองดี") => ({
  ...decision,
  subject: { ...decision.subject, ...subject, name },
});

const refundOf = (name: string) => ({
  ...seenRefund,
  subject: { ...seenRefund.subject, id: uuidv7(), name },
});

/** Every file under a folder that holds these bytes, in either of the ways a database keeps text. */
function findBytes(path: string, text: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(Buffer.from(text)));
}

async function settle() {
  const request = device.capture(
    { ...access, right: "erasure", reason: "no-longer-needed" },
    { kind: "rights-request", clockOffsetMs: 0 },
  );
  const here = device.capture(
    consent({ id: kanda.id, contacts: { ...decision.subject?.contacts, phone: kanda.phone } }),
  );
  await device.push([request, here]);
  const there = elsewhere.capture(
    consent({
      id: ownIdElsewhere,
      contacts: { ...decision.subject?.contacts, phone: kanda.phone },
    }),
  );
  // Of the same id there, and by no other way to be found.
  const alone = elsewhere.capture(
    consent({ id: ownIdElsewhere, contacts: { ...decision.subject?.contacts, phone: null } }),
  );
  const other = elsewhere.capture(
    consent({ id: "019a0000-0000-7000-8000-000000000055" }, "สมชาย ดีเลิศ"),
  );
  await elsewhere.push([there, alone, other]);
  return { request, here, there, alone, other };
}

test("all on a person is gathered over branches, by whom each desk knows them as, and it is written down", async () => {
  const { request, here, there, alone } = await settle();
  // A refund and a picture's consent bear a name, and nothing else to know anybody by.
  const refund = elsewhere.capture(refundOf(" กานดา  ทองดี"), { kind: "id-copy" });
  const closed = elsewhere.capture(closing, { kind: "id-copy", amends: refund.id });
  const picture = elsewhere.capture(
    { ...photoConsent, name: kanda.name },
    { kind: "event-photo-opt-out" },
  );
  const longer = elsewhere.capture(refundOf("กานดา ทองดีมาก"), { kind: "id-copy" });
  await elsewhere.push([refund, closed, picture, longer]);
  const { records } = await inbox.ask("people.gather", { case: request.id });
  expect(new Set(records.map(({ capture }) => capture.header.id))).toEqual(
    new Set([request, here, there, alone, refund, closed, picture].map(({ id }) => id)),
  );
  const reasons = new Map(records.map((one) => [one.capture.header.id, one.matchedBy]));
  expect(reasons.get(there.id)).toEqual(["same-person", "phone", "name"]);
  expect(reasons.get(alone.id)).toEqual(["same-person", "name"]);
  expect(reasons.get(refund.id)).toEqual(["name"]);
  expect(reasons.get(closed.id)).toEqual(["name", "amends"]);
  expect(reasons.get(picture.id)).toEqual(["name"]);
  const { actions } = await inbox.ask("actions.list", { before: null });
  expect(actions[0]).toMatchObject({ action: "person-gathered", about: { case: request.id } });
});

test("after an erasure the name and the phone are in no file of head office's, and the chains hold", async () => {
  const { request, other } = await settle();
  await inbox.ask("cases.step", {
    id: request.id,
    next: { step: "refuse", reason: "other", words: `${kanda.name}, not yet` },
  });
  const { records } = await inbox.ask("people.gather", { case: request.id });
  const captures = records.map(({ capture }) => capture.header.id);
  // Or the search below would prove nothing.
  expect(findBytes(folder.path, kanda.name)).not.toEqual([]);
  expect(
    await inbox.refused("people.erase", { case: request.id, captures: [other.id], stays: [] }),
  ).toBe("not-found");
  expect(await inbox.ask("people.erase", { case: request.id, captures, stays: [] })).toEqual({
    erased: 4,
    scrubbed: true,
  });
  for (const one of [device, elsewhere]) {
    const { changes } = await one.pull(0);
    const sent = changes.find(({ topic }) => topic === "erasure");
    expect(sent?.value).toEqual({ captures });
    expect(JSON.stringify(changes)).not.toContain(kanda.name);
    const chain = await readDeviceChain(office.db, one.device);
    expect([chain.gaps, chain.broken]).toEqual([[], []]);
  }
  const { published } = await inbox.ask("cases.read", { id: request.id });
  expect(published.log.at(-1)).toMatchObject({ step: "refuse", reason: "other" });
  expect((await inbox.ask("cases.list", { search: "" })).cases[0]).toMatchObject({
    state: "refused",
    person: null,
  });
  const { actions, whole } = await inbox.ask("actions.list", { before: null });
  expect(whole).toBe(true);
  expect(actions.slice(0, 2).map(({ action }) => action)).toEqual([
    "traces-removed",
    "person-erased",
  ]);
  expect(findBytes(folder.path, kanda.name)).toEqual([]);
  expect(findBytes(folder.path, kanda.phone ?? "")).toEqual([]);
  expect(findBytes(folder.path, "สมชาย ดีเลิศ")).not.toEqual([]);
  await office.close();
  expect(findBytes(folder.path, kanda.name)).toEqual([]);
});

test("a restriction names the person by every id that desks know them by, until it ends", async () => {
  const { request } = await settle();
  const bearsTheName = elsewhere.capture(refundOf(kanda.name), { kind: "id-copy" });
  await elsewhere.push([bearsTheName]);
  const told = async () =>
    (await elsewhere.pull(0)).changes.find(({ topic }) => topic === "restriction")?.value;
  await inbox.ask("people.setRestricted", { case: request.id, restricted: true });
  expect(await told()).toMatchObject({ subjects: [kanda.id, ownIdElsewhere] });
  await inbox.ask("people.setRestricted", { case: request.id, restricted: false });
  expect(await told()).toBeNull();
});
