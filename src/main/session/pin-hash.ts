import { timingSafeEqual } from "node:crypto";
import type { PinHash } from "../../contract/reference.ts";
import { deriveKey } from "../keys/scrypt.ts";

/** Whether the PIN is the one that was hashed. Runs off the main thread. */
export async function matchesPin(pin: string, { hash, salt, ...cost }: PinHash): Promise<boolean> {
  const wanted = Buffer.from(hash, "base64url");
  const found = await deriveKey({
    secret: pin,
    salt: Buffer.from(salt, "base64url"),
    length: wanted.length,
    ...cost,
  });
  return timingSafeEqual(found, wanted);
}
