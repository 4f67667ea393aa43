import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import {
  formAnswerPlace,
  formCopyPlace,
  type RecoveryRequest,
  recoveryAnswerInfo,
  recoveryCopyInfo,
  recoveryRequest,
} from "../../contract/recovery.ts";
import type { CopyKey } from "../copies/copy-key.ts";
import { openBytes } from "../copies/open-sealed.ts";

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Reads the text that a PC made; null: it is none, or not all of it. */
export function readRequest(text: string): RecoveryRequest | null {
  try {
    const read = recoveryRequest.safeParse(
      JSON.parse(Buffer.from(text, "base64url").toString("utf8")),
    );
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The text as the PC hashed it: what mail or chat put between its letters is none of it. */
export const cleanRequest = (text: string): string => text.replace(/\s/g, "");

/**
 * Opens a PC's sealed keys and seals them to the key that it asked with (HPKE base mode, RFC 9180). Null: they
 * were sealed to another key, for another PC, or were changed.
 */
export async function answerRequest(
  key: CopyKey,
  { copy, answerTo }: RecoveryRequest,
): Promise<string | null> {
  const secrets = await openBytes(
    key,
    { info: recoveryCopyInfo, associated: formCopyPlace(copy) },
    Buffer.from(copy.sealed, "base64url"),
  );
  if (secrets === null) return null;
  const recipientPublicKey = await suite.kem.deserializePublicKey(
    Buffer.from(answerTo, "base64url"),
  );
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: Buffer.from(recoveryAnswerInfo) },
    secrets,
    Buffer.from(formAnswerPlace(copy.device, answerTo)),
  );
  secrets.fill(0);
  return Buffer.concat([Buffer.from(enc), Buffer.from(ct)]).toString("base64url");
}
