import {
  createCipheriv,
  createECDH,
  createHmac,
  hkdfSync,
  KeyObject,
  type webcrypto,
} from "node:crypto";
import {
  type AeadEncryptionContext,
  type AeadInterface,
  Aes256Gcm,
  DhkemP256HkdfSha256,
  HkdfSha256,
  type SenderContextParams,
} from "@hpke/core";

// The parts of HPKE's sending side, by Node's own functions in place of Web Cryptography: that hands each small
// step, and a copy of the picture, to another thread, and waiting for it took most of the time of sealing.

type Bytes = ArrayBufferLike | ArrayBufferView;

/** AES-256-GCM (RFC 9180 section 7.3); it seals only. */
export class SealingCipher extends Aes256Gcm implements AeadInterface {
  override createEncryptionContext(key: Bytes): AeadEncryptionContext {
    const secret = view(key);
    return {
      seal: async (nonce, data, associated) => {
        const cipher = createCipheriv("aes-256-gcm", secret, view(nonce));
        cipher.setAAD(view(associated));
        const text = cipher.update(view(data));
        cipher.final();
        const sealed = new Uint8Array(text.length + this.tagSize);
        sealed.set(text);
        sealed.set(cipher.getAuthTag(), text.length);
        return sealed.buffer;
      },
      open: async () => {
        throw new Error("a desk seals and does not open");
      },
    };
  }
}

/** HKDF-SHA256 (RFC 5869). */
export class SealingKeySchedule extends HkdfSha256 {
  override async extract(salt: Bytes, secret: Bytes): Promise<ArrayBuffer> {
    const key = salt.byteLength === 0 ? Buffer.alloc(this.hashSize) : view(salt);
    return copy(createHmac("sha256", key).update(view(secret)).digest());
  }

  override async expand(key: Bytes, info: Bytes, length: number): Promise<ArrayBuffer> {
    const blocks: Buffer[] = [];
    let block = Buffer.alloc(0);
    for (let count = 1; blocks.length * this.hashSize < length; count += 1) {
      const hmac = createHmac("sha256", view(key));
      block = hmac.update(block).update(view(info)).update(Buffer.of(count)).digest();
      blocks.push(block);
    }
    return copy(Buffer.concat(blocks).subarray(0, length));
  }

  override async extractAndExpand(salt: Bytes, secret: Bytes, info: Bytes, length: number) {
    return hkdfSync("sha256", view(secret), view(salt), view(info), length);
  }
}

/** DHKEM(P-256, HKDF-SHA256) (RFC 9180 section 4.1), base mode; a fresh key share for every sealing. */
export class SealingKem extends DhkemP256HkdfSha256 {
  readonly #schedule = new SealingKeySchedule();

  constructor() {
    super();
    this.#schedule.init(Uint8Array.of(...Buffer.from("KEM"), this.id >> 8, this.id & 0xff));
  }

  override async encap({ recipientPublicKey }: SenderContextParams) {
    const recipient = readPoint(recipientPublicKey);
    const sender = createECDH("prime256v1");
    const enc = sender.generateKeys();
    const secret = this.#schedule.buildLabeledIkm(
      Buffer.from("eae_prk"),
      // Throws for a point that is not on the curve.
      sender.computeSecret(recipient),
    );
    const context = Buffer.concat([enc, recipient]);
    const info = this.#schedule.buildLabeledInfo(
      Buffer.from("shared_secret"),
      context,
      this.secretSize,
    );
    const sharedSecret = await this.#schedule.extractAndExpand(
      Buffer.alloc(0),
      secret,
      info,
      this.secretSize,
    );
    return { sharedSecret, enc: copy(enc) };
  }
}

function readPoint(key: webcrypto.CryptoKey): Buffer {
  const { x = "", y = "" } = KeyObject.from(key).export({ format: "jwk" });
  return Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
}

function view(bytes: Bytes): Uint8Array {
  return ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
}

function copy(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
