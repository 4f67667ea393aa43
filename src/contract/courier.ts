import { z } from "zod";
import { pieceAnswer, pieceRequest } from "./attachment.ts";
import { auditAnswer, auditRequest } from "./audit.ts";
import { branchId, deviceId, listChoice, moment, sha256Hex } from "./ids.ts";
import { acknowledgedSoFar, missingRange, pushAnswer, pushBody, syncPaths } from "./sync.ts";

/** HPKE's `info` (RFC 9180) of a bundle. */
export const bundleInfo = "yinyom courier bundle v1";
/** HPKE's associated data: who made the bundle, and for whom it is sealed. */
export const formBundlePlace = ({ device, key }: { device: string; key: string }): string =>
  JSON.stringify([device, key]);

/**
 * What a device would have asked head office for, had it had a line. It may arrive after newer requests of the
 * same device's that came by line: where its log ended then, or a picture stood, is no fault now.
 */
export const carriedRequest = z.discriminatedUnion("path", [
  z.strictObject({ path: z.literal(syncPaths.push), body: pushBody }),
  z.strictObject({ path: z.literal(syncPaths.piece), body: pieceRequest }),
  z.strictObject({ path: z.literal(syncPaths.audit), body: auditRequest }),
]);
export type CarriedRequest = z.infer<typeof carriedRequest>;

/** Requests of one bundle, in the order in which head office is to take them; sealed as gzip of JSON. */
export const bundleContent = z.strictObject({
  version: z.literal(1),
  /** Unparsed, so that one of an unknown form spoils only itself. */
  requests: z.array(z.unknown()).min(1).max(500),
});
export type BundleContent = { version: 1; requests: CarriedRequest[] };

/** Bytes of a bundle's content before it is packed, about: what one request to head office still carries. */
export const bundleBytes = 2_000_000;

/** What the device signs of a bundle: a compact JWS (RFC 7515), `alg` EdDSA (RFC 8037), `kid` the device. */
export const bundleClaims = z.strictObject({
  form: z.literal("yinyom courier bundle v1"),
  key: listChoice,
  /** SHA-256 over the sealed bytes: the bundle's name from here on. */
  bundle: sha256Hex,
  madeAt: moment,
});
export type BundleClaims = z.infer<typeof bundleClaims>;

/** One line of a courier file: sealed to head office, signed by the device that made it. */
export const courierBundle = z.strictObject({
  version: z.literal(1),
  device: deviceId,
  /** The id of head office's key. */
  key: listChoice,
  /** HPKE as in `sealTo`, base64. */
  sealed: z.base64().max(7_000_000),
  signature: z.string().max(1000),
});
export type CourierBundle = z.infer<typeof courierBundle>;

export const bundleRefusals = [
  /** Of a device that head office does not know. */
  "unknown-device",
  /** Signed by another, or changed on the way. */
  "forged",
  /** Sealed to a key that head office does not have. */
  "unknown-key",
  /** It opens, and is nothing that this head office understands. */
  "unreadable",
  /** A device that was taken out of use carries its own only. */
  "not-its-own",
] as const;

/** Head office's word on each request of a bundle, in its place; null: it could not read that request. */
export const carriedAnswer = z.discriminatedUnion("path", [
  z.strictObject({ path: z.literal(syncPaths.push), answer: pushAnswer }),
  z.strictObject({ path: z.literal(syncPaths.piece), answer: pieceAnswer }),
  z.strictObject({ path: z.literal(syncPaths.audit), answer: auditAnswer }),
]);
export type CarriedAnswer = z.infer<typeof carriedAnswer>;

/** What head office signs of a bundle: a compact JWS, `alg` EdDSA, `kid` the id of its key. */
export const answerClaims = z.strictObject({
  form: z.literal("yinyom courier answer v1"),
  /** Whom it is for. */
  device: deviceId,
  bundle: sha256Hex,
  at: moment,
  /** Unparsed, like the requests. */
  answers: z.array(z.unknown()).max(500),
});
export type AnswerClaims = z.infer<typeof answerClaims>;

/** One line of an answer file, and the word on a bundle by line. Only the device it names can use it. */
export const courierAnswer = z.strictObject({
  version: z.literal(1),
  device: deviceId,
  bundle: sha256Hex,
  /** Compact JWS over `answerClaims`. */
  word: z.string().max(2_000_000),
});
export type CourierAnswer = z.infer<typeof courierAnswer>;

/** The answer to a bundle that was brought, by whichever device. The same bundle again changes nothing. */
export const courierRouteAnswer = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("taken"), answer: courierAnswer, serverTime: moment }),
  z.strictObject({
    state: z.literal("refused"),
    reason: z.enum(bundleRefusals),
    serverTime: moment,
  }),
]);

/** The first line of each file that goes by courier, and the ending of its name. */
export const courierFileHead = z.strictObject({
  form: z.literal("yinyom courier file"),
  version: z.int().positive(),
  kind: z.enum(["to-head-office", "from-head-office"]),
  /** Which PC wrote it, for people to read: nothing proves it. Head office, and whoever carries, leave it out. */
  from: z.strictObject({ branch: branchId, deviceNumber: z.int().positive() }).optional(),
});
export const courierFileEnding = ".yinyom";

/** A device that was taken out of use says that it has handed over what it could. */
export const leaveRequest = z.strictObject({
  /** The newest place in its chain. */
  upTo: z.int().nonnegative(),
  /** What head office refused and it still holds, and sealed pictures that did not get through. */
  captures: z.int().nonnegative(),
  pictures: z.int().nonnegative(),
  /** Left out by a desk that has given again all that head office has lost, as far as it has it. */
  acknowledged: acknowledgedSoFar.optional(),
});
export type LeaveRequest = z.infer<typeof leaveRequest>;

/** What head office signs then: only at this word does a device destroy its keys. */
export const leaveClaims = z.strictObject({
  form: z.literal("yinyom leave v1"),
  device: deviceId,
  at: moment,
});
export type LeaveClaims = z.infer<typeof leaveClaims>;

/**
 * `word`: compact JWS over `leaveClaims`, `kid` the id of head office's key. `missing` instead: head office was put
 * back to an earlier state and lacks these again.
 */
export const leaveAnswer = z.union([
  z.strictObject({ word: z.string().max(2000), serverTime: moment }),
  z.strictObject({ missing: z.array(missingRange).max(200), serverTime: moment }),
]);
