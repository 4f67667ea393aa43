import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVersions, decideUpdate, type UpdateFacts } from "./update-decision.ts";

const number = fc.integer({ min: 0, max: 2 });
const version = fc.tuple(number, number, number).map((parts) => parts.join("."));
const facts: fc.Arbitrary<UpdateFacts> = fc.record({
  current: version,
  policy: fc.option(
    fc.record({
      earlyBranches: fc.constant([]),
      minimum: fc.option(version),
      halted: fc.array(version, { maxLength: 3 }),
    }),
  ),
  found: fc.option(version),
  ready: fc.option(version),
  isSignedIn: fc.boolean(),
  isAtRest: fc.boolean(),
  hasDrafts: fc.boolean(),
  isSending: fc.boolean(),
  unsent: fc.nat({ max: 2 }),
});

const holds = (property: (given: UpdateFacts) => void) =>
  fc.assert(fc.property(facts, property), { numRuns: 2000 });

describe("what happens with an update", () => {
  it("fetches and offers only what is newer and not halted", () => {
    holds((given) => {
      const { download, offer } = decideUpdate(given);
      for (const one of [download, offer]) {
        if (one === null) continue;
        expect(compareVersions(one, given.current)).toBeGreaterThan(0);
        expect(given.policy?.halted ?? []).not.toContain(one);
      }
    });
  });

  it("offers nothing to whoever is signed in, while something is sent, or what is not there", () => {
    holds((given) => {
      const { offer } = decideUpdate(given);
      if (given.isSignedIn || given.isSending) expect(offer).toBeNull();
      if (offer !== null) expect(offer).toBe(given.ready);
    });
  });

  it("waits for a draft and for a quiet hour, unless the version may not go on", () => {
    holds((given) => {
      const { offer, isNeeded } = decideUpdate(given);
      if (offer !== null && !isNeeded) {
        expect(given.hasDrafts).toBe(false);
        expect(given.isAtRest).toBe(true);
      }
    });
  });

  it("stops no desk that has something unsent, somebody at work, or nothing to go on with", () => {
    holds((given) => {
      if (!decideUpdate(given).isNeeded) return;
      expect(given.unsent).toBe(0);
      expect(given.isSignedIn).toBe(false);
      // There is a way on: at the latest when nothing is sent any more.
      expect(decideUpdate({ ...given, isSending: false }).offer).toBe(given.ready);
      expect(
        compareVersions(given.ready ?? "", given.policy?.minimum ?? ""),
      ).toBeGreaterThanOrEqual(0);
    });
  });

  it("stops one that is older than head office allows, once all that is fulfilled", () => {
    holds((given) => {
      const minimum = given.policy?.minimum ?? null;
      if (minimum === null || compareVersions(given.current, minimum) >= 0) return;
      const whole = { ...given, ready: minimum, unsent: 0, isSignedIn: false, isSending: false };
      const isHalted = given.policy?.halted.includes(minimum) ?? false;
      expect(decideUpdate(whole).isNeeded).toBe(!isHalted);
    });
  });

  it("compares numbers, not letters", () => {
    expect(compareVersions("0.10.0", "0.9.9")).toBeGreaterThan(0);
    expect(compareVersions("1.0.0", "1.0.0")).toBe(0);
    expect(compareVersions("next", "0.0.0")).toBeLessThan(0);
  });
});
