import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyCaptureDefinition } from "../../captures/define-capture.ts";
import { examples as eventPhotoOptOut } from "../../captures/event-photo-opt-out/examples.ts";
import { examples as idCopy } from "../../captures/id-copy/examples.ts";
import { captureDefinitions } from "../../captures/index.ts";
import { examples as marketingConsent } from "../../captures/marketing-consent/examples.ts";
import { examples as rightsRequest } from "../../captures/rights-request/examples.ts";
import { captureKinds } from "../../contract/envelope.ts";
import { holdCondition } from "../../contract/pending-rules.ts";
import { findHoldReasons, type HoldFacts } from "./review-hold.ts";

const day = 86_400_000;
const examples = {
  "marketing-consent": marketingConsent,
  "id-copy": idCopy,
  "event-photo-opt-out": eventPhotoOptOut,
  "rights-request": rightsRequest,
};
const all = captureKinds.flatMap((kind) =>
  Object.values(examples[kind].valid).map(({ payload }: { payload: unknown }) => {
    const definition: AnyCaptureDefinition = captureDefinitions[kind];
    return { definition, payload };
  }),
);
const facts = fc.record({
  taken: fc.constantFrom(...all),
  rules: fc.option(
    fc.record({
      lateAfter: fc.constant(1),
      veryLateAfter: fc.constant(1),
      review: fc.record({
        kinds: fc.subarray([...captureKinds, "of-a-newer-version"]),
        conditions: fc.subarray([...holdCondition.options]),
      }),
    }),
  ),
  isByManager: fc.boolean(),
  amendsHeld: fc.boolean(),
  clockOffsetMs: fc.constantFrom(null, 0, -day, 299_000),
  at: fc.constantFrom(day, 2 * day),
  previousAt: fc.constantFrom(null, day, 3 * day),
});
const holds = (property: (given: HoldFacts) => void) =>
  fc.assert(
    fc.property(facts, ({ taken, ...rest }) => property({ ...taken, ...rest })),
    { numRuns: 3000 },
  );

describe("why a manager looks first", () => {
  it("never for a withdrawal, a manager's own capture, or with nothing asked for", () => {
    holds((given) => {
      const reasons = findHoldReasons(given);
      if (given.definition.urgency(given.payload) === "withdrawal") expect(reasons).toEqual([]);
      if (given.isByManager) expect(reasons).toEqual([]);
      if (given.rules === null && !given.amendsHeld) expect(reasons).toEqual([]);
    });
  });

  it("never for a wish not to be photographed", () => {
    holds((given) => {
      const { act } = given.payload as { act: string };
      if (given.definition.kind === "event-photo-opt-out" && act !== "photo-consent") {
        expect(findHoldReasons(given)).toEqual([]);
      }
    });
  });

  it("is what head office asks for and the capture has, each once", () => {
    holds((given) => {
      const reasons = findHoldReasons(given);
      expect(new Set(reasons).size).toBe(reasons.length);
      const asked = given.rules?.review ?? { kinds: [], conditions: [] };
      for (const reason of reasons) {
        if (reason === "kind") expect(asked.kinds).toContain(given.definition.kind);
        else if (reason === "amends-held") expect(given.amendsHeld).toBe(true);
        else expect(asked.conditions).toContain(reason);
      }
    });
  });

  it("doubts a clock that was never compared, is far off, or was set back since the last capture", () => {
    const [first] = all.filter(({ payload }) => (payload as { act: string }).act === "decision");
    if (!first) throw new Error("no decision among the examples");
    const rules = {
      lateAfter: 1,
      veryLateAfter: 1,
      review: { kinds: [], conditions: ["clock-in-doubt" as const] },
    };
    const given = { ...first, rules, isByManager: false, amendsHeld: false };
    const ask = (clockOffsetMs: number | null, at: number, previousAt: number | null) =>
      findHoldReasons({ ...given, clockOffsetMs, at, previousAt });
    expect(ask(0, day, null)).toEqual([]);
    expect(ask(0, 2 * day, day)).toEqual([]);
    expect(ask(0, day, 2 * day)).toEqual(["clock-in-doubt"]);
    expect(ask(null, day, null)).toEqual(["clock-in-doubt"]);
    expect(ask(day, day, null)).toEqual(["clock-in-doubt"]);
  });
});
