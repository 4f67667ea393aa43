import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import {
  deskTime,
  makeCaptureDeps,
  makeFolder,
  openDesk,
} from "../../../test/support/desk-store.ts";
import {
  applyEvents,
  formRelayChange,
  relayCapture,
  saveEventCapture,
} from "../../../test/support/event-captures.ts";
import { optOut } from "../../captures/event-photo-opt-out/example-acts.ts";
import type { Store } from "../store/open-store.ts";
import { sha256 } from "../store/sha256.ts";
import { applyErasures } from "./apply-erasures.ts";
import type { CaptureDeps } from "./capture-deps.ts";

const folder = makeFolder("erasures");
afterAll(folder.remove);

const someCase = "019a0000-0000-7000-9000-000000000077";
let count = 0;
let store: Store;
let deps: CaptureDeps;
beforeEach(() => {
  count += 1;
  ({ store } = openDesk({ path: join(folder.path, `desk-${count}.db`), now: () => deskTime }));
  applyEvents(store);
  deps = makeCaptureDeps(store, () => deskTime);
});
afterEach(() => store.close());

const contact = { phone: "+66812345678", email: null };
const payloadOf = (id: string) => store.captures.readById(id)?.envelope.payload;
const erase = (...captures: string[]) =>
  store.received.applyChanges(
    [{ topic: "erasure", key: someCase, value: { captures } }],
    store.received.cursor() + 1,
  );
function acknowledgeAll(): void {
  store.outbox.settle(
    store.outbox.nextBatch(deskTime, 1000, 1e9).map(({ sequence, id, contentHash }) => ({
      sequence,
      verdict: { id, contentHash, verdict: "accepted" },
    })),
  );
}

it("takes what head office erased, found by nothing any more, and leaves the rest and the chain", () => {
  const gone = saveEventCapture(deps, { ...optOut, contact });
  const kept = saveEventCapture(deps, optOut);
  const other = relayCapture(optOut);
  store.received.applyChanges([formRelayChange(other)], store.received.cursor() + 1);
  acknowledgeAll();
  expect(applyErasures(deps)).toBe(false);
  erase(gone, other.capture.id, "019a0000-0000-7000-9000-0000000000aa");
  expect(applyErasures(deps)).toBe(true);
  expect(payloadOf(gone)).toBeNull();
  expect(payloadOf(kept)).not.toBeNull();
  expect(store.relayed.readById(other.capture.id)?.envelope.payload).toBeNull();
  const keys = { phone: [contact.phone], email: [], member: [], receipt: [] };
  expect(store.captures.listSharing(keys)).toEqual([]);
  expect(store.captures.verifyChain(sha256)).toBeNull();
  expect(store.audit.list(2).map(({ action, subject }) => [action, subject])).toEqual(
    expect.arrayContaining([
      ["purge", gone],
      ["purge", other.capture.id],
    ]),
  );
  expect(applyErasures(deps)).toBe(false);
});

it("waits for what head office does not have yet", () => {
  const late = saveEventCapture(deps, optOut);
  erase(late);
  expect(applyErasures(deps)).toBe(false);
  expect(payloadOf(late)).not.toBeNull();
  acknowledgeAll();
  expect(applyErasures(deps)).toBe(true);
  expect(payloadOf(late)).toBeNull();
});
