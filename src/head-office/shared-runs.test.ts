import fc from "fast-check";
import { expect, test } from "vitest";
import { shareRuns } from "./shared-runs.ts";

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Runs that end when they are let go on. */
function openRuns(limits: { abreast: number; most: number }, isBad = (_: number) => false) {
  const runs: number[][] = [];
  const ends: (() => void)[] = [];
  const ask = shareRuns(async (asked: readonly number[]) => {
    runs.push([...asked]);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (asked.some(isBad)) throw new Error(`bad: ${asked}`);
    return asked.map((number) => `done ${number}`);
  }, limits);
  const endAll = async () => {
    for (let end = ends.shift(); end; end = ends.shift()) {
      end();
      await nextTurn();
    }
  };
  return { runs, ask, endAll };
}

test("the first goes at once, and what comes meanwhile goes together, in its order", async () => {
  const { runs, ask, endAll } = openRuns({ abreast: 1, most: 3 });
  const answers = [1, 2, 3, 4, 5].map(ask);
  expect(runs).toEqual([[1]]);
  await endAll();
  expect(runs).toEqual([[1], [2, 3, 4], [5]]);
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5].map((number) => `done ${number}`));
});

test("a run takes no more than its weight, and what is heavier goes alone", async () => {
  const weights: number[][] = [];
  const ask = shareRuns(
    async (asked: readonly number[]) => {
      weights.push([...asked]);
      await nextTurn();
      return asked;
    },
    { abreast: 1, most: 10, weigh: (weight) => weight },
  );
  await Promise.all([1, 4, 6, 1, 30, 2].map(ask));
  expect(weights).toEqual([[1], [4, 6], [1], [30], [2]]);
});

test("whatever comes when, each is answered once, and only the bad ones fail", async () => {
  const story = fc.record({
    abreast: fc.integer({ min: 1, max: 3 }),
    most: fc.integer({ min: 1, max: 5 }),
    bad: fc.uniqueArray(fc.nat({ max: 29 }), { maxLength: 4 }),
    /** How many come before the next of the runs that are under way ends. */
    bursts: fc.array(fc.nat({ max: 4 }), { maxLength: 10 }),
  });
  await fc.assert(
    fc.asyncProperty(story, async ({ abreast, most, bad, bursts }) => {
      const { runs, ask, endAll } = openRuns({ abreast, most }, (number) => bad.includes(number));
      let next = 0;
      const answers: Promise<string>[] = [];
      for (const burst of bursts) {
        for (let n = 0; n < burst && next < 30; n += 1, next += 1) answers.push(ask(next));
        await nextTurn();
      }
      const settled = Promise.allSettled(answers);
      await endAll();
      for (const [number, said] of (await settled).entries()) {
        if (bad.includes(number)) expect(said.status).toBe("rejected");
        else expect(said).toEqual({ status: "fulfilled", value: `done ${number}` });
      }
      const good = runs.filter((run) => !run.some((number) => bad.includes(number))).flat();
      expect([...good].sort((one, other) => one - other)).toEqual(
        answers.map((_, number) => number).filter((number) => !bad.includes(number)),
      );
      expect(Math.max(0, ...runs.map((run) => run.length))).toBeLessThanOrEqual(most);
    }),
  );
});
