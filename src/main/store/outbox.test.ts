import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  deskTime,
  makeCaptureDeps,
  makeFolder,
  openDesk,
} from "../../../test/support/desk-store.ts";
import { counterStaff, inventInput, takeDecisions } from "../../../test/support/filled-store.ts";
import { inventSubject } from "../../../test/support/invented-people.ts";
import type { Verdict } from "../../contract/sync.ts";
import { submitCapture } from "../capture/submit-capture.ts";
import type { Store } from "./open-store.ts";

const folder = makeFolder("outbox");
afterAll(folder.remove);

let count = 0;
let store: Store;
beforeEach(() => {
  count += 1;
  store = openDesk({ path: join(folder.path, `desk-${count}.db`) }).store;
});
afterEach(() => store.close());

const megabyte = 1_000_000;

function takeWithdrawal(number: number): void {
  const input = inventInput(number);
  const result = submitCapture(makeCaptureDeps(store), counterStaff, {
    ...input,
    notice: null,
    payload: {
      act: "withdrawal",
      subject: inventSubject(number),
      receipts: [],
      scope: "all",
      right: "withdrawal",
      means: { how: "spoken", attestedBy: counterStaff.staff },
    },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
}

function list(at = deskTime, limit = 100, bytes = megabyte): number[] {
  return store.outbox.nextBatch(at, limit, bytes).map(({ sequence }) => sequence);
}

function answer(
  sequence: number,
  verdict: "accepted" | "duplicate",
): { sequence: number; verdict: Verdict } {
  const kept = store.captures.readBySequence(sequence);
  if (kept === null) throw new Error(`no capture ${sequence}`);
  const { id, contentHash } = kept.envelope;
  return { sequence, verdict: { verdict, id, contentHash } };
}

describe("the next batch", () => {
  it("is withdrawals first, then oldest first", () => {
    takeDecisions(store, 0, 3);
    takeWithdrawal(10);
    takeDecisions(store, 3, 4);
    takeWithdrawal(11);
    expect(list()).toEqual([4, 6, 1, 2, 3, 5]);
  });

  it("holds what was asked for and no more, but one at least", () => {
    takeDecisions(store, 0, 5);
    const size = Buffer.byteLength(store.captures.readBySequence(1)?.envelope.payload ?? "");
    expect(list(deskTime, 2)).toEqual([1, 2]);
    expect(list(deskTime, 100, size * 3 + 50)).toEqual([1, 2, 3]);
    expect(list(deskTime, 100, 1)).toEqual([1]);
    expect(
      store.outbox.nextBatch(deskTime, 2, megabyte, new Set([1, 3])).map((item) => item.sequence),
    ).toEqual([2, 4]);
  });

  it("is the envelopes as they were stored", () => {
    takeDecisions(store, 0, 1);
    const [item] = store.outbox.nextBatch(deskTime, 1, megabyte);
    expect(item).toEqual(store.captures.readBySequence(1)?.envelope);
  });

  it("passes over what is not due yet, and its neighbours go on", () => {
    takeDecisions(store, 0, 4);
    store.outbox.markTried([1, 3], "too-large", deskTime + 1000);
    expect(list()).toEqual([2, 4]);
    expect(list(deskTime + 1000)).toEqual([1, 2, 3, 4]);
    store.outbox.makeDue();
    expect(list()).toEqual([1, 2, 3, 4]);
    expect(store.outbox.list()[0]).toMatchObject({
      tries: 1,
      reason: "too-large",
      nextTryAt: null,
    });
  });
});

describe("a withdrawal that waits for the line", () => {
  it("goes before whatever tries the line, though its own next try is later", () => {
    takeDecisions(store, 0, 2);
    takeWithdrawal(10);
    store.outbox.markTried([1, 2], "no-line", deskTime + 1000);
    store.outbox.markTried([3], "no-line", deskTime + 8000);
    expect(list()).toEqual([]);
    expect(list(deskTime + 1000)).toEqual([3, 1, 2]);
    takeDecisions(store, 2, 3);
    expect(list(deskTime)).toEqual([3, 4]);
  });

  it("waits for its own time when it was too large alone, or alone waits", () => {
    takeWithdrawal(10);
    store.outbox.markTried([1], "no-line", deskTime + 8000);
    expect(list()).toEqual([]);
    store.outbox.markTried([1], "too-large", deskTime + 8000);
    takeDecisions(store, 0, 1);
    expect(list()).toEqual([2]);
    expect(list(deskTime + 8000)).toEqual([1, 2]);
  });
});

describe("settling", () => {
  it("lets go what head office has, for both ways of saying so", () => {
    takeDecisions(store, 0, 3);
    store.outbox.settle([answer(1, "accepted"), answer(3, "duplicate")]);
    expect(list()).toEqual([2]);
    const at = new Date(deskTime).toISOString();
    expect(store.captures.readBySequence(1)).toMatchObject({ acknowledgedAt: at, parked: false });
    expect(store.captures.readBySequence(2)).toMatchObject({ acknowledgedAt: null });
    expect(store.captures.readBySequence(3)).toMatchObject({ acknowledgedAt: at });
  });

  it("completes nothing that the verdict does not name by id and content", () => {
    takeDecisions(store, 0, 2);
    const [one, two] = [answer(1, "accepted"), answer(2, "accepted")];
    store.outbox.settle([
      { sequence: 1, verdict: two.verdict },
      { sequence: 2, verdict: { ...two.verdict, contentHash: "0".repeat(64) } },
      { sequence: 2, verdict: { ...two.verdict, id: null } },
      { sequence: 99, verdict: one.verdict },
    ]);
    expect(list()).toEqual([1, 2]);
    expect(store.outbox.counts()).toMatchObject({ waiting: 2, parked: 0 });
  });

  it("parks what was refused, with the reason, until someone lets it be tried again", () => {
    takeDecisions(store, 0, 3);
    const { id, contentHash } = store.captures.readBySequence(2)?.envelope ?? {};
    if (!id || !contentHash) throw new Error("no capture 2");
    store.outbox.settle([
      {
        sequence: 1,
        verdict: { verdict: "rejected", id: null, contentHash: null, reason: "malformed" },
      },
      { sequence: 2, verdict: { verdict: "conflict", id, contentHash, reason: "sequence-taken" } },
    ]);
    expect(list(deskTime * 2)).toEqual([3]);
    expect(store.outbox.counts()).toEqual({
      waiting: 1,
      parked: 2,
      oldestWaitingSince: new Date(deskTime).toISOString(),
      oldestSince: new Date(deskTime).toISOString(),
    });
    expect(
      store.outbox.list().map(({ sequence, state, reason }) => [sequence, state, reason]),
    ).toEqual([
      [3, "waiting", null],
      [1, "parked", "malformed"],
      [2, "parked", "sequence-taken"],
    ]);
    expect(store.captures.readBySequence(2)?.parked).toBe(true);

    store.outbox.retry([id]);
    expect(list()).toEqual([2, 3]);
    store.outbox.retry("all");
    expect(list()).toEqual([1, 2, 3]);
  });

  it("happens once: a late second answer changes nothing", () => {
    takeDecisions(store, 0, 1);
    const accepted = answer(1, "accepted");
    store.outbox.settle([accepted]);
    store.outbox.settle([
      accepted,
      { sequence: 1, verdict: { ...accepted.verdict, verdict: "conflict", reason: "id-taken" } },
    ]);
    expect(store.outbox.counts()).toMatchObject({ waiting: 0, parked: 0, oldestSince: null });
  });

  it("must come before a purge", () => {
    takeDecisions(store, 0, 1);
    expect(() => store.write(() => store.captures.purge([1]))).toThrow("not reached head office");
    expect(store.captures.readBySequence(1)?.envelope.payload).not.toBeNull();
    store.outbox.settle([answer(1, "accepted")]);
    store.write(() => store.captures.purge([1]));
    expect(store.captures.readBySequence(1)?.envelope.payload).toBeNull();
  });
});
