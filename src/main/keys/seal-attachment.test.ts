import { randomBytes, type webcrypto } from "node:crypto";
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type AttachmentPlace,
  formSealedWith,
  sealInfo,
  shareSize,
} from "../../contract/attachment.ts";
import type { SealingKey } from "../../contract/copy-rules.ts";
import { sealAttachment } from "./seal-attachment.ts";

/** Another implementation of the receiving side would do: RFC 9180 leaves nothing to choose. */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const place: AttachmentPlace = {
  capture: "019a0000-0000-7000-8000-00000000000a",
  device: "019a0000-0000-7000-8000-0000000000d1",
  sequence: 7,
  purpose: "refund-id-copy",
};
const picture = randomBytes(50_000);
let pair: webcrypto.CryptoKeyPair;
let key: SealingKey;

beforeAll(async () => {
  pair = await suite.kem.generateKeyPair();
  const point = await suite.kem.serializePublicKey(pair.publicKey);
  key = { id: "test", publicKey: Buffer.from(point).toString("base64url") };
});

function open(sealed: Buffer, claimed: AttachmentPlace): Promise<ArrayBuffer> {
  return suite.open(
    { recipientKey: pair, enc: sealed.subarray(0, shareSize), info: Buffer.from(sealInfo) },
    sealed.subarray(shareSize),
    Buffer.from(formSealedWith(claimed)),
  );
}

describe("sealAttachment", () => {
  it("gives what the private key opens, 81 bytes longer", async () => {
    const sealed = await sealAttachment(key, place, picture);
    expect(sealed.length).toBe(picture.length + 81);
    expect(sealed.includes(picture.subarray(0, 32))).toBe(false);
    expect(Buffer.from(await open(sealed, place)).equals(picture)).toBe(true);
  });

  it("never seals twice alike", async () => {
    const [one, other] = [
      await sealAttachment(key, place, picture),
      await sealAttachment(key, place, picture),
    ];
    expect(one.subarray(0, shareSize)).not.toEqual(other.subarray(0, shareSize));
  });

  it.each<[string, Partial<AttachmentPlace>]>([
    ["capture", { capture: "019a0000-0000-7000-8000-00000000000b" }],
    ["device", { device: "019a0000-0000-7000-8000-0000000000d2" }],
    ["sequence", { sequence: 8 }],
    ["purpose", { purpose: "event-reference" }],
  ])("does not open as that of another %s", async (_, other) => {
    const sealed = await sealAttachment(key, place, picture);
    await expect(open(sealed, { ...place, ...other })).rejects.toThrow();
  });

  it("does not open when any byte is another", async () => {
    const sealed = await sealAttachment(key, place, picture);
    for (const at of [1, shareSize, 20_000, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(open(changed, place)).rejects.toThrow();
    }
  });
});
