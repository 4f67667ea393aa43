import { z } from "zod";
import { deskStanding } from "./branch-picture.ts";
import { publishedCase } from "./case.ts";
import { copyRules, sealingKey } from "./copy-rules.ts";
import { envelope } from "./envelope.ts";
import { erasure, restriction } from "./erasure.ts";
import { event, eventSettings, relayedCapture, takeDownAnswer } from "./event.ts";
import { issue } from "./failure.ts";
import { branchId, captureId, deviceId, moment, sha256Hex } from "./ids.ts";
import { officeKey } from "./office-key.ts";
import { pendingRules } from "./pending-rules.ts";
import {
  branch,
  channel,
  controller,
  deskRetention,
  notice,
  purpose,
  settings,
  staffMember,
} from "./reference.ts";
import { rightsSettings } from "./rights.ts";
import { updatePolicy } from "./update-policy.ts";

/** Head office's routes. All but `enrol` and `health` take signed requests only: see docs/sync-protocol.md. */
export const syncPaths = {
  health: "/health",
  enrol: "/v1/enrol",
  push: "/v1/push",
  pull: "/v1/pull",
  piece: "/v1/piece",
  audit: "/v1/audit",
  branch: "/v1/branch",
  /** A bundle of a courier file, brought by any device. */
  courier: "/v1/courier",
  /** For a device that was taken out of use, as is `courier`. */
  leave: "/v1/leave",
} as const;

/** Carries the compact JWS that signs method, path, body digest, nonce and time of a request. */
export const signatureHeader = "yinyom-signature";
/** Carries `protocolVersion` on each request and on each answer: an answer without it is not head office's. */
export const protocolHeader = "yinyom-protocol";

/** What the JWS of a request says. `alg` is EdDSA (Ed25519), `kid` the device. */
export const signedClaims = z.strictObject({
  method: z.enum(["POST"]),
  path: z.string(),
  /** SHA-256 over the body's bytes as sent, that is after gzip. */
  bodySha256: sha256Hex,
  /** 16 random bytes, base64url; head office refuses one it has seen. */
  nonce: z.string().regex(/^[\w-]{22}$/),
  /** Device's clock corrected by the last known offset, in ms since 1970. */
  sentAt: z.int(),
});
export type SignedClaims = z.infer<typeof signedClaims>;

/** Seconds by which `sentAt` may differ from head office's clock; a nonce is remembered for twice as long. */
export const signatureWindowSeconds = 300;

// Requests and answers are not strict, here and in attachment.ts and audit.ts: what a later version tells besides is
// passed over. What is hashed, stored or published is: see envelope.ts and reference.ts.

export const enrolRequest = z.object({
  /** One-time code, as head office printed it; hyphens and case do not matter. */
  code: z.string().min(8).max(40),
  /** Raw Ed25519 public key, base64url. */
  publicKey: z.string().length(43),
  deviceName: z.string().min(1).max(80),
});
export type EnrolRequest = z.infer<typeof enrolRequest>;

