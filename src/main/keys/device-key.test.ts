import { createPublicKey, sign, verify } from "node:crypto";
import { expect, it } from "vitest";
import { enrolRequest } from "../../contract/sync.ts";
import { makeDeviceKey, readPrivateKey } from "./device-key.ts";

it("makes a key that signs what its public half verifies, and no other", () => {
  const [one, other] = [makeDeviceKey(), makeDeviceKey()];
  expect(enrolRequest.shape.publicKey.safeParse(one.publicKey).success).toBe(true);
  expect(one.publicKey).not.toBe(other.publicKey);

  const text = Buffer.from("invented");
  const signature = sign(null, text, readPrivateKey(one.privateKeyPkcs8));
  const verifies = (publicKey: string) => {
    const jwk = { kty: "OKP", crv: "Ed25519", x: publicKey };
    return verify(null, text, createPublicKey({ key: jwk, format: "jwk" }), signature);
  };
  expect(verifies(one.publicKey)).toBe(true);
  expect(verifies(other.publicKey)).toBe(false);
});
