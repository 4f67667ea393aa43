import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hashSchema } from "../../test/support/schema-hash.ts";
import { pieceAnswer, pieceRequest } from "./attachment.ts";
import { auditAnswer, auditEntry, auditRequest } from "./audit.ts";
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
const kept = { envelope, envelopeHeader, auditEntry };
const keptHashes: Record<keyof typeof kept, string> = {
  envelope: "75c0fdf9c26187e96efb8949b9331c53f8262500e3d03257042929121cb6ac00",
  envelopeHeader: "78380bbfcad805bc472ee12a31933ca1010aea83309fb14517d622f32e4be9d1",
  auditEntry: "33fda4c9cca7fc1e689d0629230deca419c70f1f3a73d5aaa3da87e2056c8993",
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
  pieceRequest,
  pieceAnswer,
  auditRequest,
  auditAnswer,
};
const spokenHashes: Record<keyof typeof spoken, string> = {
  enrolRequest: "8e19062d83d8ea0b06309c5d8585d8dc2eadb4984a7c9f9c16079c5516b33ebd",
  enrolAnswer: "52a85bbfcf2bb73ce4ce1e3615dd179fb9b541a788b51c092416145b53e645ee",
  signedClaims: "e3392b718b51a7cc9e51dc3cabbd72fd4fd01e7d42d84057aba1eec9aef57641",
  pushRequest: "925614eb6eceb8ef5e0dd113ff9df2e3dc446dd3eda9afe660dccf50a8a8b8ac",
  pushBody: "bcc703f0e256fb04cb2efa9916af9dadac2f53f321bc6aad51fb3bb5cd90b6c9",
  pushAnswer: "ed679164c06f973d6f78401f674a07d6f40ddcc55ae8f54ef2714ced35af3673",
  pullRequest: "22d3855d44d240b191cea21e57ef4601f19a373fa718d24bd188c84659211f1a",
  pullAnswer: "b0fa96f8e2f27107e6d621ca784e3e8bcdef2f4c241b746b62a5094b1ed5d346",
  change: "5786252cb5378ff3453065b2bc890b471c60d93e9bcc27c584bd88e3eb400c1c",
  refusal: "f6ea75cd2067b972e577ce9a07297bd2a158f84f8485bd987e06c7d3c13b8b75",
  pieceRequest: "909155cf06d2555cb160f9ed79a2b5d661fc3960d4303d2c615f720a89f18eb0",
  pieceAnswer: "e21b41798529a7a06d8856c8f88c273e0ea24f021880b874601a05675d40c7e7",
  auditRequest: "225992eecf14d0f23f8166f44c3aa8697410b9219ea4aa343d867e793371a14d",
  auditAnswer: "5892292fdd2101222e1e215e84b4301a3521d665a899c07e9f8ec3c95155d5c5",
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
const askedHash = "99b50d1f41ffcaf399c6ab9464604bb2bde0097c4b28418685499858d9db9b8d";

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
      "/v1/piece",
      "/v1/audit",
      "/v1/branch",
      "yinyom-signature",
      "yinyom-protocol",
    ]);
    expect([...Object.values(bridgeChannels), ...changeTopics]).toEqual([
      "yinyom:invoke",
      "yinyom:changed",
      "yinyom:picked",
      "desk",
      "session",
      "reference",
      "captures",
      "sync",
      "update",
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