export const enrolAnswer = z.object({
  device: deviceId,
  /** Small number for receipt numbers, unique among head office's devices. */
  deviceNumber: z.int().min(1).max(29_790),
  branch: branchId,
  serverTime: moment,
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

/** Items of one push; more is answered with 413. */
export const pushLimit = 1000;

/** Items stay unparsed here, so that one bad item gets its own verdict and delays none of its neighbours. */
export const pushRequest = z.object({ items: z.array(z.unknown()).min(1).max(pushLimit) });
export const pushBody = z.strictObject({ items: z.array(envelope).min(1).max(pushLimit) });

export const rejectionReasons = [
  /** Not an envelope of a known form. */
  "malformed",
  /** Content or header does not match its hash. */
  "hash-mismatch",
  /** Signed by one device, captured by another. */
  "wrong-device",
  /** The payload breaks its kind's schema. */
  "payload-refused",
  /** A payload that was purged before head office had it. */
  "payload-missing",
] as const;

export const conflictReasons = [
  /** The same id came before with other content. */
  "id-taken",
  /** The same sequence of this device came before with another capture: a cloned or restored device. */
  "sequence-taken",
  /** Its previous hash is not the hash of the capture before it. */
  "chain-broken",
] as const;

const verdictOf = { id: captureId.nullable(), contentHash: sha256Hex.nullable() };

/** Head office's word on one item, in the order sent. Only accepted and duplicate with the same hash complete it. */
export const verdict = z.discriminatedUnion("verdict", [
  z.strictObject({ ...verdictOf, verdict: z.literal("accepted") }),
  z.strictObject({ ...verdictOf, verdict: z.literal("duplicate") }),
  z.strictObject({
    ...verdictOf,
    verdict: z.literal("rejected"),
    reason: z.enum(rejectionReasons),
    issues: z.array(issue).optional(),
  }),
  z.strictObject({ ...verdictOf, verdict: z.literal("conflict"), reason: z.enum(conflictReasons) }),
]);
export type Verdict = z.infer<typeof verdict>;

export const pushAnswer = z.object({ verdicts: z.array(verdict), serverTime: moment });

/** What head office has said it has of a device: how many captures, up to which. */
export const acknowledgedSoFar = z.strictObject({
  count: z.int().nonnegative(),
  /** A sequence; 0 before the first. */
  upTo: z.int().nonnegative(),
});
export type AcknowledgedSoFar = z.infer<typeof acknowledgedSoFar>;

export const pullRequest = z.object({
  /** The last change that the device has; 0 for all. */
  cursor: z.int().nonnegative(),
  /** How many of its captures head office has said it has, and the newest of them; an older desk does not tell. */
  acknowledged: acknowledgedSoFar.optional(),
  /** How the desk itself stands; an older one does not tell. */
  desk: deskStanding.optional(),
  /** The newest place in its chain that it knows of; an older desk does not tell. */
  own: z.int().nonnegative().optional(),
});

/** Sequences of a device from `from` to `to`; null: to its newest. */
export const missingRange = z.strictObject({
  from: z.int().positive(),
  to: z.int().positive().nullable(),
});
export type MissingRange = z.infer<typeof missingRange>;

/** Where a device's chain ends at head office, beyond what the device itself has. */
const chainAhead = z.strictObject({
  /** The newest place, and the hash that the next capture links to. */
  upTo: z.int().positive(),
  hash: sha256Hex,
  /** How many captures head office has beyond the device's own newest. */
  had: z.int().nonnegative(),
});
export type ChainAhead = z.infer<typeof chainAhead>;

/** One piece of reference data; `null` value: it is no longer there. */
export const change = z.discriminatedUnion("topic", [
  z.strictObject({ topic: z.literal("controller"), key: z.string(), value: controller }),
  z.strictObject({ topic: z.literal("settings"), key: z.string(), value: settings }),
  z.strictObject({ topic: z.literal("branch"), key: z.string(), value: branch.nullable() }),
  z.strictObject({ topic: z.literal("staff"), key: z.string(), value: staffMember.nullable() }),
  z.strictObject({ topic: z.literal("purpose"), key: z.string(), value: purpose.nullable() }),
  z.strictObject({ topic: z.literal("channel"), key: z.string(), value: channel.nullable() }),
  /** Key is `id@version`: old versions stay readable. */
  z.strictObject({ topic: z.literal("notice"), key: z.string(), value: notice.nullable() }),
  z.strictObject({ topic: z.literal("copy-rules"), key: z.string(), value: copyRules }),
  z.strictObject({ topic: z.literal("event"), key: z.string(), value: event.nullable() }),
  z.strictObject({
    topic: z.literal("event-settings"),
    key: z.string(),
    value: eventSettings.nullable(),
  }),
  /** Key is the request's capture id. */
  z.strictObject({
    topic: z.literal("take-down-answer"),
    key: z.string(),
    value: takeDownAnswer.nullable(),
  }),
  /** Another device's capture of an event that this branch works; the key is its id. Null: it is gone. */
  z.strictObject({
    topic: z.literal("event-capture"),
    key: z.string(),
    value: relayedCapture.nullable(),
  }),
  z.strictObject({ topic: z.literal("rights-settings"), key: z.string(), value: rightsSettings }),
  z.strictObject({ topic: z.literal("update-policy"), key: z.string(), value: updatePolicy }),
  z.strictObject({ topic: z.literal("recovery-key"), key: z.string(), value: sealingKey }),
  z.strictObject({ topic: z.literal("office-key"), key: z.string(), value: officeKey }),
  z.strictObject({ topic: z.literal("desk-retention"), key: z.string(), value: deskRetention }),
  z.strictObject({ topic: z.literal("pending-rules"), key: z.string(), value: pendingRules }),
  /** Key is the id of the capture that began the case; its audience is the branch that took it. */
  z.strictObject({ topic: z.literal("case"), key: z.string(), value: publishedCase.nullable() }),
  /** Key is the case that it was done for; it only grows. */
  z.strictObject({ topic: z.literal("erasure"), key: z.string(), value: erasure }),
  /** Key is the case that it was done for. Null: it has ended. */
  z.strictObject({
    topic: z.literal("restriction"),
    key: z.string(),
    value: restriction.nullable(),
  }),
]);
export type Change = z.infer<typeof change>;

/** A change as sent: a topic that this version does not know is kept unread by the device. */
const pulledChange = z.object({
  topic: z.string(),
  key: z.string(),
  value: z.unknown(),
});

export const pullAnswer = z.object({
  changes: z.array(pulledChange),
  /** What to ask with next time. */
  cursor: z.int().nonnegative(),
  /** Whether there is more to fetch at once. */
  more: z.boolean(),
  /**
   * Said where head office has fewer captures of the device than it once acknowledged, since it was put back
   * to an earlier state: what of these the device still holds is to be sent again.
   */
  missing: z.array(missingRange).max(200).optional(),
  /** Said where head office has more of the device's chain than the device, which was put back to an earlier state. */
  ahead: chainAhead.optional(),
  serverTime: moment,
});
export type PullAnswer = z.infer<typeof pullAnswer>;

/** What a refused request (4xx) answers with. */
export const refusal = z.object({
  error: z.enum([
    "unsigned",
    "forged",
    "replayed",
    "unknown-device",
    /** Taken out of use: it may still hand over what it holds, see `courier` and `leave`. */
    "revoked",
    "clock-too-far",
    "malformed",
    "too-many-items",
    "code-refused",
    "too-many-requests",
    "too-new",
    "not-found",
  ]),
  /** On every refusal, so that a device with a wrong clock can correct itself. */
  serverTime: moment,
});
