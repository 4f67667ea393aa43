import { join } from "node:path";
import canonicalize from "canonicalize";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  deskDevice,
  deskNumber,
  deskTime,
  makeCaptureDeps,
  makeFolder,
  openDesk,
  showNotice,
} from "../../../test/support/desk-store.ts";
import { counterStaff, inventInput, inventRequest } from "../../../test/support/filled-store.ts";
import { inventDecision, inventSubject } from "../../../test/support/invented-people.ts";
import { nameTrouble } from "../../../test/support/named-failure.ts";
import { mountSmallDisk } from "../../../test/support/small-disk.ts";
import { exampleReference } from "../../captures/marketing-consent/example-reference.ts";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { chainStart, findEnvelopeFault } from "../../contract/chain.ts";
import { envelope as envelopeSchema } from "../../contract/envelope.ts";
import type { Result } from "../../contract/failure.ts";
import { readNotice } from "../../contract/reference.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { sha256 } from "../store/sha256.ts";
import { type CaptureAnswer, type CaptureInput, submitCapture } from "./submit-capture.ts";

const folder = makeFolder("submit");
afterAll(folder.remove);

let count = 0;
let store: Store;
let now = deskTime;
beforeEach(() => {
  count += 1;
  now = deskTime;
  store = openDesk({ path: join(folder.path, `desk-${count}.db`) }).store;
});
afterEach(() => store.close());

function submit(input: CaptureInput, who = counterStaff as Parameters<typeof submitCapture>[1]) {
  return submitCapture(
    makeCaptureDeps(store, () => now),
    who,
    input,
  );
}

function take(input: CaptureInput): CaptureAnswer {
  const result = submit(input);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? "taken" : result.failure.code;
}

function amend(number: number, amends: string | null, payload: unknown): CaptureInput {
  return {
    request: inventRequest(number),
    kind: "marketing-consent",
    payload,
    amends,
    notice: null,
  };
}

const reason = "ลูกค้าแจ้งว่าไม่ถูกต้อง";
const voiding = { act: "void", subject: inventSubject(1).id, reason };
const correction = { act: "correction", subject: { ...inventSubject(1), name: "ชื่อใหม่" }, reason };

describe("submitting a capture", () => {
  it("stores it stamped, canonical, hashed and linked to the one before", () => {
    store.device.noteContact({ serverTime: "2026-11-22T03:00:01.500Z", clockOffsetMs: 1500 });
    const first = take(inventInput(1));
    now += 60_000;
    const second = take(inventInput(2));
    expect(first.receiptNumber).toBe(formReceiptNumber(deskNumber, 1));
    expect(second.receiptNumber).toBe(formReceiptNumber(deskNumber, 2));

    const [one, two] = [first, second].map(({ id }) => store.captures.readById(id)?.envelope);
    if (!one || !two) throw new Error("not stored");
    expect(one).toMatchObject({
      device: deskDevice,
      sequence: 1,
      kind: "marketing-consent",
      version: 1,
      capturedAt: new Date(deskTime).toISOString(),
      clockOffsetMs: 1500,
      branch: "bkk-siam",
      staff: "malee",
      amends: null,
      notice: showNotice("th"),
      payload: canonicalize(inventDecision(1)),
      previousHash: chainStart,
    });
    expect(two).toMatchObject({ sequence: 2, previousHash: one.hash });
    for (const item of [one, two]) {
      expect(envelopeSchema.parse(item)).toEqual(item);
      expect(findEnvelopeFault(sha256, item)).toBeNull();
    }
    expect(one.salt).not.toBe(two.salt);
    expect(store.captures.verifyChain(sha256)).toBeNull();
  });

  it("keeps with it the notice's words, the outbox's item and the audit's line", () => {
    const { id } = take(inventInput(1));
    const notice = showNotice("th");
    const [text] = exampleReference.notices.map((one) => readNotice(one, "th"));
    expect(store.noticeWords.read(notice.hash)).toBe(text);
    expect(store.outbox.list()).toMatchObject([{ id, urgency: "ordinary", state: "waiting" }]);
    expect(store.audit.list(1)).toMatchObject([
      {
        sequence: 1,
        at: new Date(deskTime).toISOString(),
        staff: "malee",
        action: "capture",
        subject: id,
      },
    ]);
  });

  it("takes the same request once, whatever comes with it", () => {
    const first = take(inventInput(1));
    now += 5000;
    expect(take(inventInput(1))).toEqual(first);
    expect(take({ ...inventInput(2), request: inventRequest(1) })).toEqual(first);
    expect(store.captures.count()).toBe(1);
    expect(store.outbox.counts().waiting).toBe(1);
  });

  it("leaves nothing behind when it is refused", () => {
    const decision = inventDecision(1);
    const refused = [
      submit({ ...inventInput(1), payload: { ...decision, answers: [] } }),
      submit({ ...inventInput(1), payload: null }),
      submit({ ...inventInput(1), payload: { act: "decision", subject: "\uD83D" } }),
      submit(inventInput(1), { staff: "malee", roles: ["event"] }),
      submit({ ...inventInput(1), notice: null }),
      submit({ ...inventInput(1), amends: "019a0000-0000-7000-8000-00000000ffff" }),
    ];
    expect(refused.map(codeOf)).toEqual([
      "refused",
      "refused",
      "refused",
      "not-your-role",
      "notice-changed",
      "not-found",
    ]);
    expect(store.captures.count()).toBe(0);
    expect(store.audit.list(10)).toEqual([]);
    expect(store.outbox.counts().waiting).toBe(0);
    expect(store.noticeWords.read(showNotice("th").hash)).toBeNull();
  });

  it("takes a spoken yes from whoever is signed in, not in a colleague's name", () => {
    const spoken = (attestedBy: string) => ({
      ...inventInput(1),
      payload: { ...inventDecision(1), means: { how: "spoken", attestedBy } },
    });
    expect(codeOf(submit(spoken("somchai")))).toBe("refused");
    expect(codeOf(submit(spoken("malee")))).toBe("taken");
  });

  it("is not for a desk that is not enrolled", () => {
    const fresh = openStore({
      path: join(folder.path, "fresh.db"),
      key: Buffer.alloc(32, 7),
      allowPlaintext: false,
      now: () => deskTime,
    });
    if (!fresh.ok) throw new Error(fresh.failure.code);
    const result = submitCapture(makeCaptureDeps(fresh.value), counterStaff, inventInput(1));
    expect(codeOf(result)).toBe("not-enrolled");
    fresh.value.close();
  });
});

