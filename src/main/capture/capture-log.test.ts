import { join } from "node:path";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import {
  deskTime,
  makeCaptureDeps,
  makeFolder,
  openDesk,
} from "../../../test/support/desk-store.ts";
import { counterStaff, inventInput } from "../../../test/support/filled-store.ts";
import { nameTrouble } from "../../../test/support/named-failure.ts";
import { chainStart, hashHeader } from "../../contract/chain.ts";
import type { Envelope } from "../../contract/envelope.ts";
import type { Store } from "../store/open-store.ts";
import { sha256 } from "../store/sha256.ts";
import { submitCapture } from "./submit-capture.ts";

const folder = makeFolder("capture-log");
afterAll(folder.remove);

function stamp(item: Envelope): Envelope {
  return { ...item, hash: hashHeader(sha256, item) };
}

/** A store in which one step of a save fails, as SQLite would have it fail. */
function breakStep(store: Store, step: "append" | "outbox" | "audit" | "words"): Store {
  const full = () => {
    throw Object.assign(new Error("invented"), { code: "SQLITE_FULL" });
  };
  switch (step) {
    case "append":
      return { ...store, captures: { ...store.captures, append: full } };
    case "outbox":
      return { ...store, outbox: { ...store.outbox, add: full } };
    case "audit":
      return { ...store, audit: { ...store.audit, add: full } };
    case "words":
      return { ...store, noticeWords: { ...store.noticeWords, keep: full } };
  }
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("take" as const), person: fc.nat(8) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("fail" as const),
      at: fc.constantFrom("append" as const, "outbox" as const, "audit" as const, "words" as const),
      person: fc.nat(8),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("refuse" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("tidy" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const) }) },
);

describe("the capture-log", () => {
  it("has no gap and no half of a capture, whatever fails in between", { timeout: 120_000 }, () => {
    let run = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        run += 1;
        const path = join(folder.path, `run-${run}.db`);
        const opened = openDesk({ path });
        let { store } = opened;
        /** The model: which requests were answered, in which order. */
        const taken: number[] = [];
        try {
          for (const one of steps) {
            if (one.do === "take" || one.do === "fail") {
              const through = one.do === "fail" ? breakStep(store, one.at) : store;
              const deps = makeCaptureDeps(through);
              const result = nameTrouble(() =>
                submitCapture(deps, counterStaff, inventInput(one.person)),
              );
              const isKnown = taken.includes(one.person);
              // A request that was answered is answered again, and needs nothing that could fail.
              expect(result.ok).toBe(one.do === "take" || isKnown);
              if (result.ok && !isKnown) taken.push(one.person);
            } else if (one.do === "refuse") {
              const input = { ...inventInput(99), payload: {} };
              expect(submitCapture(makeCaptureDeps(store), counterStaff, input).ok).toBe(false);
            } else if (one.do === "tidy") {
              store.tidy();
            } else {
              store.close();
              ({ store } = openDesk({ path, key: opened.key }));
            }
          }
          expect(store.captures.verifyChain(sha256)).toBeNull();
          expect(store.captures.count()).toBe(taken.length);
          expect(store.outbox.list().map(({ sequence }) => sequence)).toEqual(
            taken.map((_, place) => place + 1),
          );
          expect(store.audit.list(1000)).toHaveLength(taken.length);
          taken.forEach((person, place) => {
            const kept = store.captures.readBySequence(place + 1);
            expect(kept?.envelope.payload).toBe(canonicalize(inventInput(person).payload));
          });
        } finally {
          store.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each<["content" | "header" | "link", (item: Envelope) => Envelope]>([
    ["content", (item) => ({ ...item, payload: `${item.payload} ` })],
    ["header", (item) => ({ ...item, staff: "another" })],
    ["link", (item) => stamp({ ...item, previousHash: chainStart })],
  ])("shows at which capture its %s was changed", (fault, change) => {
    const { store } = openDesk({ path: join(folder.path, `changed-${fault}.db`) });
    const deps = makeCaptureDeps(store);
    for (const person of [1, 2]) submitCapture(deps, counterStaff, inventInput(person));
    const last = store.captures.readBySequence(2)?.envelope;
    if (!last) throw new Error("not stored");
    const next = stamp({ ...last, sequence: 3, id: "another", previousHash: last.hash });
    store.write(() =>
      store.captures.append({
        envelope: change(next),
        request: "another",
        subject: null,
        keys: { phone: [], email: [], member: [], receipt: [], name: [] },
      }),
    );
    expect(store.captures.verifyChain(sha256)).toEqual({ sequence: 3, fault });
    store.close();
  });

  it("holds after a purge, and the payload is gone from the store", () => {
    const { store } = openDesk({ path: join(folder.path, "purged.db") });
    const deps = makeCaptureDeps(store);
    for (const person of [1, 2, 3]) submitCapture(deps, counterStaff, inventInput(person));
    const sent = store.outbox.nextBatch(deskTime, 10, 1_000_000);
    store.outbox.settle(
      sent.map(({ sequence, id, contentHash }) => ({
        sequence,
        verdict: { verdict: "accepted", id, contentHash },
      })),
    );
    store.write(() => store.captures.purge([2]));
    expect(store.captures.verifyChain(sha256)).toBeNull();
    expect(store.captures.readBySequence(2)?.envelope).toMatchObject({ payload: null, salt: null });
    store.close();
  });
});

describe("canonical form (RFC 8785)", () => {
  it("is one for a value, however it came to be", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const form = canonicalize(value);
        if (form === undefined) throw new Error("no form");
        expect(JSON.parse(form)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalize(JSON.parse(form))).toBe(form);
        expect(canonicalize(reverseKeys(value))).toBe(form);
      }),
      { numRuns: 500 },
    );
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  );
}
