import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { deskTime, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { takeDecisions } from "../../../test/support/filled-store.ts";
import type { Envelope } from "../../contract/envelope.ts";
import { meetTrouble, type Trouble } from "./answer-reading.ts";
import { fullBatch, startingSize } from "./batch-size.ts";
import type { Line } from "./line.ts";
import { type PushDeps, pushWaiting, startPushMemory } from "./push.ts";

const folder = makeFolder("push-outcomes");
afterAll(() => folder.remove());
const serverTime = "2026-11-22T03:00:01.000Z";

/** Verdicts for a push, or the trouble it meets. */
type Reply = Trouble | ((items: readonly Envelope[]) => unknown[]);

const accept: Reply = (items) =>
  items.map(({ id, contentHash }) => ({ id, contentHash, verdict: "accepted" }));

/** A desk with `count` captures, and a line that gives these replies one after another, then accepts. */
function openPush(count: number, replies: readonly Reply[], more: Partial<PushDeps> = {}) {
  const { store } = openDesk({ path: join(folder.path, `${randomUUID()}.db`) });
  takeDecisions(store, 1, count + 1);
  const told = { progress: [] as (string | null)[], unsettled: [] as number[] };
  const sent: number[][] = [];
  const line: Line = {
    async ask(_path, value, form) {
      const { items } = value as { items: Envelope[] };
      const reply = replies[sent.length] ?? accept;
      sent.push(items.map(({ sequence }) => sequence));
      if (typeof reply !== "function") return reply;
      return { outcome: "answered", answer: form.parse({ verdicts: reply(items), serverTime }) };
    },
  };
  const memory = startPushMemory();
  const deps: PushDeps = {
    outbox: store.outbox,
    line,
    now: () => deskTime,
    chance: () => 0.5,
    tries: () => 0,
    isClosing: () => false,
    onProgress: (time) => told.progress.push(time),
    reportUnsettled: (left) => told.unsettled.push(left),
    ...more,
  };
  const push = (lanes = 1) => pushWaiting(deps, memory, lanes);
  const waits = () =>
    store.outbox.list().map(({ sequence, tries, reason, nextTryAt }) => {
      return [sequence, tries, reason, Date.parse(nextTryAt ?? "") - deskTime];
    });
  return { store, memory, told, sent, push, waits };
}

test("what is answered is settled, told with head office's time, and nothing is asked when nothing waits", async () => {
  const { memory, told, sent, push, waits } = openPush(3, []);
  expect(await push()).toBeNull();
  expect(sent).toEqual([[1, 2, 3]]);
  expect(waits()).toEqual([]);
  expect(told).toEqual({ progress: [serverTime], unsettled: [] });
  expect(memory.claimed.size).toBe(0);
  expect(await push()).toBeNull();
  expect(sent).toHaveLength(1);
});

test.each([
  ["no-line", 1],
  ["cut-off", 1],
  ["server-error", 1],
  ["captive-portal", fullBatch],
  ["clock", fullBatch],
  ["too-many-requests", fullBatch],
] as const)(
  "after %s all of it waits, and the next push holds at most %i",
  async (reason, limit) => {
    const trouble = meetTrouble(reason);
    const { memory, told, sent, push, waits } = openPush(2, [trouble], { tries: () => 2 });
    expect(await push()).toEqual(trouble);
    expect(sent).toHaveLength(1);
    // The third failure in a row: half of eight seconds.
    expect(waits()).toEqual([
      [1, 1, reason, 4_000],
      [2, 1, reason, 4_000],
    ]);
    expect(memory.size).toEqual({ limit, ceiling: fullBatch });
    expect(memory.claimed.size).toBe(0);
    expect(told.progress).toEqual([null]);
  },
);

test("a silence that head office asks for is longer than the backoff", async () => {
  const { push, waits } = openPush(1, [meetTrouble("too-many-requests", 60_000)]);
  await push();
  expect(waits()).toEqual([[1, 1, "too-many-requests", 60_000]]);
});

test("a request that was given up because the desk closes is no try", async () => {
  const { memory, told, push, waits } = openPush(2, [meetTrouble("cut-off")], {
    isClosing: () => true,
  });
  expect(await push()).toEqual(meetTrouble("cut-off"));
  expect(waits()).toEqual([
    [1, 0, null, Number.NaN],
    [2, 0, null, Number.NaN],
  ]);
  expect(memory.size).toEqual(startingSize);
  expect(told.progress).toEqual([]);
});

test("an item without a verdict that can be believed waits, is reported, and stops no other", async () => {
  const half: Reply = (items) => items.map((item, place) => (place === 0 ? accepted(item) : "?"));
  const { told, push, waits } = openPush(3, [half], { tries: () => 1 });
  expect(await push()).toBeNull();
  expect(told.unsettled).toEqual([2]);
  expect(waits()).toEqual([
    [2, 1, "server-error", 2_000],
    [3, 1, "server-error", 2_000],
  ]);
});

test("an answer that settles nothing is not asked for again without a pause", async () => {
  const { told, sent, push } = openPush(2, [() => []]);
  expect(await push()).toEqual(meetTrouble("server-error"));
  expect(sent).toHaveLength(1);
  expect(told).toEqual({ progress: [serverTime], unsettled: [2] });
});

test("each good answer doubles a batch that a bad line had made small, and a new run forgets the ceiling", async () => {
  const { memory, sent, push } = openPush(7, []);
  memory.size = { limit: 1, ceiling: 2 };
  await push();
  expect(sent).toEqual([[1], [2, 3], [4, 5, 6, 7]]);
  expect(memory.size).toEqual({ limit: 8, ceiling: fullBatch });
});

test("an item that is too large alone is found, waits by itself, and goes last and alone", async () => {
  const tooLarge = meetTrouble("too-large");
  const { store, memory, told, sent, push, waits } = openPush(3, [tooLarge, tooLarge]);
  expect(await push()).toBeNull();
  expect(sent).toEqual([[1, 2, 3], [1], [2, 3]]);
  expect(waits()).toEqual([[1, 1, "too-large", 1_000]]);
  expect(told.progress).toEqual([null, serverTime]);
  expect([...memory.tooLarge]).toEqual([[1, 1]]);
  expect(memory.size).toEqual(startingSize);
  takeDecisions(store, 4, 6);
  store.outbox.makeDue();
  expect(await push()).toBeNull();
  expect(sent.slice(3)).toEqual([[4, 5], [1]]);
  expect([...memory.tooLarge]).toEqual([]);
});

test("an item that stays too large waits longer each time", async () => {
  const tooLarge = meetTrouble("too-large");
  const { store, push, waits } = openPush(1, [tooLarge, tooLarge, tooLarge]);
  for (const wait of [1_000, 2_000, 4_000]) {
    store.outbox.makeDue();
    expect(await push()).toBeNull();
    expect(waits()).toMatchObject([[1, expect.any(Number), "too-large", wait]]);
  }
});

test("the first trouble of several requests in the air stands", async () => {
  const { memory, sent, push } = openPush(4, [meetTrouble("no-line"), meetTrouble("cut-off")]);
  memory.size = { limit: 2, ceiling: fullBatch };
  expect(await push(2)).toEqual(meetTrouble("no-line"));
  expect(sent).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

const accepted = ({ id, contentHash }: Envelope) => ({ id, contentHash, verdict: "accepted" });
