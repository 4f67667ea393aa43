import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { deskTime, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import type { PictureDecision } from "../../contract/picture-procedures.ts";

const folder = makeFolder("picture-decisions");
const { store } = openDesk({ path: join(folder.path, "desk.db"), now: () => deskTime });
const kept = store.pictureDecisions;
afterAll(() => {
  store.close();
  folder.remove();
});

const number = fc.integer({ min: 1, max: 9000 });
const region = fc.record({ x: number, y: number, width: number, height: number });
const decision: fc.Arbitrary<PictureDecision> = fc.oneof(
  fc.constantFrom({ choice: "publish" as const }, { choice: "leave-out" as const }),
  fc.record({
    choice: fc.constant("cover" as const),
    regions: fc.array(region, { minLength: 1, maxLength: 5 }),
  }),
);

it("keeps the last decision about each picture, and counts each once", () => {
  const pressed = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), decision), {
    minLength: 1,
  });
  let event = 0;
  fc.assert(
    fc.property(pressed, (decisions) => {
      event += 1;
      const of = `fair-${event}`;
      const last = new Map<string, PictureDecision>();
      for (const [digest, one] of decisions) {
        kept.keep({ event: of, digest, hint: `hint ${digest}`, decision: one, staff: "ploy" });
        last.set(digest, one);
      }
      for (const [digest, one] of last) {
        expect(kept.readByDigest(of, digest)?.decision).toEqual(one);
        expect(kept.readByHint(of, `hint ${digest}`)?.digest).toBe(digest);
      }
      const { publish, cover, leaveOut } = kept.tally(of);
      expect(publish + cover + leaveOut).toBe(last.size);
    }),
    { numRuns: 50 },
  );
});

it("knows which new files follow what is decided now, also within one millisecond", () => {
  const of = { event: "fair", digest: "a", hint: "hint", staff: "ploy" };
  const note = () => {
    const found = kept.readByDigest("fair", "a");
    if (found) kept.noteExport("fair", found, "/folder", "a.jpg");
  };
  const isCurrent = () => kept.listExports("fair", "/folder").map((one) => one.isCurrent);
  kept.keep({ ...of, decision: { choice: "publish" } });
  note();
  expect(isCurrent()).toEqual([true]);
  kept.keep({ ...of, decision: { choice: "leave-out" } });
  expect(isCurrent()).toEqual([false]);
  note();
  expect(isCurrent()).toEqual([true]);
  expect(kept.listExports("fair", "/elsewhere")).toEqual([]);
});

it("counts an event under one id", () => {
  expect(kept.reviewOf("fair", "first")).toBe("first");
  expect(kept.reviewOf("fair", "second")).toBe("first");
  kept.dropEvent("fair");
  expect(kept.reviewOf("fair", "third")).toBe("third");
  expect(kept.readByDigest("fair", "a")).toBeNull();
  expect(kept.listExports("fair", "/folder")).toEqual([]);
});
