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

/**
 * Opens what a desk sealed (HPKE base mode, RFC 9180). Null: it was sealed to another key, as the picture of
 * another capture, or is not what was sealed.
 */
export async function openSealed(
  key: CopyKey,
  place: AttachmentPlace,
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  const jwk = key.privateKey.export({ format: "jwk" });
  const recipientKey = await suite.kem.importKey("jwk", jwk, false);
  try {
    const opened = await suite.open(
      { recipientKey, enc: sealed.subarray(0, shareSize), info: Buffer.from(sealInfo) },
      sealed.subarray(shareSize),
      Buffer.from(formSealedWith(place)),
    );
    return new Uint8Array(opened);
  } catch {
    // Which of the three it is, HPKE does not tell.
    return null;
  }
}
