import { z } from "zod";
import { sealingKey } from "./copy-rules.ts";
import { deviceId, listChoice } from "./ids.ts";

/** HPKE's `info` (RFC 9180) of a PC's keys as they lie beside its store, sealed to head office. */
export const recoveryCopyInfo = "yinyom store key v1";
/** HPKE's `info` of the same keys on their way back, sealed to the PC that asked. */
export const recoveryAnswerInfo = "yinyom store key answer v1";

/** What a PC cannot open its store or speak to head office without. */
export const recoverySecrets = z.strictObject({
  version: z.literal(1),
  /** 64 hexadecimal digits each. Two while one takes the other's place. */
  storeKeys: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(2),
  /** PKCS #8 of the device's Ed25519 key. */
  deviceKey: z.base64().max(400),
});
export type RecoverySecrets = z.infer<typeof recoverySecrets>;

/** A PC's keys, sealed to head office's recovery key. */
export const recoveryCopy = z.strictObject({
  version: z.literal(1),
  device: deviceId,
  /** The id of the recovery key. */
  key: listChoice,
  sealed: z.base64url().max(2000),
});
export type RecoveryCopy = z.infer<typeof recoveryCopy>;

/** What a PC that has lost its keys sends: the sealed copy, and a key of this one question's to answer to. */
export const recoveryRequest = z.strictObject({
  copy: recoveryCopy,
  answerTo: sealingKey.shape.publicKey,
});
export type RecoveryRequest = z.infer<typeof recoveryRequest>;

/** Most characters of a request or an answer, as text that is passed on by mail or chat. */
export const recoveryTextLimit = 6000;

/** HPKE's associated data of the copy: whose keys they are, and for whom sealed. */
export const formCopyPlace = ({ device, key }: { device: string; key: string }): string =>
  JSON.stringify([device, key]);
/** HPKE's associated data of the answer: whose keys they are, and which question it answers. */
export const formAnswerPlace = (device: string, answerTo: string): string =>
  JSON.stringify([device, answerTo]);

/**
 * Eight digits that both sides work out from the request's SHA-256 (64 hexadecimal digits) and compare by
 * telephone: so head office knows that the request is the one that the shop sees, and nobody's on the way.
 */
export function formCheckNumber(requestHash: string): string {
  const digits = String(BigInt(`0x${requestHash}`) % 100_000_000n).padStart(8, "0");
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}
