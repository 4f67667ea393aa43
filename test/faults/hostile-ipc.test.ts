import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { procedures, type SignedIn } from "../../src/contract/ipc.ts";
import { procedureNames } from "../../src/contract/procedures.ts";
import { makeDispatch, RefusedCall } from "../../src/main/ipc/dispatch.ts";
import { type OpenDesk, openDesk } from "../../src/main/open-desk.ts";
import { deskTime, fillStore, makeFolder } from "../support/desk-store.ts";
import { inventStaff } from "../support/invented-staff.ts";
import { drawHostile } from "../support/schema-arbitrary.ts";
import { openKeyProtection } from "../support/synced-desk.ts";

const calls = 100_000;

const folder = makeFolder("hostile");
const reached: string[] = [];
let desk: OpenDesk;

/** Whatever of the shell a hostile call got to do. */
const reach = (what: string) => () => {
  reached.push(what);
  throw new Error(`${what} was reached`);
};

beforeAll(async () => {
  const opened = await openDesk({
    folder: folder.path,
    keyProtection: openKeyProtection,
    allowPlaintext: false,
    deviceName: "test",
    fetch: reach("fetch"),
    now: () => deskTime,
    monotonic: () => 0,
    random: randomBytes,
    schedule: () => () => {},
    report: () => {},
    reportBug: () => {},
    tell: () => {},
    appVersion: "0.0.0",
    readLog: reach("readLog"),
    readSystem: reach("readSystem"),
    readStoreSize: reach("readStoreSize"),
    saveText: reach("saveText"),
    openUpdater: () => null,
    isUnderPassphrase: () => false,
    reportKeysNotSealed: reach("reportKeysNotSealed"),
    reportUpdateFailed: reach("reportUpdateFailed"),
    onLocked: reach("onLocked"),
    noteCopied: reach("noteCopied"),
    readState: reach("readState"),
    setLanguage: reach("setLanguage"),
    quit: reach("quit"),
    printBoard: reach("printBoard"),
    saveBoardPdf: reach("saveBoardPdf"),
    printReceipt: reach("printReceipt"),
    saveReceiptPdf: reach("saveReceiptPdf"),
    openCopyWindow: reach("openCopyWindow"),
    openEventPictureWindow: reach("openEventPictureWindow"),
    chooseFolder: reach("chooseFolder"),
    chooseCourierFile: reach("chooseCourierFile"),
    chooseCourierPlace: reach("chooseCourierPlace"),
    onLeft: reach("onLeft"),
    leftover: { describe: () => [], remove: reach("remove"), forget: reach("forget") },
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  desk = opened.value;
  fillStore(desk.store, [inventStaff("mali"), inventStaff("somying")]);
});
afterAll(async () => {
  await desk.close();
  folder.remove();
});

const who = (staff: string, roles: SignedIn["roles"]): SignedIn => ({
  staff,
  name: { th: "ไม่มีใคร", en: "Nobody" },
  roles,
});
const callers = [
  null,
  who("mali", ["counter"]),
  who("mali", ["event"]),
  who("somying", ["manager"]),
];

/** Whether this caller, with input of the right form, would be let in. */
function mayCall(name: (typeof procedureNames)[number], caller: SignedIn | null): boolean {
  const wanted = procedures[name].callers;
  if (wanted === "anyone") return true;
  if (caller === null) return false;
  return wanted === "signed-in" || caller.roles.some((role) => wanted.includes(role as never));
}

it(`${calls.toLocaleString("en")} hostile calls are refused by the real desk, change nothing and are no bug`, async () => {
  const { store, handlers } = desk;
  const bugs: string[] = [];
  const worked: string[] = [];
  let caller: SignedIn | null = null;
  const dispatch = makeDispatch({
    handlers: () =>
      Object.fromEntries(
        Object.entries(handlers).map(([name, handle]) => [
          name,
          (...given: Parameters<typeof handle>) => {
            worked.push(name);
            return (handle as (...all: unknown[]) => unknown)(...given);
          },
        ]),
      ) as unknown as typeof handlers,
    caller: () => ({ signedIn: caller }),
    nameFailure: () => null,
    reportBug: (name) => bugs.push(name),
  });
  const look = () =>
    JSON.stringify([
      store.captures.last(),
      store.audit.end(),
      store.outbox.counts(),
      store.received.cursor(),
      store.device.readLanguage(),
    ]);
  const before = look();
  const counted = { refused: 0, "signed-out": 0, "not-your-role": 0 };
  const call = fc
    .constantFrom(...procedureNames)
    .chain((name) =>
      fc.tuple(fc.constant(name), fc.constantFrom(...callers), drawHostile(procedures[name].input)),
    );
  await fc.assert(
    fc.asyncProperty(call, async ([name, signedIn, input]) => {
      const isAllowed = mayCall(name, signedIn);
      // An honest call by chance is not what this is about.
      if (isAllowed && procedures[name].input.safeParse(input).success) return;
      caller = signedIn;
      const answer = await dispatch(name, input).catch((error: unknown) => error);
      if (isAllowed) {
        expect(answer).toBeInstanceOf(RefusedCall);
        counted.refused += 1;
      } else {
        const code = signedIn === null ? "signed-out" : "not-your-role";
        expect(answer).toEqual({ ok: false, failure: { code } });
        counted[code] += 1;
      }
    }),
    { numRuns: calls },
  );
  expect({ bugs, worked, reached }).toEqual({ bugs: [], worked: [], reached: [] });
  expect(look()).toBe(before);
  // Every way to be refused was taken many times.
  for (const count of Object.values(counted)) expect(count).toBeGreaterThan(calls / 20);
}, 300_000);

it("a name that is no procedure is refused, whatever it is", async () => {
  const dispatch = makeDispatch({
    handlers: () => desk.handlers,
    caller: () => ({ signedIn: who("somying", ["manager"]) }),
    nameFailure: () => null,
    reportBug: () => {},
  });
  for (const name of [
    "__proto__",
    "constructor",
    "toString",
    "valueOf",
    "",
    "desk.state ",
    "DESK.STATE",
  ]) {
    await expect(dispatch(name, undefined)).rejects.toBeInstanceOf(RefusedCall);
  }
  for (const name of [
    null,
    7,
    {},
    ["desk.state"],
    { toString: () => "desk.quit" },
    Symbol.iterator,
  ]) {
    await expect(dispatch(name, undefined)).rejects.toBeInstanceOf(RefusedCall);
  }
  expect(reached).toEqual([]);
});
