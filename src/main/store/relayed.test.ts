import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeCaptureDeps, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import {
  applyEvents,
  formRelayChange,
  relayCapture,
  saveEventCapture,
} from "../../../test/support/event-captures.ts";
import { nameEventGroup } from "../../captures/event-group.ts";
import { correction, optOut } from "../../captures/event-photo-opt-out/example-acts.ts";
import type { Store } from "./open-store.ts";

const folder = makeFolder("relayed");
afterAll(folder.remove);

let count = 0;
let store: Store;
beforeEach(() => {
  count += 1;
  ({ store } = openDesk({ path: join(folder.path, `desk-${count}.db`) }));
  applyEvents(store);
});
afterEach(() => store.close());

const group = nameEventGroup(optOut.event);
const apply = (...changes: { topic: string; key: string; value: unknown }[]) =>
  store.received.applyChanges(changes, store.received.cursor() + 1);

describe("another device's captures", () => {
  it("are kept once, as they came, apart from this device's own log", () => {
    const sent = relayCapture(optOut);
    apply(formRelayChange(sent), formRelayChange(sent));
    expect(store.relayed.listByGroup(group)).toEqual([
      { envelope: sent.capture, deviceNumber: 77, receivedAt: "2026-11-22T03:00:00.000Z" },
    ]);
    expect(store.captures.count()).toBe(0);
    expect(store.outbox.counts().waiting).toBe(0);
    expect(store.relayed.listGroups()).toEqual([group]);
  });

  it("are not this device's own, though head office sent these back", () => {
    const id = saveEventCapture(makeCaptureDeps(store), optOut);
    const own = store.captures.readById(id)?.envelope;
    if (!own) throw new Error("it was saved");
    apply(formRelayChange({ event: optOut.event, deviceNumber: 321, capture: own }));
    expect(store.relayed.listByGroup(group)).toEqual([]);
  });

  it("go when head office takes them away", () => {
    const sent = relayCapture(optOut);
    apply(formRelayChange(sent));
    apply({ ...formRelayChange(sent), value: null });
    expect(store.relayed.readById(sent.capture.id)).toBeNull();
  });

  it("are found by what they amend", () => {
    const first = relayCapture(optOut);
    const second = relayCapture(correction, { amends: first.capture.id, sequence: 2 });
    apply(formRelayChange(first), formRelayChange(second));
    expect(store.relayed.listAmending(first.capture.id).map(({ envelope }) => envelope.id)).toEqual(
      [second.capture.id],
    );
  });

  it("stay purged, though they should come again with their content", () => {
    const sent = relayCapture(optOut);
    apply(formRelayChange(sent));
    store.write(() => store.relayed.purge([sent.capture.id]));
    apply(formRelayChange(sent));
    const kept = store.relayed.readById(sent.capture.id)?.envelope;
    expect(kept).toEqual({ ...sent.capture, payload: null, salt: null });
    expect(store.relayed.listGroups()).toEqual([]);
  });

  it("lose their content by head office's word", () => {
    const sent = relayCapture(optOut);
    apply(formRelayChange(sent));
    apply(formRelayChange({ ...sent, capture: { ...sent.capture, payload: null, salt: null } }));
    expect(store.relayed.readById(sent.capture.id)?.envelope.payload).toBeNull();
  });
});
