import fc from "fast-check";
import { expect, test } from "vitest";
import { pushLimit } from "../../contract/sync.ts";
import {
  type BatchSize,
  fullBatch,
  growAnswered,
  shrinkLost,
  shrinkTooLarge,
  startingSize,
} from "./batch-size.ts";

type Step = "too-large" | "lost" | "answered";

function follow(steps: readonly Step[], from: BatchSize): BatchSize {
  return steps.reduce((size, step) => {
    if (step === "too-large") return shrinkTooLarge(size, size.limit);
    return step === "lost" ? shrinkLost(size, size.limit) : growAnswered(size);
  }, from);
}

const steps = fc.array(fc.constantFrom<Step>("too-large", "lost", "answered"), { maxLength: 60 });

test("a batch holds one item at least and never more than head office takes", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const { limit, ceiling } = follow(taken, startingSize);
      expect(limit).toBeGreaterThanOrEqual(1);
      expect(limit).toBeLessThanOrEqual(ceiling);
      expect(ceiling).toBeLessThanOrEqual(fullBatch);
    }),
  );
  expect(fullBatch).toBeLessThanOrEqual(pushLimit);
});

test("what was too large once is not sent at that size again in the same run", () => {
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const size = follow(before, startingSize);
      const shrunk = shrinkTooLarge(size, size.limit);
      expect(follow(after, shrunk).limit).toBeLessThanOrEqual(
        Math.max(1, Math.floor(size.limit / 2)),
      );
    }),
  );
});

test("a line that loses long requests gets to single items, and back to full batches once it carries them", () => {
  const lost: Step[] = Array.from({ length: 10 }, () => "lost");
  const answered: Step[] = Array.from({ length: 10 }, () => "answered");
  expect(follow(lost, startingSize).limit).toBe(1);
  expect(follow([...lost, ...answered], startingSize)).toEqual(startingSize);
});

test("a size is halved from what was sent, to a whole number, and only what was too large stays forbidden", () => {
  expect(shrinkTooLarge(startingSize, 101)).toEqual({ limit: 50, ceiling: 50 });
  expect(shrinkLost(startingSize, 101)).toEqual({ limit: 50, ceiling: fullBatch });
  expect(shrinkTooLarge({ limit: 4, ceiling: 8 }, 100)).toEqual({ limit: 4, ceiling: 8 });
  expect(shrinkLost({ limit: 4, ceiling: 8 }, 100)).toEqual({ limit: 4, ceiling: 8 });
  expect(growAnswered({ limit: 3, ceiling: 8 })).toEqual({ limit: 6, ceiling: 8 });
});
