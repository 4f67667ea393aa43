import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { fillStore, makeFolder } from "../../test/support/desk-store.ts";
import { takeDecisions } from "../../test/support/filled-store.ts";
import { inventPhone } from "../../test/support/invented-people.ts";
import { hashPin, inventStaff } from "../../test/support/invented-staff.ts";
import { makeUnreachedShell } from "../../test/support/unreached-shell.ts";
import { keepDesk } from "./desk-keeper.ts";
import { makeDispatch } from "./ipc/dispatch.ts";
import { openKeptStore, storePath } from "./kept-store.ts";

const folder = makeFolder("desk-keeper");
const path = storePath(folder.path);
const pin = "135790";
const told: string[] = [];
const bugs: unknown[] = [];
let time = 0;

beforeAll(async () => {
  const shell = makeUnreachedShell();
  const opened = await openKeptStore({ ...shell, folder: folder.path, appVersion: "0.0.0" });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { store } = opened.value;
  fillStore(store, [inventStaff("mali", "bkk-siam", { pin: hashPin(pin) })]);
  takeDecisions(store, 0, 200);
  while (store.tidy());
  store.close();
});
afterAll(folder.remove);
afterEach(() => void vi.useRealTimers());
beforeEach(() => {
  told.length = 0;
  bugs.length = 0;
});

function keep(given: { folder?: string; isFirst?: boolean; fetch?: typeof fetch } = {}) {
  const desk = keepDesk({
    ...makeUnreachedShell(),
    folder: folder.path,
    isFirst: true,
    given: { address: null, code: null },
    developmentRuntime: false,
    quit: () => {},
    noteEnrolment: () => {},
    reportTrouble: (_, error) => bugs.push(error),
    monotonic: () => time,
    onLocked: () => told.push("locked"),
    tell: (topic) => told.push(topic),
    ...given,
  });
  const ask = makeDispatch({
    handlers: desk.handlers,
    caller: desk.caller,
    nameFailure: desk.nameFailure,
    reportBug: (_, error) => bugs.push(error),
  });
  return { desk, ask };
}

/** Turns over every bit from the third page on: what the desk has read already it still knows. Returns what was there. */
function damage(): Buffer {
  const whole = readFileSync(path);
  const bytes = Buffer.from(whole);
  for (let at = 8192; at < bytes.length; at += 1) bytes[at] = ~(bytes[at] ?? 0);
  writeFileSync(path, bytes);
  return whole;
}

it("leaves a store alone whose profile another process owns", async () => {
  const elsewhere = makeFolder("desk-keeper-second");
  const { desk, ask } = keep({ folder: elsewhere.path, isFirst: false });
  await desk.openOnce();
  expect(await ask("desk.state", undefined)).toMatchObject({
    value: { phase: { phase: "failed", failure: { code: "already-running" } } },
  });
  expect(existsSync(storePath(elsewhere.path))).toBe(false);
  elsewhere.remove();
});

it("tells of damage that shows at work by what fails, and takes the form away from nobody", async () => {
  const { desk, ask } = keep();
  await desk.openOnce();
  expect(await ask("session.signIn", { staff: "mali", pin })).toMatchObject({ ok: true });
  const whole = damage();
  const found = await ask("people.search", { text: inventPhone(77) });
  expect(found).toEqual({ ok: false, failure: { code: "store-damaged", path } });
  desk.watch();
  expect(desk.caller().signedIn).toMatchObject({ staff: "mali" });

  // Once they have gone, the screen says it, and asking again opens nothing: a disk that fails comes and goes.
  time += 3 * 60_000;
  desk.watch();
  expect(told.at(-1)).toBe("desk");
  for (const _ of ["at once", "tried again"]) {
    expect(await ask("desk.state", undefined)).toMatchObject({
      value: { phase: { phase: "failed", failure: { code: "store-damaged", path } } },
    });
    writeFileSync(path, whole);
  }
  expect(await ask("session.roster", undefined)).toEqual({
    ok: false,
    failure: { code: "store-damaged", path },
  });
  expect(bugs).toEqual([]);
});

it("ends although a request does not let go, and says so", async () => {
  const elsewhere = makeFolder("desk-keeper-stuck");
  const stuck = vi.fn(() => new Promise<Response>(() => undefined));
  const { desk, ask } = keep({ folder: elsewhere.path, fetch: stuck });
  await desk.openOnce();
  void ask("desk.enrol", { address: "http://127.0.0.1:9", code: "ABCD-EFGH-JKMN" });
  await vi.waitFor(() => expect(stuck).toHaveBeenCalled());
  vi.useFakeTimers();
  const closing = desk.close();
  await vi.advanceTimersByTimeAsync(5000);
  await closing;
  expect(bugs.map(String)).toEqual(["Error: not closed within 5000 ms"]);
  elsewhere.remove();
});
