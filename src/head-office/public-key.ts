import { createPublicKey, type KeyObject } from "node:crypto";

/** A raw Ed25519 public key (RFC 8032) in base64url as a key that verifies; null: it is not one. */
export function readPublicKey(raw: string): KeyObject | null {
  const bytes = Buffer.from(raw, "base64url");
  // Another spelling of the same key would be another row for the same device.
  if (bytes.length !== 32 || bytes.toString("base64url") !== raw) return null;
  try {
    return createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519", x: raw } });
  } catch {
    return null;
  }
}
