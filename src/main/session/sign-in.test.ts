import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { deskTime, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { hashPin, inventStaff } from "../../../test/support/invented-staff.ts";
import type { StaffMember } from "../../contract/reference.ts";
import { makeSessionProcedures } from "../ipc/session-procedures.ts";
import type { Store } from "../store/open-store.ts";
import { matchesPin } from "./pin-hash.ts";
import { readRoster, unlock, wrongTriesAllowed } from "./roster.ts";
import { makeSession } from "./session.ts";
import { signIn } from "./sign-in.ts";
import { makeVouching } from "./vouching.ts";

const folder = makeFolder("sign-in");
afterAll(folder.remove);

const right = "135790";
const wrong = "246802";
/** Hashed once: scrypt at this cost takes a third of a second. */
const pin = hashPin(right);
const malee = inventStaff("malee", "bkk-siam", { pin });
const boss = inventStaff("wanida", "bkk-siam", { pin, roles: ["manager"] });
const elsewhere = inventStaff("ton", "hat-yai", { pin });

let count = 0;
let path = "";
let key: Buffer;
let store: Store;
let now = deskTime;
beforeEach(() => {
  count += 1;
  now = deskTime;
  path = join(folder.path, `desk-${count}.db`);
  ({ store, key } = openDesk({ path, staff: [malee, boss, elsewhere] }));
});
afterEach(() => store.close());

/** Compares in place of scrypt where the cost does not matter; the one real check is below. */
const quick = async (typed: string) => typed === right;

function trySignIn(typed: string, staff = "malee") {
  return signIn({ store, now: () => now, matches: quick }, { staff, pin: typed });
}

function restart(): void {
  store.close();
  ({ store } = openDesk({ path, key, now: () => now }));
}

function publish(person: StaffMember): void {
  store.received.applyChanges([{ topic: "staff", key: person.id, value: person }], 100);
}

describe("signing in", () => {
  it("takes the PIN that was hashed with scrypt, and no other", async () => {
    expect(await matchesPin(right, pin)).toBe(true);
    expect(await matchesPin(wrong, pin)).toBe(false);
    const result = await signIn({ store, now: () => now }, { staff: "malee", pin: right });
    expect(result).toEqual({
      ok: true,
      value: { staff: "malee", name: malee.name, roles: ["counter"] },
    });
  });

  it("leaves the thread that the windows wait for free while a PIN is compared", async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await matchesPin(wrong, pin);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it("knows the people of this branch only", async () => {
    expect(await trySignIn(right, "ton")).toMatchObject({ failure: { code: "not-found" } });
    expect(await trySignIn(right, "nobody")).toMatchObject({ failure: { code: "not-found" } });
    expect(readRoster(store).map(({ staff }) => staff)).toEqual(["malee", "wanida"]);
  });

  it("counts wrong PINs down and locks after the tenth", async () => {
    for (let left = wrongTriesAllowed - 1; left > 0; left -= 1) {
      expect(await trySignIn(wrong)).toEqual({
        ok: false,
        failure: { code: "wrong-pin", triesLeft: left },
      });
    }
    expect(await trySignIn(wrong)).toMatchObject({ failure: { code: "person-locked" } });
    expect(await trySignIn(right)).toMatchObject({ failure: { code: "person-locked" } });
    expect(readRoster(store).map(({ staff, locked }) => [staff, locked])).toEqual([
      ["malee", true],
      ["wanida", false],
    ]);
    expect((await trySignIn(right, "wanida")).ok).toBe(true);
  });

  it("begins the count anew after a right PIN", async () => {
    for (let tries = 1; tries < wrongTriesAllowed; tries += 1) await trySignIn(wrong);
    expect((await trySignIn(right)).ok).toBe(true);
    expect(await trySignIn(wrong)).toMatchObject({ failure: { triesLeft: wrongTriesAllowed - 1 } });
  });

  it("keeps the count over restarts and changes of the clock", async () => {
    for (let tries = 0; tries < wrongTriesAllowed; tries += 1) {
      await trySignIn(wrong);
      now += (tries % 2 === 0 ? 1 : -1) * 400 * 24 * 3_600_000;
      restart();
    }
    expect(await trySignIn(right)).toMatchObject({ failure: { code: "person-locked" } });
  });

  it("counts a try before the PIN is looked at, so that many at once gain nothing", async () => {
    const tried: string[] = [];
    const slow = async (typed: string) => {
      tried.push(typed);
      await new Promise((resolve) => setImmediate(resolve));
      return typed === right;
    };
    const results = await Promise.all(
      Array.from({ length: 40 }, () =>
        signIn({ store, now: () => now, matches: slow }, { staff: "malee", pin: wrong }),
      ),
    );
    expect(tried).toHaveLength(wrongTriesAllowed);
    expect(results.every(({ ok }) => !ok)).toBe(true);
  });

  it("has counted the try when the desk is cut off while the PIN is being checked", async () => {
    const never = () => new Promise<boolean>(() => {});
    void signIn({ store, now: () => now, matches: never }, { staff: "malee", pin: right });
    restart();
    expect(await trySignIn(wrong)).toMatchObject({ failure: { triesLeft: wrongTriesAllowed - 2 } });
  });
});

describe("unlocking", () => {
  beforeEach(async () => {
    for (let tries = 0; tries < wrongTriesAllowed; tries += 1) await trySignIn(wrong);
  });

  it("by a manager lets the person try again, and is written down", async () => {
    expect(unlock({ store, now: () => now }, "wanida", "malee").ok).toBe(true);
    expect((await trySignIn(right)).ok).toBe(true);
    expect(
      store.audit.list(20).map(({ staff, action, subject }) => [staff, action, subject]),
    ).toEqual([
      ["malee", "sign-in", "malee"],
      ["wanida", "unlock", "malee"],
      [null, "locked-by-tries", "malee"],
      ...Array.from({ length: wrongTriesAllowed - 1 }, () => [null, "wrong-pin", "malee"]),
    ]);
  });

  it("by head office works through a new version of the PIN", async () => {
    publish({ ...malee, pinVersion: 2 });
    expect(readRoster(store)[0]?.locked).toBe(false);
    expect(await trySignIn(wrong)).toMatchObject({ failure: { triesLeft: wrongTriesAllowed - 1 } });
    expect((await trySignIn(right)).ok).toBe(true);
  });

  it("is not possible for someone who is not here", () => {
    expect(unlock({ store, now: () => now }, "wanida", "ton")).toMatchObject({
      failure: { code: "not-found" },
    });
  });
});

describe("standing behind a save with a PIN", () => {
  const session = () => makeSession({ monotonic: () => 0, idleMinutes: () => 3 });
  const request = "019a0000-0000-4000-8000-000000000001";

  it("is noted for that save, tried and counted as a sign-in is, and signs nobody in", async () => {
    const vouching = makeVouching(() => 0);
    const own = session();
    const procedures = makeSessionProcedures({
      store,
      session: own,
      vouching,
      now: () => now,
      matches: quick,
      noteCopied: () => {},
      onSessionChanged: () => {
        throw new Error("somebody was signed in");
      },
    });
    const vouch = (typed: string) =>
      procedures["session.vouch"]({ request, staff: "wanida", pin: typed }, null);
    expect(await vouch(wrong)).toMatchObject({ ok: false, failure: { code: "wrong-pin" } });
    expect(vouching.list(request)).toEqual([]);
    expect((await vouch(right)).ok).toBe(true);
    expect(vouching.list(request)).toEqual([{ staff: "wanida", roles: ["manager"] }]);
    expect(own.current()).toBeNull();
    expect(store.audit.list(2).map(({ action }) => action)).toEqual(["vouch", "wrong-pin"]);
  });
});
