import { createHash, type KeyObject } from "node:crypto";
import { CompactSign } from "jose";
import type { DeviceId } from "../../contract/ids.ts";
import type { SignedClaims } from "../../contract/sync.ts";

/** Who signs: the device as head office knows it, and its Ed25519 private key. */
export type Signer = { device: DeviceId; key: KeyObject };

export type UnsignedRequest = {
  path: string;
  /** As sent, that is after gzip. */
  body: Uint8Array;
  /** 16 random bytes; never used for a second request. */
  nonce: Uint8Array;
  /** Corrected clock, ms since 1970. */
  sentAt: number;
};

/**
 * Binds a request to its device, its body and its moment: a compact JWS (RFC 7515) with EdDSA (RFC 8037)
 * over the contract's `signedClaims`, for the signature header.
 */
export function signRequest(signer: Signer, request: UnsignedRequest): Promise<string> {
  const claims: SignedClaims = {
    method: "POST",
    path: request.path,
    bodySha256: createHash("sha256").update(request.body).digest("hex"),
    nonce: Buffer.from(request.nonce).toString("base64url"),
    sentAt: request.sentAt,
  };
  return signClaims(signer, claims);
}

/** The device's word: a compact JWS (RFC 7515) with EdDSA (RFC 8037). */
export function signClaims({ device, key }: Signer, claims: unknown): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: "EdDSA", kid: device })
    .sign(key);
}
