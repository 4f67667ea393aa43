import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainStart, findEnvelopeFault, hashContent, hashHeader, type Sha256 } from "./chain.ts";
import { type Envelope, type EnvelopeHeader, envelope, envelopeHeader } from "./envelope.ts";

const sha256: Sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const id = fc.stringMatching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
);
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const moment = fc
  .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
  .map((date) => date.toISOString());
const notice = fc.record({
  id: slug,
  version: fc.integer({ min: 1, max: 99 }),
  language: fc.constantFrom<"th" | "en">("th", "en"),
  hash: hex,
});

/** What a device decides; the hashes follow from it and from the capture before. */
const content = fc.record({
  id,
  kind: slug,
  version: fc.integer({ min: 1, max: 9 }),
  capturedAt: moment,
  clockOffsetMs: fc.option(fc.integer()),
  branch: slug,
  staff: slug,
  amends: fc.option(id),
  notice: fc.option(notice),
  payload: fc.json(),
  salt: fc.stringMatching(/^[A-Za-z0-9_-]{22}$/),
});
type Content = typeof content extends fc.Arbitrary<infer Value> ? Value : never;

function link(device: string, contents: readonly Content[]): Envelope[] {
  const chain: Envelope[] = [];
  for (const { payload, salt, ...own } of contents) {
    const header: EnvelopeHeader = {
      envelope: 1,
      device,
      sequence: chain.length + 1,
      ...own,
      contentHash: hashContent(sha256, salt, payload),
      previousHash: chain.at(-1)?.hash ?? chainStart,
    };
    chain.push({ ...header, payload, salt, hash: hashHeader(sha256, header) });
  }
  return chain;
}

/** Whether all of a chain is whole: each capture by itself, and each after the one before. */
function isWhole(chain: readonly Envelope[]): boolean {
  return chain.every(
    (item, index) =>
      findEnvelopeFault(sha256, item) === null &&
      item.sequence === index + 1 &&
      item.previousHash === (chain[index - 1]?.hash ?? chainStart),
  );
}

const chain = fc
  .tuple(id, fc.array(content, { minLength: 1, maxLength: 6 }))
  .map(([device, contents]) => link(device, contents));
const chainAndPlace = chain.chain((items) =>
  fc.tuple(fc.constant(items), fc.nat({ max: items.length - 1 })),
);
const headerFields = Object.keys(envelopeHeader.shape) as (keyof EnvelopeHeader)[];
/** Any other value of any field: the hash must see it, whether or not the schema would let it pass. */
const otherValue = fc.oneof(fc.string(), fc.integer(), fc.constant(null), notice);

function replace(items: readonly Envelope[], place: number, change: object): Envelope[] {
  return items.map((item, index) =>
    index === place ? ({ ...item, ...change } as Envelope) : item,
  );
}

describe("the chain of a device", () => {
  it("is whole as it was made, and every link is an envelope", () => {
    fc.assert(
      fc.property(chain, (items) => {
        expect(isWhole(items)).toBe(true);
        for (const item of items) expect(envelope.parse(item)).toEqual(item);
      }),
    );
  });

  it("shows any change of any header field", () => {
    fc.assert(
      fc.property(
        chainAndPlace,
        fc.constantFrom(...headerFields),
        otherValue,
        ([items, place], field, value) => {
          fc.pre(JSON.stringify(items[place]?.[field]) !== JSON.stringify(value));
          expect(isWhole(replace(items, place, { [field]: value }))).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("shows any change within the notice that was shown", () => {
    fc.assert(
      fc.property(
        chainAndPlace,
        notice,
        fc.constantFrom(...Object.keys({ id, version: 0, language: 0, hash: 0 })),
        ([items, place], other, field) => {
          const shown = items[place]?.notice as Record<string, unknown> | null | undefined;
          fc.pre(shown !== null && shown !== undefined);
          const value = (other as Record<string, unknown>)[field];
          fc.pre(shown[field] !== value);
          expect(isWhole(replace(items, place, { notice: { ...shown, [field]: value } }))).toBe(
            false,
          );
        },
      ),
    );
  });

  it("shows any change of payload, salt or hash", () => {
    fc.assert(
      fc.property(
        chainAndPlace,
        fc.constantFrom("payload", "salt", "hash"),
        fc.string(),
        ([items, place], field, value) => {
          fc.pre(items[place]?.[field as "hash"] !== value);
          expect(isWhole(replace(items, place, { [field]: value }))).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("shows a field's change even where its own hash was made anew, by the next link", () => {
    fc.assert(
      fc.property(chainAndPlace, slug, ([items, place], branch) => {
        const item = items[place];
        fc.pre(item !== undefined && item.branch !== branch && place < items.length - 1);
        const forged = { ...item, branch };
        const hash = hashHeader(sha256, forged);
        expect(findEnvelopeFault(sha256, { ...forged, hash })).toBeNull();
        expect(isWhole(replace(items, place, { branch, hash }))).toBe(false);
      }),
    );
  });

  it("shows a capture that was taken out, put in twice or moved", () => {
    fc.assert(
      fc.property(chainAndPlace, ([items, place]) => {
        fc.pre(place < items.length - 1);
        const item = items[place] as Envelope;
        expect(isWhole(items.toSpliced(place, 1))).toBe(false);
        expect(isWhole(items.toSpliced(place, 0, item))).toBe(false);
        expect(isWhole(items.toSpliced(place, 2, items[place + 1] as Envelope, item))).toBe(false);
      }),
    );
  });

  it("stays whole when payloads are purged, each with its salt", () => {
    fc.assert(
      fc.property(chain, fc.array(fc.boolean()), (items, purged) => {
        const left = items.map((item, index) =>
          purged[index] ? { ...item, payload: null, salt: null } : item,
        );
        expect(isWhole(left)).toBe(true);
      }),
    );
  });

  it("shows a payload without its salt, and a salt without its payload", () => {
    fc.assert(
      fc.property(chainAndPlace, fc.constantFrom("payload", "salt"), ([items, place], field) => {
        const half = { ...items[place], [field]: null } as Envelope;
        expect(findEnvelopeFault(sha256, half)).toBe("content");
      }),
    );
  });
});

describe("a fault", () => {
  it("is named by what does not fit", () => {
    fc.assert(
      fc.property(chainAndPlace, slug, ([items, place], other) => {
        const item = items[place] as Envelope;
        const content = { ...item, payload: `${item.payload} ` };
        expect(findEnvelopeFault(sha256, content)).toBe("content");
        expect(findEnvelopeFault(sha256, { ...item, staff: `${item.staff}-${other}` })).toBe(
          "header",
        );
      }),
    );
  });
});

it("begins with 64 zeros, at every desk and at head office", () => {
  expect(chainStart).toMatch(/^0{64}$/);
});

describe("hashContent", () => {
  it("tells salt and payload apart wherever a salt has the envelope's form", () => {
    fc.assert(
      fc.property(content, content, (a, b) => {
        fc.pre(a.salt !== b.salt || a.payload !== b.payload);
        expect(hashContent(sha256, a.salt, a.payload)).not.toBe(
          hashContent(sha256, b.salt, b.payload),
        );
      }),
    );
  });

  it("is SHA-256 over salt, line break and payload in UTF-8", () => {
    expect(hashContent(sha256, "s".repeat(22), '{"a":"ก"}')).toBe(
      createHash("sha256")
        .update(Buffer.from(`${"s".repeat(22)}\n{"a":"ก"}`))
        .digest("hex"),
    );
  });
});
