import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTestDatabase } from "../../test/support/head-office.ts";
import type { StaffMember } from "../contract/reference.ts";
import { type ChangePage, type Publication, publishChanges, readChanges } from "./change-log.ts";
import type { Db } from "./db/database.ts";

vi.setConfig({ testTimeout: 60_000 });

let db: Db;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await openTestDatabase());
});
afterEach(() => close());

const names = { th: "ก", en: "A" };
const channel = (id: string, order: number): Publication => ({
  topic: "channel",
  key: id,
  value: { id, name: names, contact: "phone", order },
  audience: null,
});
const member = (id: string, branch: string): Publication => ({
  topic: "staff",
  key: id,
  value: {
    id,
    name: names,
    roles: ["counter"],
    branch,
    pin: { salt: "", hash: "", N: 131_072, r: 8, p: 1 },
    pinVersion: 1,
  } satisfies StaffMember,
  audience: branch,
});
const gone = (publication: Publication): Publication =>
  ({ ...publication, value: null }) as Publication;
const publish = (...publications: Publication[]) => publishChanges(db, publications, new Date());
const keys = (page: ChangePage) => page.changes.map(({ key }) => key);

/** What a device holds after fetching page by page. */
async function follow(
  branch: string,
  held: Map<string, unknown>,
  from: number,
  page = 500,
): Promise<number> {
  let cursor = from;
  for (;;) {
    const found = await readChanges(db, branch, cursor, page);
    expect(found.changes.length).toBeLessThanOrEqual(page);
    for (const { topic, key, value } of found.changes) {
      if (value === null) held.delete(`${topic} ${key}`);
      else held.set(`${topic} ${key}`, value);
    }
    cursor = found.cursor;
    if (!found.more) return cursor;
  }
}

test("a device gets what is new since its cursor, each piece once, as it is now", async () => {
  await publish(channel("sms", 1), channel("email", 2));
  const first = await readChanges(db, "siam", 0);
  expect(first).toMatchObject({ cursor: 2, more: false });
  expect(keys(first)).toEqual(["sms", "email"]);
  await publish(channel("sms", 3));
  await publish(channel("sms", 4));
  const next = await readChanges(db, "siam", first.cursor);
  expect(next.changes).toEqual([{ topic: "channel", key: "sms", value: channel("sms", 4).value }]);
  expect(await readChanges(db, "siam", next.cursor)).toEqual({
    changes: [],
    cursor: next.cursor,
    more: false,
  });
});

test("publishing the same again is no change", async () => {
  await publish(channel("sms", 1));
  const { cursor } = await readChanges(db, "siam", 0);
  await publish(channel("sms", 1));
  expect(await readChanges(db, "siam", cursor)).toMatchObject({ changes: [], cursor });
});

test("a branch sees its own staff only; what it may not see leaves no trace but the cursor", async () => {
  await publish(member("somying", "siam"), member("anan", "rangsit"), channel("sms", 1));
  expect(keys(await readChanges(db, "siam", 0))).toEqual(["somying", "sms"]);
  expect(await readChanges(db, "rangsit", 1)).toMatchObject({ cursor: 3 });
  expect(keys(await readChanges(db, "rangsit", 0))).toEqual(["anan", "sms"]);
  expect(keys(await readChanges(db, "nowhere", 0))).toEqual(["sms"]);
});

test("whoever moves to another branch is gone from the first", async () => {
  await publish(member("somying", "siam"));
  await publish(member("somying", "rangsit"));
  expect((await readChanges(db, "siam", 1)).changes).toEqual([
    { topic: "staff", key: "somying", value: null },
  ]);
  expect(keys(await readChanges(db, "rangsit", 1))).toEqual(["somying"]);
});

test("what is withdrawn stays as a gap that every device hears of", async () => {
  await publish(channel("sms", 1));
  await publish(gone(channel("sms", 1)));
  expect((await readChanges(db, "siam", 0)).changes).toEqual([
    { topic: "channel", key: "sms", value: null },
  ]);
});

test("a cursor from another database starts from nothing", async () => {
  await publish(channel("sms", 1));
  expect(await readChanges(db, "siam", 1_000_000)).toMatchObject({ cursor: 1, more: false });
  expect(keys(await readChanges(db, "siam", 1_000_000))).toEqual(["sms"]);
});

test("all of a publication or none", async () => {
  const bad = { ...channel("email", 1), topic: null } as unknown as Publication;
  await expect(publish(channel("sms", 1), bad)).rejects.toThrow();
  expect(await readChanges(db, "siam", 0)).toMatchObject({ changes: [], cursor: 0 });
});

test("a device that fetches in between, at any page size, ends with what is there", async () => {
  const act = fc.oneof(
    fc.record({ id: fc.constantFrom("a", "b", "c"), order: fc.nat({ max: 3 }) }),
    fc.record({ staff: fc.constantFrom("x", "y"), branch: fc.constantFrom("siam", "rangsit") }),
    fc.record({ goneId: fc.constantFrom("a", "b", "c") }),
    fc.constant({ fetch: true }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 20 }),
      fc.integer({ min: 1, max: 4 }),
      async (acts, page) => {
        await db.deleteFrom("change").execute();
        await db.updateTable("change_counter").set({ version: 0 }).execute();
        const held = new Map<string, unknown>();
        let cursor = 0;
        for (const one of acts) {
          if ("fetch" in one) cursor = await follow("siam", held, cursor, page);
          else if ("goneId" in one) await publish(gone(channel(one.goneId, 0)));
          else if ("staff" in one) await publish(member(one.staff, one.branch));
          else await publish(channel(one.id, one.order));
        }
        await follow("siam", held, cursor, page);
        const fresh = new Map<string, unknown>();
        await follow("siam", fresh, 0);
        expect(new Map([...held].sort())).toEqual(new Map([...fresh].sort()));
      },
    ),
    { numRuns: 40 },
  );
});

test("publishers at the same time hide nothing from a device that fetches meanwhile", async () => {
  const held = new Map<string, unknown>();
  let cursor = 0;
  const writing = Promise.all(
    Array.from({ length: 30 }, (_, n) => publish(channel(`c${n}`, n), channel(`d${n}`, n))),
  );
  for (let n = 0; n < 20; n += 1) cursor = await follow("siam", held, cursor, 3);
  await writing;
  await follow("siam", held, cursor, 3);
  expect(held.size).toBe(60);
});

test("an answer holds about two million characters at most, and all that is large comes in the end", async () => {
  const long = "ก".repeat(900_000);
  const large = (id: string): Publication => ({
    topic: "channel",
    key: id,
    value: { id, name: { th: long, en: "A" }, contact: "phone", order: 1 },
    audience: null,
  });
  await publish(large("one"), large("two"), large("three"), large("four"), channel("five", 5));
  const first = await readChanges(db, "bkk-siam", 0);
  expect(keys(first)).toEqual(["one", "two", "three"]);
  expect(first.more).toBe(true);
  const held = new Map<string, unknown>();
  await follow("bkk-siam", held, 0);
  expect(held.size).toBe(5);
});
