import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hashSchema } from "../../test/support/schema-hash.ts";
import { pieceAnswer, pieceRequest } from "./attachment.ts";
import { auditAnswer, auditEntry, auditRequest } from "./audit.ts";
import {
  answerClaims,
  bundleClaims,
  bundleContent,
  carriedAnswer,
  carriedRequest,
  courierAnswer,
  courierBundle,
  courierFileHead,
  courierRouteAnswer,
  leaveAnswer,
  leaveClaims,
  leaveRequest,
} from "./courier.ts";
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
  bundleClaims,
  bundleContent,
  carriedRequest,
  courierBundle,
  answerClaims,
  carriedAnswer,
  courierAnswer,
  courierRouteAnswer,
  courierFileHead,
  leaveRequest,
  leaveClaims,
  leaveAnswer,
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
  change: "a0474e8723bb739505b94be53602c45b9164d428e26fedbc8e8d7c5a73661e4e",
  refusal: "bf94f601067384a84eb5cb2b2701b39a7d95e530fe8d4014d5e85e473053fe8f",
  pieceRequest: "7681464820b5e5ff80a9c8b140dfaf9e54cfdd432b74e2049cebb0dce678b4dc",
  pieceAnswer: "e21b41798529a7a06d8856c8f88c273e0ea24f021880b874601a05675d40c7e7",
  auditRequest: "225992eecf14d0f23f8166f44c3aa8697410b9219ea4aa343d867e793371a14d",
  auditAnswer: "5892292fdd2101222e1e215e84b4301a3521d665a899c07e9f8ec3c95155d5c5",
  bundleClaims: "38db02597241366dc33cf87b6ef0bd822b2336b23ff5f87087b4cf0e66037f87",
  bundleContent: "28eab950566e94132aec07b5d668953da6055002d354d7f82507486b8cb015c5",
  carriedRequest: "664d21ae7bca779dc4cfcbfa8ece7b59ea9f189f4c73f0346565f90080272fea",
  courierBundle: "22e0141a4ef89b0c08c16aadc4180f4f6ccdd83d508a230dfd471dc33b6f9120",
  answerClaims: "c4e9b5d827b17a36b8ddfae2f2c0a6a7f47db71664db719045bb78bd011fd685",
  carriedAnswer: "b76ac7ca55aa6c877516de33037eb4b39cb60526a3e21d68c1820a45eb311a71",
  courierAnswer: "bba6681b6913748259542830fed718e90cb51cf2367e7d3d9f3c3714e52ee1ea",
  courierRouteAnswer: "3480d42b62b845c4fe118b230b80cb3e67f54b73c68c9064cbc3a80bde0e0bbf",
  courierFileHead: "5d98e4903d17090fda96de125d0ca05c0d9bfec7e4db3c3a4525c976f4fe2793",
  leaveRequest: "721f7127aaec07c3273cd09e060b3f61fce70354228b636297d6a596d1ad20e5",
  leaveClaims: "d1b28dd03b4f93c17dd7bfcbf7a0c28001411f8799543f7df3c18eb4dd4fc376",
  leaveAnswer: "83836ea0571cc1c37b645d95d7ad3257d9c8675b88d7d5291b5d8044def913b9",
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
const askedHash = "4b894f02b8367d9c0ce96125b7ae3b8eecd7445d823f2c0c282febecb72d24f8";

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
      "/v1/courier",
      "/v1/leave",
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
