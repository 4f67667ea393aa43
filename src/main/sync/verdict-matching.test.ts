import fc from "fast-check";
import { expect, test } from "vitest";
import type { Envelope } from "../../contract/envelope.ts";
import type { Verdict } from "../../contract/sync.ts";
import { matchVerdicts } from "./verdict-matching.ts";

// Only what matching looks at: the rest of an envelope plays no part.
function makeItem(sequence: number): Envelope {
  return { sequence, id: idOf(sequence), contentHash: hashOf(sequence) } as Envelope;
}

const idOf = (n: number) => `0195e3a0-0000-7000-8000-${String(n).padStart(12, "0")}`;
const hashOf = (n: number) => n.toString(16).padStart(64, "0");

const named = ({ id, contentHash }: Envelope) => ({ id, contentHash });
const accept = (item: Envelope): Verdict => ({ ...named(item), verdict: "accepted" });
const items = fc
  .integer({ min: 1, max: 40 })
  .map((n) => Array.from({ length: n }, (_, i) => makeItem(i + 1)));

test("a verdict for each item, in order and by name, settles each", () => {
  fc.assert(
    fc.property(items, (sent) => {
      const { settled, unsettled } = matchVerdicts(sent, sent.map(accept));
      expect(settled.map((entry) => entry.sequence)).toEqual(sent.map((item) => item.sequence));
      expect(unsettled).toEqual([]);
    }),
  );
});

test("whatever comes back, an item is completed only by a verdict in its place with its id and hash", () => {
  const word = fc.record({
    of: fc.integer({ min: 1, max: 60 }),
    hash: fc.integer({ min: 1, max: 60 }),
    verdict: fc.constantFrom("accepted" as const, "duplicate" as const),
  });
  fc.assert(
    fc.property(items, fc.array(word, { maxLength: 45 }), (sent, words) => {
      const verdicts = words.map(({ of, hash, verdict }): Verdict => {
        return { id: idOf(of), contentHash: hashOf(hash), verdict };
      });
      const { settled, unsettled } = matchVerdicts(sent, verdicts);
      expect(settled.length + unsettled.length).toBe(sent.length);
      for (const { sequence, verdict } of settled) {
        expect(verdicts.length).toBe(sent.length);
        expect(verdict).toEqual({ ...named(makeItem(sequence)), verdict: verdict.verdict });
        expect(verdicts[sequence - 1]).toEqual(verdict);
      }
    }),
  );
});

test("a rejection without a name parks the item in its place; an acceptance without one completes nothing", () => {
  const sent = [makeItem(1), makeItem(2), makeItem(3)];
  const unnamed = { id: null, contentHash: null };
  const verdicts: Verdict[] = [
    accept(makeItem(1)),
    { ...unnamed, verdict: "rejected", reason: "malformed" },
    { ...unnamed, verdict: "accepted" },
  ];
  const { settled, unsettled } = matchVerdicts(sent, verdicts);
  expect(settled.map((entry) => [entry.sequence, entry.verdict.verdict])).toEqual([
    [1, "accepted"],
    [2, "rejected"],
  ]);
  expect(unsettled).toEqual([3]);
});

test("verdicts that are too few or too many complete nothing, however well those that came fit", () => {
  const sent = [makeItem(1), makeItem(2)];
  const both = sent.map(accept);
  for (const verdicts of [[], both.slice(0, 1), [...both, accept(makeItem(3))]]) {
    expect(matchVerdicts(sent, verdicts)).toEqual({ settled: [], unsettled: [1, 2] });
  }
});

test("a verdict of a form that this version does not know spoils only itself", () => {
  const sent = [makeItem(1), makeItem(2)];
  const later = { ...named(makeItem(1)), verdict: "held", until: "tomorrow" };
  const { settled, unsettled } = matchVerdicts(sent, [later, accept(makeItem(2))]);
  expect(settled.map((entry) => entry.sequence)).toEqual([2]);
  expect(unsettled).toEqual([1]);
});

test.each([
  ["its id alone", { id: idOf(1), contentHash: null }, true],
  ["its hash alone", { id: null, contentHash: hashOf(1) }, true],
  ["its id and another hash", { id: idOf(1), contentHash: hashOf(9) }, false],
  ["its hash and another id", { id: idOf(9), contentHash: hashOf(1) }, false],
  ["another id alone", { id: idOf(9), contentHash: null }, false],
  ["another hash alone", { id: null, contentHash: hashOf(9) }, false],
])("a rejection that names %s parks the item: %j, %j", (_, name, parks) => {
  const verdict: Verdict = { ...name, verdict: "rejected", reason: "hash-mismatch" };
  expect(matchVerdicts([makeItem(1)], [verdict]).settled).toHaveLength(parks ? 1 : 0);
});

test.each([
  { id: idOf(1), contentHash: hashOf(9) },
  { id: idOf(9), contentHash: hashOf(1) },
])("an acceptance that names half of the item completes nothing", (name) => {
  const verdict: Verdict = { ...name, verdict: "accepted" };
  expect(matchVerdicts([makeItem(1)], [verdict])).toEqual({ settled: [], unsettled: [1] });
});

test("a rejection of something else leaves the item alone", () => {
  const verdict: Verdict = { ...named(makeItem(9)), verdict: "rejected", reason: "hash-mismatch" };
  expect(matchVerdicts([makeItem(1)], [verdict])).toEqual({ settled: [], unsettled: [1] });
});
