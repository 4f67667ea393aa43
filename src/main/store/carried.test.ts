import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { makeFolder } from "../../../test/support/desk-store.ts";
import { type Carried, carriedLimit } from "./carried.ts";
import { openStore, type Store } from "./open-store.ts";

const folder = makeFolder("carried");
afterAll(folder.remove);
let count = 0;
let now = 1_000_000;
let store: Store;
let carried: Carried;
const from = { branch: "bkk-siam", deviceNumber: 7 };
const bundle = (id: string, size = 10) => ({ id, device: "d", from, bundle: "x".repeat(size) });

beforeEach(() => {
  count += 1;
  now = 1_000_000;
  const path = join(folder.path, `${count}.db`);
  const opened = openStore({ path, key: randomBytes(32), allowPlaintext: false, now: () => now });
  if (!opened.ok) throw new Error(opened.failure.code);
  store = opened.value;
  carried = store.carried;
  return () => store.close();
});

test("a bundle is kept once, goes oldest first, and its answer takes its place", () => {
  expect(carried.add(bundle("a"))).toBe("taken");
  expect(carried.add(bundle("b"))).toBe("taken");
  expect(carried.add(bundle("a"))).toBe("known");
  expect(carried.next(now)).toMatchObject({ id: "a", tries: 0 });
  carried.markTried("a", "no-line", now + 5000);
  expect(carried.next(now)).toMatchObject({ id: "b" });
  expect(carried.list()).toMatchObject([
    { id: "a", tries: 1, reason: "no-line", from },
    { id: "b", tries: 0 },
  ]);
  now += 5000;
  carried.noteAnswer("a", "{}");
  expect(carried.next(now)).toMatchObject({ id: "b" });
  expect(carried.listAnswers()).toEqual(["{}"]);
  expect(carried.counts()).toEqual({ waiting: 1, refused: 0, answers: 1 });
  // The same bundle once more, after it is over.
  expect(carried.add(bundle("a"))).toBe("known");
});

test("a refused one is set aside, is no answer, and goes only when a person removes it", () => {
  carried.add(bundle("a"));
  carried.refuse("a", "forged");
  carried.makeDue();
  expect(carried.next(now)).toBeNull();
  expect(carried.list()).toMatchObject([{ state: "refused", reason: "forged" }]);
  expect(carried.dropRefused("another")).toBe(0);
  expect(carried.dropRefused("d")).toBe(1);
  expect(carried.list()).toEqual([]);
});

test("a clock that was set back leaves nothing waiting for years", () => {
  carried.add(bundle("a"));
  now += 1_000_000_000;
  carried.markTried("a", "no-line", now + 5000);
  now -= 1_000_000_000;
  expect(carried.next(now)).toMatchObject({ id: "a" });
});

test("there is an end to what one PC keeps for others, and room again once it has gone", () => {
  const large = carriedLimit / 2;
  expect(carried.add(bundle("a", large))).toBe("taken");
  expect(carried.add(bundle("b", large))).toBe("taken");
  expect(carried.add(bundle("c", 1))).toBe("full");
  carried.noteAnswer("a", "{}");
  expect(carried.add(bundle("c", 1))).toBe("taken");
});

test("answers go after two months", () => {
  carried.add(bundle("a"));
  carried.noteAnswer("a", "{}");
  carried.add(bundle("b"));
  now += 61 * 24 * 3_600_000;
  carried.noteAnswer("b", "[]");
  expect(carried.listAnswers()).toEqual(["[]"]);
});
