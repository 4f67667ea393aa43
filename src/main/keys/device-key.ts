import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";

export type DeviceKey = {
  /** Raw 32 bytes of the Ed25519 public key (RFC 8032), base64url: what head office keeps. */
  publicKey: string;
  /** PKCS #8 (RFC 5958) as base64: to be wrapped by `KeyProtection` before it is stored. */
  privateKeyPkcs8: string;
};

/** Makes the pair of keys by which head office knows this PC. */
export function makeDeviceKey(): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x } = publicKey.export({ format: "jwk" });
  if (x === undefined) throw new Error("an Ed25519 key without its public half");
  return {
    publicKey: x,
    privateKeyPkcs8: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
}

/** Reads `privateKeyPkcs8` back into a key that signs. */
export function readPrivateKey(pkcs8: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8, "base64"), format: "der", type: "pkcs8" });
}
