import { createHash } from "node:crypto";
import { join } from "node:path";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AuditEntry, hashAuditEntry } from "../../src/contract/audit.ts";
import { chainStart } from "../../src/contract/chain.ts";
import { findLogFaults } from "../../src/head-office/audit/audit-faults.ts";
import { takeAudit } from "../../src/head-office/audit/take-audit.ts";
import type { OpenDatabase } from "../../src/head-office/db/database.ts";
import { deskDevice, deskTime, makeFolder, openDesk } from "../support/desk-store.ts";
import { openTestDatabase } from "../support/head-office.ts";

const folder = makeFolder("audit-chain");
const length = 12;
const now = new Date(deskTime);
let office: OpenDatabase;
let log: AuditEntry[];

beforeAll(async () => {
  office = await openTestDatabase();
  const { store } = openDesk({ path: join(folder.path, "desk.db") });
  const actions = ["sign-in", "read-person", "capture", "print-receipt", "wrong-pin"] as const;
  for (let place = 0; place < length; place += 1) {
    const action = actions[place % actions.length] ?? "capture";
    store.audit.add({ at: deskTime + place, staff: "somying", action, subject: uuidv7() });
  }
  log = store.audit.listUnsent(length);
  store.close();
});
afterAll(async () => {
  await office.close();
  folder.remove();
});

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The log as a device of that id would have written it. */
function relink(device: string, entries: readonly AuditEntry[], from = 0): AuditEntry[] {
  let previousHash = chainStart;
  return entries.map((entry, place) => {
    if (place < from) {
      previousHash = entry.hash;
      return entry;
    }
    const linked = { ...entry, sequence: place + 1, previousHash };
    previousHash = hashAuditEntry(sha256, device, linked);
    return { ...linked, hash: previousHash };
  });
}

const end = (entries: readonly AuditEntry[]) => ({
  sequence: entries.at(-1)?.sequence ?? 0,
  hash: entries.at(-1)?.hash ?? chainStart,
});

async function addDevice(): Promise<string> {
  const id = uuidv7();
  const rest = { branch: "bkk-siam", name: "test", last_seen_at: null, protocol: null };
  await office.db
    .insertInto("device")
    .values({ id, ...rest, public_key: id, enrolled_at: now, revoked_at: null })
    .execute();
  return id;
}

const readFaults = (device: string) =>
  office.db.selectFrom("audit_fault").selectAll().where("device", "=", device).execute();

const place = fc.nat({ max: length - 1 });
/** Whoever can write the store knows how to link: `linked` says whether they did. */
const mutation = fc.oneof(
  fc.record({
    how: fc.constant("edit" as const),
    place,
    field: fc.constantFrom("at", "staff", "action", "subject"),
    linked: fc.boolean(),
  }),
  fc.record({ how: fc.constant("delete" as const), place, linked: fc.boolean() }),
  fc
    .record({ how: fc.constant("swap" as const), place, other: place, linked: fc.boolean() })
    .filter((one) => one.place !== one.other),
  fc.record({ how: fc.constant("cut" as const), place, linked: fc.constant(false) }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer One> ? One : never;

const other = {
  at: "2026-11-22T04:00:00.000Z",
  staff: null,
  action: "capture-of-nothing",
  subject: "nobody",
};

function mutate(device: string, entries: readonly AuditEntry[], change: Mutation): AuditEntry[] {
  const made = [...entries];
  const [one] = made.slice(change.place, change.place + 1);
  if (!one) throw new Error("no such entry");
  if (change.how === "cut") return made.slice(0, change.place);
  if (change.how === "delete") made.splice(change.place, 1);
  if (change.how === "edit") made[change.place] = { ...one, [change.field]: other[change.field] };
  if (change.how === "swap") {
    const second = made[change.other];
    if (!second) throw new Error("no such entry");
    made[change.place] = second;
    made[change.other] = one;
  }
  return change.linked ? relink(device, made) : made;
}

test("what the desk wrote holds, in whatever parts it comes and however often", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: length }), { maxLength: 5 }), async (parts) => {
      const device = await addDevice();
      const entries = relink(device, log);
      let after = 0;
      for (const upto of [...parts.toSorted((a, b) => a - b), length]) {
        const request = { entries: entries.slice(after, upto), after, end: end(entries) };
        await takeAudit(office.db, device, request, now);
        const taken = await takeAudit(office.db, device, request, now);
        expect(taken).toEqual({ have: upto, faults: [] });
        after = upto;
      }
      expect(await readFaults(device)).toEqual([]);
    }),
    { numRuns: 25 },
  );
  // Its own hashes, not those that this test would make.
  expect(findLogFaults(deskDevice, log, { end: end(log), top: length })).toEqual([]);
});

test("1,000 changes of a log that head office has heard the end of are all found there", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      mutation,
      fc.nat({ max: length }),
      fc.boolean(),
      fc.boolean(),
      async (change, sent, again, grows) => {
        const device = await addDevice();
        const entries = relink(device, log);
        const first = { entries: entries.slice(0, sent), after: 0, end: end(entries) };
        await takeAudit(office.db, device, first, now);
        let changed = mutate(device, entries, change);
        const next = { ...log[0], action: "sign-in" } as AuditEntry;
        if (grows) changed = relink(device, [...changed, next], changed.length);
        // What is here already is not sent again by itself: there it can only be found where it is asked for.
        const after = again || change.place < sent ? 0 : sent;
        const rest = changed.filter((_, at) => at >= after);
        await takeAudit(office.db, device, { entries: rest, after, end: end(changed) }, now);
        const faults = await readFaults(device);
        if (faults.length > 0) found += 1;
        expect(faults.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 1000 },
  );
  expect(found).toBe(1000);
}, 60_000);

test("1,000 changes of what lies at head office are all found when it is read", () => {
  const entries = relink(deskDevice, log);
  fc.assert(
    fc.property(mutation, (change) => {
      const changed = mutate(deskDevice, entries, change);
      expect(findLogFaults(deskDevice, changed, { end: end(entries), top: length })).not.toEqual(
        [],
      );
    }),
    { numRuns: 1000 },
  );
});

test("a log put back to an earlier state at head office is sent again without an alarm", async () => {
  const device = await addDevice();
  const entries = relink(device, log);
  const all = { sequence: length, hash: end(entries).hash };
  const had = await takeAudit(office.db, device, { entries: [], after: 9, end: all }, now);
  expect(had).toEqual({ have: 0, faults: [] });
  const rest = await takeAudit(office.db, device, { entries, after: 0, end: all }, now);
  expect(rest).toEqual({ have: length, faults: [] });
});

test("a log passed off as another device's does not hold", async () => {
  const device = await addDevice();
  const { faults } = await takeAudit(
    office.db,
    device,
    { entries: log, after: 0, end: end(log) },
    now,
  );
  expect(faults).toEqual([{ sequence: 1, fault: "altered" }]);
});

test.each([
  ["of no known form", { at: "yesterday" }],
  ["that no database holds", { subject: "\0" }],
])("an entry %s keeps none of the others back", async (_, spoiled) => {
  const device = await addDevice();
  const entries: unknown[] = relink(device, log);
  entries[3] = { ...(entries[3] as AuditEntry), ...spoiled };
  const request = { entries, after: 0, end: end(relink(device, log)) };
  const { have, faults } = await takeAudit(office.db, device, request, now);
  expect(have).toBe(length);
  expect(faults).toContainEqual({ sequence: 4, fault: "unreadable" });
  const kept = office.db.selectFrom("audit_entry").select("sequence").where("device", "=", device);
  expect(await kept.execute()).toHaveLength(length - 1);
});
