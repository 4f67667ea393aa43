import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { deskDevice, deskTime, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { inventStaff } from "../../../test/support/invented-staff.ts";
import { hashAuditEntry } from "../../contract/audit.ts";
import { chainStart } from "../../contract/chain.ts";
import type { Store } from "./open-store.ts";
import { sha256 } from "./sha256.ts";

const folder = makeFolder("audit");
afterAll(folder.remove);

let count = 0;
let store: Store;
beforeEach(() => {
  count += 1;
  ({ store } = openDesk({ path: join(folder.path, `desk-${count}.db`) }));
});

const add = (subject: string) =>
  store.audit.add({ at: deskTime, staff: "ploy", action: "read-person", subject });

it("links each entry to the one before, from the first on", () => {
  expect(store.audit.end()).toEqual({ sequence: 0, hash: chainStart });
  for (const subject of ["one", "two", "three"]) add(subject);
  let previousHash = chainStart;
  for (const [place, entry] of store.audit.listUnsent(10).entries()) {
    expect(entry).toMatchObject({ sequence: place + 1, previousHash });
    expect(entry.hash).toBe(hashAuditEntry(sha256, deskDevice, entry));
    previousHash = entry.hash;
  }
  expect(store.audit.end()).toEqual({ sequence: 3, hash: previousHash });
  store.close();
});

it("knows what head office has, and goes back where head office does", () => {
  for (const subject of ["one", "two", "three"]) add(subject);
  store.audit.noteSent(2);
  expect(store.audit.listUnsent(10).map(({ subject }) => subject)).toEqual(["three"]);
  store.audit.noteSent(1);
  expect(store.audit.listUnsent(1).map(({ subject }) => subject)).toEqual(["two"]);
  store.close();
});

it("says whose place on the roster changed, but not who was there from the start", () => {
  const person = inventStaff("ton");
  const apply = (value: unknown) =>
    store.received.applyChanges(
      [{ topic: "staff", key: person.id, value }],
      store.received.cursor() + 1,
    );
  apply(person);
  apply(person);
  apply({ ...person, roles: ["event"] });
  apply(null);
  expect(store.audit.listUnsent(10).map(({ action, subject }) => [action, subject])).toEqual(
    Array(3).fill(["roster-changed", person.id]),
  );
  store.close();
});
