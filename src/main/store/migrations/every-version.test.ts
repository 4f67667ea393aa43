import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeCaptureDeps, makeFolder, openDesk } from "../../../../test/support/desk-store.ts";
import { counterStaff, inventInput } from "../../../../test/support/filled-store.ts";
import { inventName } from "../../../../test/support/invented-people.ts";
import { firstRows, hashForm, makeOldStore } from "../../../../test/support/old-store.ts";
import { submitCapture } from "../../capture/submit-capture.ts";
import { openConnection } from "../connection.ts";
import { readStoreVersion } from "../migrate.ts";
import { sha256 } from "../sha256.ts";
import { migrations } from "./migrations.ts";

const folder = makeFolder("every-version");
const key = randomBytes(32);
afterAll(folder.remove);

/** The form that each version gave a store, as it was when it shipped: a step that has shipped never changes. */
const shipped: readonly string[] = [
  "4d1f79d12b9acc9c",
  "6a6bc7af09c03519",
  "67aa5c671f1cbe5f",
  "c6a37f5a85f44847",
  "3f3e50b1d9e06173",
  "1800f5d7e01d5017",
  "4ed39a0b170cc466",
  "0b8b40a4b42fec26",
  "e2fc009fc8e67f7e",
  "59a1bfc17b11be25",
  "fb7ee89950761b59",
];

const versions = migrations.map((_, place) => place + 1);

describe.each(versions)("a store of version %i", (version) => {
  const path = join(folder.path, `v${version}.db`);
  makeOldStore(path, key, version);

  it("has the form that it shipped with", () => {
    const connection = openConnection({ path, key, allowPlaintext: false });
    expect(readStoreVersion(connection)).toBe(version);
    expect(hashForm(connection)).toBe(shipped[version - 1]);
    connection.close();
  });

  it("opens with all that was in it, and takes and sends on", () => {
    const { store } = openDesk({ path, key });
    expect(store.captures.count()).toBe(firstRows.capture_log?.length);
    expect(store.captures.verifyChain(sha256)).toBeNull();
    expect(store.audit.list(100)).toHaveLength(firstRows.audit?.length ?? 0);
    expect(store.captures.readBySequence(1)?.acknowledgedAt).not.toBeNull();
    expect(store.outbox.acknowledgedSoFar()).toEqual({ count: 2, upTo: 2 });
    expect(store.outbox.counts()).toMatchObject({ waiting: 4, parked: 1 });
    expect(store.outbox.list().at(-1)).toMatchObject({ sequence: 4, reason: "payload-refused" });
    expect(store.people.search(inventName(2), 10).hits).toHaveLength(1);
    expect(store.drafts.read("malee", "marketing-consent")?.body).toBe('{"kept":true}');

    const taken = submitCapture(makeCaptureDeps(store), counterStaff, inventInput(20));
    expect(taken.ok).toBe(true);
    const batch = store.outbox.nextBatch(Date.now(), 100, 1_000_000);
    // The withdrawal first, as ever.
    expect(batch.map(({ sequence }) => sequence)).toEqual([6, 3, 5, 7, 8]);
    store.close();
  });
});
