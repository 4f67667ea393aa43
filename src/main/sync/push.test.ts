import { randomUUID } from "node:crypto";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { deskTime, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { takeDecisions } from "../../../test/support/filled-store.ts";
import type { Envelope } from "../../contract/envelope.ts";
import { meetTrouble } from "./answer-reading.ts";
import type { Line } from "./line.ts";
import { pushWaiting, startPushMemory } from "./push.ts";

/** What may become of one push. */
type Fate =
  /** Head office takes all of it, and its answer arrives. */
  | "answered"
  | "lost-before"
  /** Head office takes all of it; the answer does not arrive. */
  | "lost-after"
  | "too-large"
  /** Head office takes all of it and answers, with verdicts of other items in their places. */
  | "shuffled"
  /** One verdict too few. */
  | "short"
  /** The last item is refused. */
  | "rejected";

const folder = makeFolder("push");
afterAll(() => folder.remove());

function openQueue(count: number) {
  const { store } = openDesk({ path: join(folder.path, `${randomUUID()}.db`) });
  takeDecisions(store, 1, count + 1);
  return store;
}

/** Head office and the line to it, as far as a push can tell. */
function makeModel(fates: readonly Fate[]) {
  const taken = new Set<string>();
  const refused = new Set<string>();
  const inTheAir = new Set<string>();
  let asked = 0;

  function judge(item: Envelope, isRefused: boolean) {
    const { id, contentHash } = item;
    if (isRefused && !taken.has(id)) {
      refused.add(id);
      return { id, contentHash, verdict: "rejected", reason: "payload-refused" };
    }
    const verdict = taken.has(id) ? "duplicate" : "accepted";
    taken.add(id);
    return { id, contentHash, verdict };
  }

  async function answer(items: readonly Envelope[]) {
    const fate = fates[asked++] ?? "answered";
    for (const { id } of items) {
      expect(inTheAir.has(id)).toBe(false);
      inTheAir.add(id);
    }
    // Lets the other lane send meanwhile.
    await new Promise(setImmediate);
    for (const { id } of items) inTheAir.delete(id);
    if (fate === "lost-before") return meetTrouble("cut-off");
    if (fate === "too-large") return meetTrouble("too-large");
    const last = items.length - 1;
    const verdicts = items.map((item, place) => judge(item, fate === "rejected" && place === last));
    if (fate === "lost-after") return meetTrouble("cut-off");
    if (fate === "shuffled") verdicts.push(...verdicts.splice(0, 1));
    if (fate === "short") verdicts.pop();
    const serverTime = new Date(deskTime).toISOString();
    return { outcome: "answered" as const, answer: { verdicts, serverTime } };
  }

  const line: Line = {
    async ask(_path, value, form) {
      const result = await answer((value as { items: Envelope[] }).items);
      if (result.outcome === "trouble") return result;
      return { outcome: "answered", answer: form.parse(result.answer) };
    },
  };
  return { line, taken, refused };
}

const fate = fc.constantFrom<Fate>(
  "answered",
  "lost-before",
  "lost-after",
  "too-large",
  "shuffled",
  "short",
  "rejected",
);

test("whatever the line does, nothing is acknowledged that head office has not, and in the end all is settled", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fate, { maxLength: 25 }),
      fc.integer({ min: 1, max: 2 }),
      async (count, fates, lanes) => {
        const store = openQueue(count);
        const { line, taken, refused } = makeModel(fates);
        const memory = startPushMemory();
        // Small enough for two requests to be in the air.
        memory.size = { limit: 4, ceiling: 4 };
        let now = deskTime;
        const deps = {
          outbox: store.outbox,
          line,
          now: () => now,
          chance: () => 0.5,
          tries: () => 0,
          isClosing: () => false,
          onProgress: () => {},
          reportUnsettled: () => {},
        };
        for (let run = 0; run <= fates.length && store.outbox.counts().waiting > 0; run += 1) {
          await pushWaiting(deps, memory, lanes);
          now += 600_000;
          for (let sequence = 1; sequence <= count; sequence += 1) {
            const kept = store.captures.readBySequence(sequence);
            const { id = "" } = kept?.envelope ?? {};
            if (kept?.acknowledgedAt) expect(taken).toContain(id);
            if (kept?.parked) expect(refused).toContain(id);
          }
        }
        const { waiting, parked } = store.outbox.counts();
        expect(waiting).toBe(0);
        expect(taken.size + parked).toBe(count);
        store.close();
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
