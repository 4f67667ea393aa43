import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestHeadOffice } from "../../../test/support/head-office.ts";
import { makeAccount, openInbox, testPassword } from "../../../test/support/inbox-client.ts";
import { inboxProcedures } from "../../contract/inbox-api.ts";
import { findWait } from "../accounts/sign-in.ts";
import type { HeadOffice } from "../server.ts";

let at = new Date("2026-11-22T03:00:00.000Z");
const pass = (ms: number) => {
  at = new Date(at.getTime() + ms);
};
const minute = 60_000;
let headOffice: HeadOffice;

beforeAll(async () => {
  headOffice = await startTestHeadOffice({ now: () => at });
  await makeAccount(headOffice.db, "napa", "dpo");
  await makeAccount(headOffice.db, "krit", "viewer");
});
afterAll(() => headOffice.close());

const open = () => openInbox(headOffice.address);

test("a password is kept by scrypt alone, and a session by a hash of its token", async () => {
  const inbox = open();
  await inbox.signIn("napa");
  const { password } = await headOffice.db
    .selectFrom("account")
    .select("password")
    .where("sign_in", "=", "napa")
    .executeTakeFirstOrThrow();
  expect(JSON.parse(password)).toMatchObject({ N: 131_072, r: 8, p: 1 });
  expect(password).not.toContain(testPassword);
  const { cookie } = await inbox.send("session.signIn", { signIn: "napa", password: testPassword });
  const token = /yinyom_inbox=([^;]+)/.exec(cookie ?? "")?.[1] ?? "";
  expect(token).toHaveLength(43);
  const sessions = await headOffice.db.selectFrom("inbox_session").selectAll().execute();
  expect(JSON.stringify(sessions)).not.toContain(token);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  expect(cookie).toMatch(/Path=\/inbox/);
});

test("a request without this page's origin and header changes nothing, cookie or not", async () => {
  const inbox = open();
  await inbox.signIn("napa");
  for (const headers of [
    { origin: "https://elsewhere.example" },
    { "yinyom-inbox": "0" },
    { origin: "null" },
  ]) {
    const { status, body } = await inbox.send("session.signOut", {}, headers);
    expect([status, body]).toEqual([403, { error: "not-from-this-page" }]);
  }
  expect((await inbox.ask("session.current", {})).account?.signIn).toBe("napa");
});

test("a text with NUL in it, which the database cannot keep, is malformed", async () => {
  const inbox = open();
  await inbox.signIn("napa");
  const { status, body } = await inbox.send("cases.list", { search: "ก\0ข" });
  expect([status, body]).toEqual([400, { error: "malformed" }]);
});

test("a viewer is refused every procedure of the DPO's, before its input is looked at", async () => {
  const inbox = open();
  await inbox.signIn("krit");
  const forDpo = Object.entries(inboxProcedures).filter(([, one]) => one.callers === "dpo");
  expect(forDpo.length).toBeGreaterThan(10);
  for (const [name] of forDpo) {
    expect(await inbox.send(name, {}), name).toMatchObject({
      status: 403,
      body: { error: "not-your-role" },
    });
  }
  const signedOut = open();
  for (const [name, { callers }] of Object.entries(inboxProcedures)) {
    if (callers === "anyone") continue;
    expect(await signedOut.send(name, {}), name).toMatchObject({
      status: 401,
      body: { error: "signed-out" },
    });
  }
});

test("a session ends by signing out, by half an hour's rest, and after a working day", async () => {
  const current = async (inbox: ReturnType<typeof open>) =>
    (await inbox.ask("session.current", {})).account?.signIn ?? null;

  const left = open();
  await left.signIn("napa");
  await left.ask("session.signOut", {});
  expect(await current(left)).toBeNull();

  const idle = open();
  await idle.signIn("napa");
  pass(29 * minute);
  expect(await current(idle)).toBe("napa");
  pass(29 * minute);
  expect(await current(idle)).toBe("napa");
  pass(30 * minute);
  expect(await current(idle)).toBeNull();

  const busy = open();
  await busy.signIn("napa");
  for (let minutes = 0; minutes < 595; minutes += 25) {
    pass(25 * minute);
    if (minutes + 25 < 600) expect(await current(busy)).toBe("napa");
  }
  expect(await current(busy)).toBeNull();
});

test("five wrong tries slow an account down, also across a restart; the right password then waits too", async () => {
  const inbox = open();
  await makeAccount(headOffice.db, "kanya", "viewer");
  const sign = (password: string) => inbox.send("session.signIn", { signIn: "kanya", password });
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await sign("wrong")).body).toEqual({ error: "wrong-password" });
  }
  expect(await sign(testPassword)).toMatchObject({
    status: 429,
    body: { error: "slow-down", retryAfterSeconds: 30 },
  });
  // The count is the database's: another process on it would say the same.
  const row = await headOffice.db
    .selectFrom("account")
    .selectAll()
    .where("sign_in", "=", "kanya")
    .executeTakeFirstOrThrow();
  expect(row.wrong_tries).toBe(5);
  pass(30_000);
  expect((await sign("wrong")).status).toBe(403);
  expect((await sign(testPassword)).body).toMatchObject({ retryAfterSeconds: 60 });
  pass(60_000);
  expect((await sign(testPassword)).status).toBe(200);
  expect((await sign("wrong")).body).toEqual({ error: "wrong-password" });
});

test("many tries at once are many tries", async () => {
  await makeAccount(headOffice.db, "prasert", "viewer");
  const answers = await Promise.all(
    Array.from({ length: 9 }, () =>
      open().send("session.signIn", { signIn: "prasert", password: "wrong" }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429, 429, 429]);
});

test("a name that nobody has is answered as one that somebody has", async () => {
  const inbox = open();
  const sign = () => inbox.send("session.signIn", { signIn: "nobody", password: "wrong" });
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await sign()).body).toEqual({ error: "wrong-password" });
  }
  expect((await sign()).body).toEqual({ error: "slow-down", retryAfterSeconds: 30 });
});

test("waiting grows from the fifth try on, to a quarter of an hour and no further", () => {
  expect([1, 4, 5, 6, 7].map(findWait)).toEqual([0, 0, 30, 60, 120]);
  expect(findWait(50)).toBe(900);
});

test("another password ends the other sessions, and an account that is closed ends all of its own", async () => {
  const id = await makeAccount(headOffice.db, "mali", "viewer");
  const [one, other, dpo] = [open(), open(), open()];
  await one.signIn("mali");
  await other.signIn("mali");
  await dpo.signIn("napa");
  await one.ask("session.changePassword", { old: testPassword, next: "a garden of orchids" });
  expect((await one.ask("session.current", {})).account).not.toBeNull();
  expect((await other.ask("session.current", {})).account).toBeNull();
  await dpo.ask("accounts.setDisabled", { id, disabled: true });
  expect((await one.ask("session.current", {})).account).toBeNull();
  expect(
    await one.refused("session.signIn", { signIn: "mali", password: "a garden of orchids" }),
  ).toBe("wrong-password");
});

test("the last DPO cannot be closed", async () => {
  const dpo = open();
  await dpo.signIn("napa");
  const { accounts } = await dpo.ask("accounts.list", {});
  const napa = accounts.find(({ signIn }) => signIn === "napa");
  expect(await dpo.refused("accounts.setDisabled", { id: napa?.id ?? "", disabled: true })).toBe(
    "last-dpo",
  );
});
