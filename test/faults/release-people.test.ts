import { randomUUID } from "node:crypto";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closing, seenRefund } from "../../src/captures/id-copy/example-acts.ts";
import type { Payload as RefundPayload } from "../../src/captures/id-copy/payload.ts";
import { decision, withdrawal } from "../../src/captures/marketing-consent/example-acts.ts";
import type { Payload, Subject } from "../../src/captures/marketing-consent/payload.ts";
import { foldRecord } from "../../src/captures/marketing-consent/person-record.ts";
import { access } from "../../src/captures/rights-request/example-requests.ts";
import type { CaptureDeps } from "../../src/main/capture/capture-deps.ts";
import { readPerson } from "../../src/main/capture/read-captures.ts";
import {
  type ReleaseWalk,
  releasePeople,
  startWalk,
} from "../../src/main/capture/release-people.ts";
import { type CaptureInput, submitCapture } from "../../src/main/capture/submit-capture.ts";
import type { Store } from "../../src/main/store/open-store.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import {
  deskTime,
  makeCaptureDeps,
  makeFolder,
  openDesk,
  showNotice,
} from "../support/desk-store.ts";
import { inventId } from "../support/invented-people.ts";
import { showRefundNotice } from "../support/refunds.ts";

const folder = makeFolder("release");
afterAll(folder.remove);
const day = 24 * 60 * 60 * 1000;

let count = 0;
let now = deskTime;
let store: Store;
let deps: CaptureDeps;

function open(): void {
  count += 1;
  now = deskTime;
  ({ store } = openDesk({ path: join(folder.path, `desk-${count}.db`), now: () => now }));
  deps = makeCaptureDeps(store, () => now);
}
beforeEach(open);

function take(parts: Partial<CaptureInput> & { payload: unknown }): {
  id: string;
  receiptNumber: string;
} {
  const input = { request: randomUUID(), kind: "marketing-consent", amends: null, notice: null };
  const taken = submitCapture(deps, { staff: "somying", roles: ["counter"] }, {
    ...input,
    ...parts,
  } as CaptureInput);
  if (!taken.ok) throw new Error(JSON.stringify(taken.failure));
  return taken.value;
}

function acknowledgeAll(): void {
  store.outbox.settle(
    store.outbox.nextBatch(now, 1000, 1e9).map(({ sequence, id, contentHash }) => ({
      sequence,
      verdict: { id, contentHash, verdict: "accepted" },
    })),
  );
}

/** The whole walk. Whether anything went. */
function release(): boolean {
  let went = false;
  for (let walk: ReleaseWalk | null = startWalk(deps); walk !== null; ) {
    const { next, wentAny } = releasePeople(deps, walk);
    went ||= wentAny;
    walk = next;
  }
  return went;
}

const payloadOf = (id: string) => store.captures.readById(id)?.envelope.payload;

function person(number: number, contacts: Partial<Subject["contacts"]> = {}): Subject {
  const none = { phone: null, email: null, line: null, address: null };
  return {
    ...decision.subject,
    id: inventId(deskTime, number),
    contacts: { ...none, ...contacts },
  };
}

const phones = ["+66812345671", "+66812345672", "+66812345673"];
const spoken = { how: "spoken", attestedBy: "somying" } as const;
const say = (subject: Subject): Payload => ({ ...decision, subject });
const takeBack = (subject: Subject): Payload => ({ ...withdrawal, subject, means: spoken });

