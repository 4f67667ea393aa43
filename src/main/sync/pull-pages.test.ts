import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { takeDecisions } from "../../../test/support/filled-store.ts";
import type { PullAnswer } from "../../contract/sync.ts";
import { meetTrouble, type Trouble } from "./answer-reading.ts";
import type { Line } from "./line.ts";
import { pullChanges } from "./pull.ts";

const folder = makeFolder("pull-pages");
afterAll(() => folder.remove());
const serverTime = "2026-11-22T03:00:01.000Z";
const page = (cursor: number, more: Partial<PullAnswer> = {}): PullAnswer => {
  return { changes: [], cursor, more: false, serverTime, ...more };
};
const standing = { waiting: 1, held: 0, parked: 0, version: "0.1.0" };

/** A desk that has taken `count` captures, and head office's answers one after another. */
function openPull(count: number, answers: readonly (PullAnswer | Trouble)[]) {
  const { store } = openDesk({ path: join(folder.path, `${randomUUID()}.db`) });
  takeDecisions(store, 1, count + 1);
  const told = { pages: [] as boolean[], unreadable: 0, requeued: [] as number[], skipped: 0 };
  const asked: unknown[] = [];
  const line: Line = {
    async ask(path, value, form) {
      asked.push({ path, ...(value as object) });
      const answer = answers[asked.length - 1];
      if (!answer) throw new Error("asked once too often");
      if ("outcome" in answer) return answer;
      return { outcome: "answered", answer: form.parse(answer) };
    },
  };
  const pull = () =>
    pullChanges({
      received: store.received,
      outbox: store.outbox,
      captures: store.captures,
      line,
      standing: () => standing,
      onPage: (time, changed) => {
        expect(time).toBe(serverTime);
        told.pages.push(changed);
      },
      reportUnreadable: (unreadable) => {
        told.unreadable += unreadable;
      },
      onRequeued: (requeued) => told.requeued.push(requeued),
      onSkipped: () => {
        told.skipped += 1;
      },
    });
  /** Head office has these. */
  const acknowledge = (upTo: number) => {
    for (let sequence = 1; sequence <= upTo; sequence += 1) {
      const kept = store.captures.readBySequence(sequence);
      if (!kept) throw new Error("there is no such capture");
      const { id, contentHash } = kept.envelope;
      const verdict = { id, contentHash, verdict: "accepted" as const };
      store.outbox.settle([{ sequence, verdict }]);
    }
  };
  return { store, told, asked, pull, acknowledge };
}

test("it says where it stands, and asks page by page until there is no more", async () => {
  const fax = (value: unknown) => [{ topic: "fax", key: "bkk", value }];
  const { store, told, asked, pull, acknowledge } = openPull(2, [
    page(90, { changes: fax(1), more: true }),
    page(95, { more: true }),
    page(96, { changes: [{ topic: "channel", key: "sms", value: { pigeon: 1 } }] }),
  ]);
  acknowledge(1);
  const before = store.received.cursor();
  expect(await pull()).toBeNull();
  const own = { acknowledged: { count: 1, upTo: 1 }, desk: standing, own: 2, path: "/v1/pull" };
  expect(asked).toEqual([
    { ...own, cursor: before },
    { ...own, cursor: 90 },
    { ...own, cursor: 95 },
  ]);
  expect(store.received.cursor()).toBe(96);
  expect(told).toEqual({ pages: [true, false, true], unreadable: 1, requeued: [], skipped: 0 });
});

test("a desk that has taken nothing has no place in its chain yet", async () => {
  const { asked, pull } = openPull(0, [page(1)]);
  await pull();
  expect(asked).toMatchObject([{ own: 0, acknowledged: { count: 0, upTo: 0 } }]);
});

test("trouble ends it, with what came before it kept", async () => {
  const { store, told, pull } = openPull(0, [page(90, { more: true }), meetTrouble("cut-off")]);
  expect(await pull()).toEqual(meetTrouble("cut-off"));
  expect(store.received.cursor()).toBe(90);
  expect(told.pages).toEqual([false]);
});

test("more, with a cursor that stands still, is not asked for without end", async () => {
  const { store, asked, pull } = openPull(0, [page(90, { more: true }), page(90, { more: true })]);
  expect(await pull()).toEqual(meetTrouble("server-error"));
  expect(asked).toHaveLength(2);
  expect(store.received.cursor()).toBe(90);
});

test("changes that come with a cursor that stands still are stored", async () => {
  const changes = [{ topic: "channel", key: "fax", value: { pigeon: 1 } }];
  const { store, told, pull } = openPull(0, [page(90), page(90, { changes })]);
  await pull();
  await pull();
  expect(store.received.listUnread()).toMatchObject([{ key: "fax" }]);
  expect(told.pages).toEqual([false, true]);
});

test("what head office has lost waits again, and is told of only if there is any", async () => {
  const lost = openPull(3, [page(1, { missing: [{ from: 2, to: null }] })]);
  lost.acknowledge(3);
  await lost.pull();
  expect(lost.told.requeued).toEqual([2]);
  expect(lost.store.outbox.list().map(({ sequence }) => sequence)).toEqual([2, 3]);
  const nothing = openPull(1, [page(1, { missing: [{ from: 5, to: 9 }] })]);
  await nothing.pull();
  expect(nothing.told.requeued).toEqual([]);
});

test("where head office has more of the chain the desk goes on from there, told once", async () => {
  const ahead = { upTo: 7, hash: "a".repeat(64), had: 5 };
  const { store, told, pull } = openPull(2, [page(1, { ahead }), page(2, { ahead })]);
  await pull();
  expect(store.captures.last()?.sequence).toBe(7);
  await pull();
  expect(told.skipped).toBe(1);
});
