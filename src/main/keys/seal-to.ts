import { CipherSuite } from "@hpke/core";
import { SealingCipher, SealingKem, SealingKeySchedule } from "./sealing-primitives.ts";

const suite = new CipherSuite({
  kem: new SealingKem(),
  kdf: new SealingKeySchedule(),
  aead: new SealingCipher(),
});

type PublicKey = Awaited<ReturnType<typeof suite.kem.deserializePublicKey>>;
let newest: { publicKey: string; read: PublicKey } | null = null;

/**
 * Seals bytes to a P-256 key of head office's (HPKE base mode, RFC 9180; SEC 1 point, base64url): the sender's
 * key share, then ciphertext and tag. `info` says what for, `associated` what they belong to; with others of
 * either they do not open.
 */
export async function sealTo(
  publicKey: string,
  { info, associated }: { info: string; associated: string },
  bytes: Uint8Array,
): Promise<Buffer> {
  const recipientPublicKey = await readPublicKey(publicKey);
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: Buffer.from(info) },
    bytes,
    Buffer.from(associated),
  );
  return Buffer.concat([Buffer.from(enc), Buffer.from(ct)]);
}

// A key is read once: pictures are sealed to the same one all day.
async function readPublicKey(publicKey: string): Promise<PublicKey> {
  if (newest?.publicKey !== publicKey) {
    const read = await suite.kem.deserializePublicKey(Buffer.from(publicKey, "base64url"));
    newest = { publicKey, read };
  }
  return newest.read;
}
