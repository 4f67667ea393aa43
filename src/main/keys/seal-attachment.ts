import { CipherSuite } from "@hpke/core";
import { type AttachmentPlace, formSealedWith, sealInfo } from "../../contract/attachment.ts";
import type { SealingKey } from "../../contract/copy-rules.ts";
import { SealingCipher, SealingKem, SealingKeySchedule } from "./sealing-primitives.ts";

const suite = new CipherSuite({
  kem: new SealingKem(),
  kdf: new SealingKeySchedule(),
  aead: new SealingCipher(),
});

type PublicKey = Awaited<ReturnType<typeof suite.kem.deserializePublicKey>>;
let newest: { publicKey: string; read: PublicKey } | null = null;

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
  const recipientPublicKey = await readPublicKey(key);
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: Buffer.from(sealInfo) },
    picture,
    Buffer.from(formSealedWith(place)),
  );
  return Buffer.concat([Buffer.from(enc), Buffer.from(ct)]);
}

async function readPublicKey({ publicKey }: SealingKey): Promise<PublicKey> {
  if (newest?.publicKey !== publicKey) {
    const read = await suite.kem.deserializePublicKey(Buffer.from(publicKey, "base64url"));
    newest = { publicKey, read };
  }
  return newest.read;
}
