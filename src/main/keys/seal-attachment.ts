import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { type AttachmentPlace, formSealedWith, sealInfo } from "../../contract/attachment.ts";
import type { SealingKey } from "../../contract/copy-rules.ts";

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/**
 * Seals a picture to head office's key (HPKE base mode, RFC 9180): the sender's key share, then ciphertext
 * and tag. From here on nobody without the private key can open it, this PC neither; and it opens only as
 * the picture of this very capture.
 */
export async function sealAttachment(
  key: SealingKey,
  place: AttachmentPlace,
  picture: Uint8Array,
): Promise<Buffer> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(
    Buffer.from(key.publicKey, "base64url"),
  );
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: Buffer.from(sealInfo) },
    picture,
    Buffer.from(formSealedWith(place)),
  );
  return Buffer.concat([Buffer.from(enc), Buffer.from(ct)]);
}
