import { scrypt, timingSafeEqual } from "node:crypto";
import type { PinHash } from "../../contract/reference.ts";

/** Whether the PIN is the one that was hashed (scrypt, RFC 7914). Runs off the main thread. */
export async function matchesPin(pin: string, kept: PinHash): Promise<boolean> {
  const wanted = Buffer.from(kept.hash, "base64url");
  const found = await derive(pin, kept, wanted.length);
  return timingSafeEqual(found, wanted);
}

function derive(pin: string, { salt, N, r, p }: PinHash, length: number): Promise<Buffer> {
  // scrypt needs 128 * N * r bytes; Node's default limit is below what N = 2^17 takes.
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, "base64url"), length, { N, r, p, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