describe("the notice that was shown", () => {
  const notice = showNotice("th");
  it.each([
    ["of an older version", { ...notice, version: notice.version + 1 }],
    ["with other words", { ...notice, hash: "0".repeat(64) }],
    ["in the other language's words", { ...notice, language: "en" as const }],
    ["of another name", { ...notice, id: "another" }],
  ])("must not be one %s", (_, shown) => {
    expect(codeOf(submit({ ...inventInput(1), notice: shown }))).toBe("notice-changed");
  });

  it("must be the one in force that day", () => {
    const [current] = exampleReference.notices;
    if (!current) throw new Error("no notice");
    const next = { ...current, version: current.version + 1, effectiveFrom: "2026-11-23" };
    store.received.applyChanges([{ topic: "notice", key: "next", value: next }], 99);
    expect(codeOf(submit(inventInput(1)))).toBe("taken");
    // Midnight in Bangkok is 17:00 in Greenwich.
    now = Date.parse("2026-11-22T17:00:00.000Z");
    expect(codeOf(submit(inventInput(2)))).toBe("notice-changed");
    const shown = { ...notice, version: next.version, hash: sha256(readNotice(next, "th")) };
    expect(codeOf(submit({ ...inventInput(2), notice: shown }))).toBe("taken");
  });

  it("may be in English", () => {
    expect(codeOf(submit({ ...inventInput(1), notice: showNotice("en") }))).toBe("taken");
  });
});

describe("amending", () => {
  it("is another capture that names the first", () => {
    const { id } = take(inventInput(1));
    const again = take(amend(2, id, correction));
    expect(store.captures.readById(again.id)?.envelope.amends).toBe(id);
    expect(store.captures.listAmending(id).map(({ envelope }) => envelope.id)).toEqual([again.id]);
    expect(store.captures.readById(id)?.envelope.payload).toBe(canonicalize(inventDecision(1)));
  });

  it("ends with a void", () => {
    const { id } = take(inventInput(1));
    take(amend(2, id, correction));
    take(amend(3, id, voiding));
    expect(codeOf(submit(amend(4, id, voiding)))).toBe("already-amended");
    expect(codeOf(submit(amend(5, id, correction)))).toBe("already-amended");
  });

  it("needs the payload of what it amends for its rules", () => {
    const { id } = take(inventInput(1));
    const stranger = { ...voiding, subject: inventSubject(2).id };
    expect(codeOf(submit(amend(2, id, stranger)))).toBe("refused");
    expect(codeOf(submit(amend(3, null, voiding)))).toBe("refused");
  });
});

describe("a disk that is full", () => {
  it("loses what could not be answered, and nothing that was", { timeout: 60_000 }, (context) => {
    const place = join(folder.path, "small");
    const disk = mountSmallDisk(place, 600);
    if (disk === null) return context.skip("needs root to mount");
    const key = Buffer.alloc(32, 5);
    try {
      const small = openDesk({ path: join(place, "desk.db"), key }).store;
      const deps = makeCaptureDeps(small);
      let answered = 0;
      const save = () => submitCapture(deps, counterStaff, inventInput(answered));
      let result = nameTrouble(save);
      while (result.ok) {
        answered += 1;
        result = nameTrouble(save);
      }
      expect(result.failure).toEqual({ code: "store-disk-full" });
      expect(answered).toBeGreaterThan(5);
      expect(small.captures.count()).toBe(answered);
      expect(small.captures.verifyChain(sha256)).toBeNull();
      small.close();
      const again = openDesk({ path: join(place, "desk.db"), key }).store;
      expect(again.captures.count()).toBe(answered);
      expect(again.outbox.counts().waiting).toBe(answered);
      expect(again.captures.verifyChain(sha256)).toBeNull();
      again.close();
    } finally {
      disk.unmount();
    }
  });
});
