import canonicalize from "canonicalize";
import { describe, expect, it, vi } from "vitest";
import { formCapture, rehash } from "../../test/support/device-client.ts";
import { captureDefinitions } from "../captures/index.ts";
import { decision } from "../captures/marketing-consent/example-acts.ts";
import { chainStart, hashContent } from "../contract/chain.ts";
import type { Envelope, EnvelopeHeader } from "../contract/envelope.ts";
import { readItem, readItems } from "./item-reading.ts";
import { sha256 } from "./sha256.ts";

const marketingConsent = captureDefinitions["marketing-consent"];
const signer = "019a0000-0000-7000-8000-00000000000d";

const write = (payload: unknown) => canonicalize(payload) ?? "";
const good = formCapture(
  { device: signer, branch: "chiang-mai" },
  { sequence: 0, hash: chainStart },
  decision,
);
/** As a device would send it: both hashes are right for whatever is in it. */
function take(text: string | null, parts: Partial<EnvelopeHeader> = {}): Envelope {
  const contentHash = text === null ? good.contentHash : hashContent(sha256, good.salt ?? "", text);
  const salt = text === null ? null : good.salt;
  return rehash(good, { ...parts, payload: text, salt, contentHash });
}

/** What head office says of a payload; null: nothing. */
const findFault = (item: Envelope) => {
  const reading = readItem(item, signer);
  if (reading.state !== "sound") throw new Error(reading.reason);
  expect(reading.item).toEqual(item);
  return reading.fault;
};

describe("what is no capture", () => {
  it.each([null, "text", 7, [], {}])("%j is malformed and names nothing", (raw) => {
    expect(readItem(raw, signer)).toEqual({
      state: "unsound",
      id: null,
      contentHash: null,
      item: null,
      reason: "malformed",
    });
  });

  it("is still named by what can be read of it", () => {
    const { id, contentHash } = good;
    const malformed = { state: "unsound", item: null, reason: "malformed" };
    const rest = { ...good, branch: 7 };
    expect(readItem(rest, signer)).toEqual({ ...malformed, id, contentHash });
    expect(readItem({ ...rest, id: "one" }, signer)).toEqual({
      ...malformed,
      id: null,
      contentHash,
    });
    expect(readItem({ ...rest, contentHash: "one" }, signer)).toEqual({
      ...malformed,
      id,
      contentHash: null,
    });
  });

  it.each([
    ["NUL in its kind", take("{}", { kind: "a\0b" })],
    ["half a pair in its kind", take("{}", { kind: "a\ud800b" })],
    ["half a pair in its payload", { ...take("{}"), payload: '"\udc00"' }],
  ])("%s cannot be stored", (_, item) => {
    expect(readItem(item, signer)).toMatchObject({ item: null, reason: "malformed", id: item.id });
  });

  it("another device's, and one that is not what its hashes say, are refused with what they are", () => {
    const { id, contentHash } = good;
    const unsound = { state: "unsound", id, contentHash };
    const elsewhere = "019a0000-0000-7000-8000-00000000000e";
    expect(readItem(good, elsewhere)).toEqual({ ...unsound, item: good, reason: "wrong-device" });
    for (const changed of [
      { ...good, staff: "anan" },
      { ...good, payload: write({ ...decision, subject: null }) },
    ]) {
      expect(readItem(changed, signer)).toEqual({
        ...unsound,
        item: changed,
        reason: "hash-mismatch",
      });
    }
  });
});

describe("a payload", () => {
  it("that fits its kind has no fault", () => {
    expect(findFault(good)).toBeNull();
  });

  it("that is gone is missing, of whatever kind", () => {
    expect(findFault(take(null))).toEqual({ reason: "payload-missing" });
    expect(findFault(take(null, { kind: "from-the-future" }))).toEqual({
      reason: "payload-missing",
    });
  });

  it("that is no JSON is refused, of whatever kind", () => {
    expect(findFault(take("{"))).toEqual({ reason: "payload-refused" });
    expect(findFault(take("{", { kind: "from-the-future" }))).toEqual({
      reason: "payload-refused",
    });
  });

  it("that breaks its kind is named field by field", () => {
    const { subject: _, ...rest } = decision;
    expect(findFault(take(write(rest)))).toEqual({
      reason: "payload-refused",
      issues: [{ path: ["subject"], code: "required" }],
    });
  });

  it("of a kind or a version that this head office does not know is nobody's to judge", () => {
    expect(findFault(take("7", { kind: "from-the-future" }))).toBeNull();
    expect(findFault(take("7", { kind: "constructor" }))).toBeNull();
    expect(findFault(take("7", { version: marketingConsent.version + 1 }))).toBeNull();
  });

  it("of an earlier version is judged in the newest form", () => {
    vi.spyOn(marketingConsent, "version", "get").mockReturnValue(3);
    vi.spyOn(marketingConsent, "upcasts", "get").mockReturnValue({
      1: (old) => ({ half: (old as { whole: unknown }).whole }),
      2: (old) => (old as { half: unknown }).half,
    });
    expect(findFault(take(write({ whole: decision })))).toBeNull();
    expect(findFault(take(write({ half: decision }), { version: 2 }))).toBeNull();
    expect(findFault(good)).toMatchObject({ reason: "payload-refused" });
    // An upcast that falls over what is not of its form.
    expect(findFault(take("null"))).toEqual({ reason: "payload-refused" });
  });
});

describe("the items of a push", () => {
  it("are read in order, and others have their turn in between", async () => {
    const items = Array.from({ length: 70 }, (_, place) => (place % 2 === 0 ? good : { place }));
    let turns = 0;
    let isReading = true;
    const others = (async () => {
      while (isReading) {
        await new Promise((resolve) => setImmediate(resolve));
        turns += 1;
      }
    })();
    const readings = await readItems(items, signer);
    isReading = false;
    expect(turns).toBeGreaterThanOrEqual(2);
    await others;
    expect(readings).toHaveLength(70);
    for (const [place, { state }] of readings.entries()) {
      expect(state).toBe(place % 2 === 0 ? "sound" : "unsound");
    }
  });

  it("that are few are read at once", async () => {
    let turns = 0;
    setImmediate(() => {
      turns += 1;
    });
    expect(await readItems([good], signer)).toHaveLength(1);
    expect(await readItems([], signer)).toEqual([]);
    expect(turns).toBe(0);
  });
});
