import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
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
import {
  closing,
  consent,
  correction,
  handOver,
  optOut,
  takeDown,
} from "../../captures/event-photo-opt-out/example-acts.ts";
import type { Store } from "../store/open-store.ts";
import { sha256 } from "../store/sha256.ts";
import type { CaptureDeps } from "./capture-deps.ts";
import { purgeExpired } from "./purge-expired.ts";
import { readEvent } from "./read-events.ts";
import { makeRetention } from "./retention.ts";

const folder = makeFolder("purge");
afterAll(folder.remove);
const day = 24 * 60 * 60 * 1000;

let count = 0;
let now = deskTime;
let path = "";
let store: Store;
let deps: CaptureDeps;
beforeEach(() => {
  count += 1;
  now = deskTime;
  path = join(folder.path, `desk-${count}.db`);
  ({ store } = openDesk({ path, now: () => now }));
  applyEvents(store);
  deps = makeCaptureDeps(store, () => now);
});
afterEach(() => store.close());

const apply = (...changes: { topic: string; key: string; value: unknown }[]) =>
  store.received.applyChanges(changes, store.received.cursor() + 1);

/** What head office says when it has everything. */
function acknowledgeAll(): void {
  store.outbox.settle(
    store.outbox.nextBatch(now, 1000, 1e9).map(({ sequence, id, contentHash }) => ({
      sequence,
      verdict: { id, contentHash, verdict: "accepted" },
    })),
  );
}
const payloadOf = (id: string) => store.captures.readById(id)?.envelope.payload;

describe("the purge", () => {
  it("takes own and other devices' captures, drafts and what was decided of pictures, and leaves the chain", () => {
    const one = saveEventCapture(deps, {
      ...optOut,
      contact: { phone: "+66812345678", email: null },
    });
    const two = saveEventCapture(deps, correction, one);
    const kept = [consent, handOver, closing].map((payload) => saveEventCapture(deps, payload));
    const other = relayCapture(optOut);
    apply(formRelayChange(other));
    store.drafts.keep("ploy", "event-photo-opt-out", JSON.stringify({ event: optOut.event }));
    store.drafts.keep("anan", "marketing-consent", "another matter");
    store.pictureDecisions.reviewOf(optOut.event, "a review");
    acknowledgeAll();

    now += 7 * day - 1;
    expect(purgeExpired(deps)).toBe(false);
    now += 1;
    expect(purgeExpired(deps)).toBe(true);
    expect([one, two].map(payloadOf)).toEqual([null, null]);
    expect(kept.map(payloadOf)).not.toContain(null);
    expect(store.relayed.readById(other.capture.id)?.envelope).toMatchObject({
      payload: null,
      salt: null,
    });
    expect(store.captures.verifyChain(sha256)).toBeNull();
    const keys = { phone: ["+66812345678"], email: [], member: [], receipt: [] };
    expect(store.captures.listSharing(keys)).toEqual([]);
    expect(store.pictureDecisions.reviewOf(optOut.event, "a new one")).toBe("a new one");
    const { captures } = readEvent(deps, optOut.event);
    expect(captures.map(({ header }) => header.id)).toEqual(kept);
    expect(store.audit.list(3).map(({ action }) => action)).toEqual(["purge", "purge", "purge"]);
    now -= 7 * day;
    expect(store.drafts.read("ploy", "event-photo-opt-out")).toBeNull();
    expect(store.drafts.read("anan", "marketing-consent")?.body).toBe("another matter");
  });

  it("never takes what head office does not have, and takes it once it has", () => {
    saveEventCapture(deps, closing);
    acknowledgeAll();
    const late = saveEventCapture(deps, optOut);
    now += 8 * day;
    expect(purgeExpired(deps)).toBe(false);
    expect(payloadOf(late)).not.toBeNull();
    acknowledgeAll();
    expect(purgeExpired(deps)).toBe(true);
    expect(payloadOf(late)).toBeNull();
    expect(purgeExpired(deps)).toBe(false);
  });

  it("goes by the days that head office sets, and by its clock", () => {
    const one = saveEventCapture(deps, optOut);
    saveEventCapture(deps, closing);
    acknowledgeAll();
    const settings = { purgeAfterDays: 1, photoPurpose: "photo-publicity" };
    apply({ topic: "event-settings", key: "settings", value: settings });
    now += day - 60_000;
    expect(purgeExpired(deps)).toBe(false);
    store.device.noteContact({
      serverTime: new Date(now + 60_000).toISOString(),
      clockOffsetMs: 60_000,
    });
    expect(purgeExpired(deps)).toBe(true);
    expect(payloadOf(one)).toBeNull();
  });

  it("goes by another laptop's close-out", () => {
    const one = saveEventCapture(deps, optOut);
    acknowledgeAll();
    apply(formRelayChange(relayCapture(closing)));
    now += 8 * day;
    expect(purgeExpired(deps)).toBe(true);
    expect(payloadOf(one)).toBeNull();
  });

  it("takes a request to take a picture down with the words of its answer", () => {
    const asked = saveEventCapture(deps, takeDown);
    acknowledgeAll();
    const at = new Date(now).toISOString();
    const answer = { request: asked, outcome: "taken-down", words: "คุณสมหญิง", at };
    apply({ topic: "take-down-answer", key: asked, value: answer });
    now += 8 * day;
    expect(purgeExpired(deps)).toBe(true);
    expect(payloadOf(asked)).toBeNull();
    expect(store.received.listTakeDownAnswers()).toEqual([{ ...answer, words: null }]);
  });

  it("removes the copy from before an upgrade, and only where something goes", () => {
    const copy = `${path}.before-upgrade`;
    writeFileSync(copy, "an older store");
    saveEventCapture(deps, optOut);
    saveEventCapture(deps, closing);
    acknowledgeAll();
    purgeExpired(deps);
    expect(existsSync(copy)).toBe(true);
    now += 8 * day;
    purgeExpired(deps);
    expect(existsSync(copy)).toBe(false);
  });
});

describe("retention", () => {
  it("is looked at once at the start, soon after something changed, and every hour", () => {
    const retention = makeRetention(deps);
    expect(retention.tidy()).toBe(true);
    expect(retention.tidy()).toBe(false);
    retention.noteChange();
    now += 14_999;
    expect(retention.tidy()).toBe(false);
    now += 1;
    expect(retention.tidy()).toBe(true);
    now += 3_599_999;
    expect(retention.tidy()).toBe(false);
    now += 1;
    expect(retention.tidy()).toBe(true);
  });
});
