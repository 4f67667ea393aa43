import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { syncPaths } from "../../src/contract/sync.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { ours, pass, standIn } from "../support/desk-behind-line.ts";
import { deskTime } from "../support/desk-store.ts";
import { type Fault, type FaultyLine, openFaultyLine } from "../support/faulty-line.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { openKeyProtection, openSyncedDesk, type SyncedDesk } from "../support/synced-desk.ts";

let headOffice: HeadOffice;
let line: FaultyLine;
let desk: SyncedDesk;

beforeAll(async () => {
  headOffice = await startTestHeadOffice({ now: () => new Date(deskTime) });
});
afterAll(() => headOffice.close());
beforeEach(async () => {
  line = await openFaultyLine(headOffice.address);
  desk = openSyncedDesk();
});
afterEach(async () => {
  await desk.close();
  await line.close();
});

const makeCode = () => headOffice.issueEnrolmentCode(testBranch);
const isEnrolled = () => desk.store.device.readEnrolment() !== null;

/** Faults for requests of one path in turn, the last one for all that follow. */
function treatPath(path: string, ...faults: Fault[]): void {
  let asked = 0;
  line.treat((request) => {
    if (request.path !== path) return pass;
    asked += 1;
    return faults[Math.min(asked, faults.length) - 1] ?? pass;
  });
}

test("a code makes a device, and the desk then has what it needs to work with no line", async () => {
  const enrolled = await desk.sync.enrol(line.address, await makeCode());
  expect(enrolled).toMatchObject({ ok: true, value: { id: testBranch } });
  expect(desk.store.received.readReference()?.notices.length).toBeGreaterThan(0);
  expect(desk.store.device.readEnrolment()).toMatchObject({ headOffice: line.address });
  expect(desk.changes.reference).toBeGreaterThan(0);
  expect(desk.sync.status()).toMatchObject({ trouble: null, lastSyncedAt: expect.any(String) });
});

test("hyphens and case of a code do not matter, and spaces around what is typed", async () => {
  const code = (await makeCode()).replaceAll("-", "").toLowerCase();
  expect((await desk.sync.enrol(` ${line.address}/ `, ` ${code} `)).ok).toBe(true);
});

test("what is stored of the key is what the system's protection gave", async () => {
  await desk.close();
  const protectedTexts: string[] = [];
  desk = openSyncedDesk({
    keyProtection: {
      ...openKeyProtection,
      async protect(text) {
        protectedTexts.push(text);
        return Buffer.from(`wrapped ${text}`);
      },
      reveal: async (wrapped) => wrapped.toString().replace("wrapped ", ""),
    },
  });
  expect((await desk.sync.enrol(line.address, await makeCode())).ok).toBe(true);
  const { protectedKey } = desk.store.device.readEnrolment() ?? {};
  expect(protectedKey?.toString()).toBe(`wrapped ${protectedTexts[0]}`);
});

test("with no protection for keys nothing is asked of head office", async () => {
  await desk.close();
  desk = openSyncedDesk({
    keyProtection: { ...openKeyProtection, isAvailable: async () => false },
  });
  const enrolled = await desk.sync.enrol(line.address, await makeCode());
  expect(enrolled).toEqual({ ok: false, failure: { code: "key-protection-missing" } });
  expect(line.log).toEqual([]);
});

test("a used, a wrong and an impossible code are refused, and the desk stays as it was", async () => {
  const code = await makeCode();
  const other = openSyncedDesk();
  expect((await other.sync.enrol(line.address, code)).ok).toBe(true);
  await other.close();
  for (const refused of [code, "0000-0000-0000", "7"]) {
    const enrolled = await desk.sync.enrol(line.address, refused);
    expect(enrolled).toEqual({ ok: false, failure: { code: "enrolment-code-refused" } });
  }
  expect(isEnrolled()).toBe(false);
});

test.each([
  ["a captive portal's page", standIn(200, "<html>Sign in</html>"), "not-head-office"],
  ["a captive portal's redirect", standIn(302, "", { location: "/login" }), "not-head-office"],
  ["another server", standIn(404, "no such page"), "not-head-office"],
  ["head office's mark on another form", standIn(200, '{"hello":1}', ours), "not-head-office"],
  ["a head office that wants a newer desk", standIn(426, "{}", ours), "versions-apart"],
  ["a head office with too much to do", standIn(429, ""), "head-office-busy"],
  ["a head office that fails", standIn(500, ""), "head-office-busy"],
  ["a line that is cut", { kind: "drop-request" }, "head-office-unreachable"],
] as const)(
  "%s: said as it is, and the code still works afterwards",
  async (_name, fault, code) => {
    const typed = await makeCode();
    treatPath(syncPaths.enrol, fault, pass);
    const refused = await desk.sync.enrol(line.address, typed);
    expect(refused).toEqual({ ok: false, failure: { code } });
    expect(isEnrolled()).toBe(false);
    expect((await desk.sync.enrol(line.address, typed)).ok).toBe(true);
  },
);

test("nobody at the address: unreachable", async () => {
  await line.cut();
  const enrolled = await desk.sync.enrol(line.address, await makeCode());
  expect(enrolled).toEqual({ ok: false, failure: { code: "head-office-unreachable" } });
});

test("an address that would send the code in the clear is not called", async () => {
  const enrolled = await desk.sync.enrol("http://consent.example", await makeCode());
  expect(enrolled).toEqual({ ok: false, failure: { code: "bad-address" } });
});

test("when the answer to a code was lost, the same code makes the same device", async () => {
  const code = await makeCode();
  treatPath(syncPaths.enrol, { kind: "drop-answer" }, pass);
  const lost = await desk.sync.enrol(line.address, code);
  expect(lost).toEqual({ ok: false, failure: { code: "head-office-unreachable" } });
  expect(isEnrolled()).toBe(false);
  expect((await desk.sync.enrol(line.address, code)).ok).toBe(true);
});

test("a desk that ended between the answer and its store is not enrolled, and asks for a new code", async () => {
  const code = await makeCode();
  treatPath(syncPaths.enrol, { kind: "drop-answer" }, pass);
  await desk.sync.enrol(line.address, code);
  await desk.close();
  // Another process has another key, so the used code says nothing to head office.
  desk = openSyncedDesk();
  const again = await desk.sync.enrol(line.address, code);
  expect(again).toEqual({ ok: false, failure: { code: "enrolment-code-refused" } });
  expect((await desk.sync.enrol(line.address, await makeCode())).ok).toBe(true);
});

test("when only the first pull failed, asking again pulls and needs no second code", async () => {
  treatPath(syncPaths.pull, standIn(500, ""), pass);
  const code = await makeCode();
  const first = await desk.sync.enrol(line.address, code);
  expect(first).toEqual({ ok: false, failure: { code: "head-office-busy" } });
  expect(isEnrolled()).toBe(true);
  desk.clock.pass(1_000);
  expect(await desk.sync.enrol(line.address, code)).toMatchObject({ ok: true });
});

test("a desk is enrolled once, however often the button is pressed", async () => {
  const code = await makeCode();
  const [one, two] = await Promise.all([
    desk.sync.enrol(line.address, code),
    desk.sync.enrol(line.address, code),
  ]);
  expect([one.ok, two.ok]).toEqual([true, true]);
  expect(line.log.filter((entry) => entry.path === syncPaths.enrol)).toHaveLength(1);
  const third = await desk.sync.enrol(line.address, await makeCode());
  expect(third).toEqual({ ok: false, failure: { code: "already-enrolled" } });
});