describe("leaving the shop's PC", () => {
  it("is for what head office has, the days after a person's last capture that it set, all at once", () => {
    const subject = person(1, { phone: phones[0] ?? null });
    const first = take({ payload: say(subject), notice: showNotice("th") });
    now += 50 * day;
    const last = take({ payload: takeBack(subject) });
    acknowledgeAll();
    now += 90 * day - 1000;
    expect(release()).toBe(false);
    now += 2000;
    expect(release()).toBe(true);
    expect([first, last].map(({ id }) => payloadOf(id))).toEqual([null, null]);
    expect(readPerson(deps, subject.id).ok).toBe(false);
    expect(store.people.search("somying", 5).hits).toEqual([]);
    expect(store.captures.verifyChain(sha256)).toBeNull();
    expect(store.audit.list(2).map(({ action }) => action)).toEqual(["purge", "purge"]);
    expect(release()).toBe(false);
  });

  it("waits for what head office has not got, and goes by the days that it sets", () => {
    const subject = person(1, { phone: phones[0] ?? null });
    const { id } = take({ payload: say(subject), notice: showNotice("th") });
    const value = { days: 10 };
    store.received.applyChanges([{ topic: "desk-retention", key: "desk-retention", value }], 900);
    now += 11 * day;
    expect(release()).toBe(false);
    acknowledgeAll();
    expect(release()).toBe(true);
    expect(payloadOf(id)).toBeNull();
  });

  it("waits while a refund of theirs is open", () => {
    const refund = take({ kind: "id-copy", payload: seenRefund, notice: showRefundNotice() });
    acknowledgeAll();
    now += 200 * day;
    expect(release()).toBe(false);
    take({ kind: "id-copy", payload: closing satisfies RefundPayload, amends: refund.id });
    acknowledgeAll();
    now += 91 * day;
    expect(release()).toBe(true);
    expect(payloadOf(refund.id)).toBeNull();
  });

  it("waits while a request of theirs is open, and the case is forgotten with it", () => {
    const seen = { ...access.identity, seenBy: "somying" };
    const { id } = take({ kind: "rights-request", payload: { ...access, identity: seen } });
    acknowledgeAll();
    now += 200 * day;
    expect(release()).toBe(false);
    expect(payloadOf(id)).not.toBeNull();
  });

  it("keeps the whole of a group of which one member is new or open", () => {
    const mother = person(1, { phone: phones[0] ?? null });
    const son = person(2, { phone: phones[0] ?? null });
    const old = take({ payload: say(mother), notice: showNotice("th") });
    now += 100 * day;
    take({ payload: takeBack(son) });
    acknowledgeAll();
    expect(release()).toBe(false);
    expect(payloadOf(old.id)).not.toBeNull();
  });
});

/** Somebody says yes or takes back, with or without a phone, or takes back by somebody else's receipt. */
const act = fc.record({
  act: fc.constantFrom("decision", "withdrawal", "by-receipt"),
  who: fc.nat({ max: 3 }),
  phone: fc.constantFrom(0, 1, 2),
  receipt: fc.nat(),
  wait: fc.nat({ max: 60 }),
  acknowledged: fc.boolean(),
});

it("never changes what anybody who is still here has agreed to", () => {
  let [gone, stayed] = [0, 0];
  fc.assert(
    fc.property(fc.array(act, { minLength: 3, maxLength: 14 }), (acts) => {
      open();
      const receipts: string[] = [];
      for (const one of acts) {
        const subject = person(one.who, { phone: phones[one.phone] ?? null });
        const receipt = receipts[one.receipt % Math.max(1, receipts.length)];
        if (one.act === "decision") {
          receipts.push(take({ payload: say(subject), notice: showNotice("th") }).receiptNumber);
        } else if (one.act === "withdrawal") take({ payload: takeBack(subject) });
        else if (receipt)
          take({ payload: { ...takeBack(person(9)), receipts: [receipt.replaceAll("-", "")] } });
        if (one.acknowledged) acknowledgeAll();
        now += one.wait * day;
      }
      const before = new Map([0, 1, 2, 3].map((who) => [who, tell(who)]));
      release();
      for (const [who, told] of before) {
        const left = tell(who);
        if (left === null) gone += told === null ? 0 : 1;
        else stayed += 1;
        expect([null, told]).toContainEqual(left);
      }
      store.close();
    }),
    { numRuns: 80 },
  );
  // Both happened, or the property said nothing.
  expect(Math.min(gone, stayed)).toBeGreaterThan(5);
}, 60_000);

/** What somebody has agreed to, as this PC knows it; null: it does not know them. */
function tell(who: number): unknown {
  const record = readPerson(deps, person(who).id);
  return record.ok ? foldRecord(record.value).cells : null;
}
