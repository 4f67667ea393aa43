import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import {
  type AttachmentPlace,
  formSealedWith,
  sealInfo,
  shareSize,
} from "../../contract/attachment.ts";
import type { CopyKey } from "./copy-key.ts";

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Opens a picture; null: it was sealed to another key, as that of another capture, or is not what was sealed. */
export function openSealed(
  key: CopyKey,
  place: AttachmentPlace,
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  return openBytes(key, { info: sealInfo, associated: formSealedWith(place) }, sealed);
}

/** Opens what a desk sealed (HPKE base mode, RFC 9180). Null: another key, `info` or place, or changed bytes. */
export async function openBytes(
  key: CopyKey,
  { info, associated }: { info: string; associated: string },
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  const jwk = key.privateKey.export({ format: "jwk" });
  const recipientKey = await suite.kem.importKey("jwk", jwk, false);
  try {
    const opened = await suite.open(
      { recipientKey, enc: sealed.subarray(0, shareSize), info: Buffer.from(info) },
      sealed.subarray(shareSize),
      Buffer.from(associated),
    );
    return new Uint8Array(opened);
  } catch {
    // Which of them it is, HPKE does not tell.
    return null;
  }
}
