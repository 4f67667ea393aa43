import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hashSchema } from "../../test/support/schema-hash.ts";
import { envelope, envelopeHeader } from "./envelope.ts";
import { procedures } from "./ipc.ts";
import { bridgeChannels, changeTopics, procedureNames } from "./procedures.ts";
import {
  change,
  enrolAnswer,
  enrolRequest,
  protocolHeader,
  pullAnswer,
  pullRequest,
  pushAnswer,
  pushBody,
  pushRequest,
  refusal,
  signatureHeader,
  signatureWindowSeconds,
  signedClaims,
  syncPaths,
} from "./sync.ts";
import { envelopeVersion, protocolVersion } from "./versions.ts";

/**
 * What lies in stores and at head office for years. A hash here changes only with `envelopeVersion`, with a
 * way to read the versions before, and with a store migration.
 */
const kept = { envelope, envelopeHeader };
const keptHashes: Record<keyof typeof kept, string> = {
  envelope: "75c0fdf9c26187e96efb8949b9331c53f8262500e3d03257042929121cb6ac00",
  envelopeHeader: "78380bbfcad805bc472ee12a31933ca1010aea83309fb14517d622f32e4be9d1",
};

/**
 * What devices and head office say to each other; both are updated on different days. A hash here changes
 * only where an old device and a new head office still understand each other, or with `protocolVersion`.
 */
const spoken = {
  enrolRequest,
  enrolAnswer,
  signedClaims,
  pushRequest,
  pushBody,
  pushAnswer,
  pullRequest,
  pullAnswer,
  change,
  refusal,
};
const spokenHashes: Record<keyof typeof spoken, string> = {
  enrolRequest: "8e19062d83d8ea0b06309c5d8585d8dc2eadb4984a7c9f9c16079c5516b33ebd",
  enrolAnswer: "52a85bbfcf2bb73ce4ce1e3615dd179fb9b541a788b51c092416145b53e645ee",
  signedClaims: "e3392b718b51a7cc9e51dc3cabbd72fd4fd01e7d42d84057aba1eec9aef57641",
  pushRequest: "925614eb6eceb8ef5e0dd113ff9df2e3dc446dd3eda9afe660dccf50a8a8b8ac",
  pushBody: "bcc703f0e256fb04cb2efa9916af9dadac2f53f321bc6aad51fb3bb5cd90b6c9",
  pushAnswer: "31a7a53fa8905a9135846cc8e7c3ed8cb76b746a09c3f7a31d362d96b8439a08",
  pullRequest: "8387a6342cc71db00fac93476fdd62d45a8897a20fb0b9cf3e79568f2694435e",
  pullAnswer: "dcdd8723fa3819d7368732d1e69409aa08a4c77168ce5753f38c5fc39b29ec98",
  change: "ee2acc42ec12c7e365618bbda30991f43c61df5208f266ede4ba9b203d1f8d54",
  refusal: "f6ea75cd2067b972e577ce9a07297bd2a158f84f8485bd987e06c7d3c13b8b75",
};

/**
 * What pages may ask of main. Both are of one build, so this may change with any of them; it is pinned so
 * that nothing comes within a page's reach unseen.
 */
const asked = z.strictObject(
  Object.fromEntries(
    Object.entries(procedures).map(([name, { input, output, callers }]) => [
      name,
      z.strictObject({ input, output, callers: z.literal([callers].flat().join(" ")) }),
    ]),
  ),
);
const askedHash = "c879a8ee0a784efbd1769fae0b956f45d5e7981e75af8688c08da284b32cde5f";

describe("the wire", () => {
  it.each(Object.entries(kept))("keeps %s as it is", (name, schema) => {
    expect(hashSchema(schema)).toBe(keptHashes[name as keyof typeof kept]);
  });

  it.each(Object.entries(spoken))("speaks %s as it is", (name, schema) => {
    expect(hashSchema(schema)).toBe(spokenHashes[name as keyof typeof spoken]);
  });

  it("asks main as it is", () => {
    expect(hashSchema(asked)).toBe(askedHash);
    expect(Object.keys(procedures)).toEqual(procedureNames);
  });

  it("goes by these versions, names and bounds", () => {
    expect({ envelopeVersion, protocolVersion, signatureWindowSeconds }).toEqual({
      envelopeVersion: 1,
      protocolVersion: 1,
      signatureWindowSeconds: 300,
    });
    expect([...Object.values(syncPaths), signatureHeader, protocolHeader]).toEqual([
      "/health",
      "/v1/enrol",
      "/v1/push",
      "/v1/pull",
      "yinyom-signature",
      "yinyom-protocol",
    ]);
    expect([...Object.values(bridgeChannels), ...changeTopics]).toEqual([
      "yinyom:invoke",
      "yinyom:changed",
      "desk",
      "session",
      "reference",
      "captures",
      "sync",
    ]);
  });
});

describe("hashSchema", () => {
  const base = z.strictObject({ a: z.string().max(5), b: z.int().nullable() });

  it("is the same for the same form, in whatever order its fields stand", () => {
    expect(hashSchema(z.strictObject({ b: z.int().nullable(), a: z.string().max(5) }))).toBe(
      hashSchema(base),
    );
  });

  it.each<[string, z.ZodType]>([
    ["a bound", z.strictObject({ a: z.string().max(6), b: z.int().nullable() })],
    ["a field", base.extend({ c: z.string() })],
    ["what is optional", base.partial()],
    ["what may be null", base.extend({ b: z.int() })],
    ["whether more is let through", z.object(base.shape)],
    ["nothing into anything", z.unknown()],
  ])("is another when %s changes", (_, other) => {
    expect(hashSchema(other)).not.toBe(hashSchema(base));
    expect(hashSchema(other)).not.toBe(hashSchema(z.undefined()));
  });
});
