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
  enrolRequest: "44b55bd4f62861617d8c2bf4e8330769f36d2f0f5740b71e2da6458cac704542",
  enrolAnswer: "d40b69584c58983cf7f0f14f1ca2a29f7be4c493623d4aa198fd90ead0fb3d18",
  signedClaims: "e2182663cbaaf4904c724384e1e27eb5808a372119908dea620d0827b04d37cb",
  pushRequest: "3543bb1d553884c78b18a4fcb2a0e23420b36d942166ff0bff23e0bacc4139a4",
  pushBody: "bcc703f0e256fb04cb2efa9916af9dadac2f53f321bc6aad51fb3bb5cd90b6c9",
  pushAnswer: "0c3451c47ae8b9ddf91758c941a483b02078aa4dd111faecef3b020aa1ac5a98",
  pullRequest: "22d3855d44d240b191cea21e57ef4601f19a373fa718d24bd188c84659211f1a",
  pullAnswer: "2faf5f165cdf05852a21e3eb15309454ceedf1a41a329faaaa75eed2fe9caecf",
  change: "a0474e8723bb739505b94be53602c45b9164d428e26fedbc8e8d7c5a73661e4e",
  refusal: "fdeb8a3cee7de5321a3f45098d925a181d6b1959096d5e97aceb0f4473e66eeb",
  pieceRequest: "14519d37118c9f573b69cef285d0550c05dc29c308c2a3be7d3cd6d93c125825",
  pieceAnswer: "e21b41798529a7a06d8856c8f88c273e0ea24f021880b874601a05675d40c7e7",
  auditRequest: "4566373a37f68286526b9a065e3a57e65771bb6da6f10896289ebafa319f9de4",
  auditAnswer: "052ecf784264f4bc4601cc22f0cabed3189fca24c68cd5ef9ad01ad90a3cc8f0",
  bundleClaims: "38db02597241366dc33cf87b6ef0bd822b2336b23ff5f87087b4cf0e66037f87",
  bundleContent: "28eab950566e94132aec07b5d668953da6055002d354d7f82507486b8cb015c5",
  carriedRequest: "d4c19b9b523dc1bc48a49643879c1f1cdce5b9d26aca01cf7a862e5bb8831530",
  courierBundle: "22e0141a4ef89b0c08c16aadc4180f4f6ccdd83d508a230dfd471dc33b6f9120",
  answerClaims: "c4e9b5d827b17a36b8ddfae2f2c0a6a7f47db71664db719045bb78bd011fd685",
  carriedAnswer: "c09779669b870d1a69507167d62a373e35c94a363e3794e1ae9895b3b3cb092f",
  courierAnswer: "bba6681b6913748259542830fed718e90cb51cf2367e7d3d9f3c3714e52ee1ea",
  courierRouteAnswer: "3480d42b62b845c4fe118b230b80cb3e67f54b73c68c9064cbc3a80bde0e0bbf",
  courierFileHead: "5d98e4903d17090fda96de125d0ca05c0d9bfec7e4db3c3a4525c976f4fe2793",
  leaveRequest: "c802db99b181d67e7b72bc77bda3dfb3475519df2cdd45b6b0a3d9bab1048a96",
  leaveClaims: "d1b28dd03b4f93c17dd7bfcbf7a0c28001411f8799543f7df3c18eb4dd4fc376",
  leaveAnswer: "1e2ff7cf622e380fe836543541bc4ad6f1083ed95a0885c276ba734b99755523",
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
const askedHash = "a6012934adfe1e801ec34acb79a618380ee4676bef94a0dd5cfbb7408b5fc8cc";

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
