import { randomBytes, type ScryptOptions, scrypt } from "node:crypto";
import type { PinHash } from "../contract/reference.ts";

const cost = { N: 131_072, r: 8, p: 1 } as const;
const hashBytes = 32;
// scrypt takes 128·N·r bytes (RFC 7914 section 2), which Node refuses unless it is told so.
const options: ScryptOptions = { ...cost, maxmem: 2 * 128 * cost.N * cost.r };

/** A PIN as the desks keep it. Takes 128 MB and about half a second, off this thread. */
export function hashPin(pin: string, salt: Uint8Array = randomBytes(16)): Promise<PinHash> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, hashBytes, options, (error, hash) => {
      if (error) reject(error);
      else {
        resolve({
          salt: Buffer.from(salt).toString("base64url"),
          hash: hash.toString("base64url"),
          ...cost,
        });
      }
    });
  });
}
