import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** A password as scrypt made it (RFC 7914); salt and hash are base64url. */
const passwordHash = z.strictObject({
  salt: z.string(),
  hash: z.string(),
  N: z.int().positive(),
  r: z.int().positive(),
  p: z.int().positive(),
});

const cost = { N: 131_072, r: 8, p: 1 } as const;
const hashBytes = 32;
/** Each hash takes 128 MB: more at once than this, and sign-ins would be a way to exhaust the machine. */
const atOnce = 2;

/** What is stored of a new password, as text. About half a second, off this thread. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, hashBytes, cost);
  return JSON.stringify({
    salt: salt.toString("base64url"),
    hash: hash.toString("base64url"),
    ...cost,
  });
}

export async function matchesPassword(password: string, kept: string): Promise<boolean> {
  const { salt, hash, ...told } = passwordHash.parse(JSON.parse(kept));
  const wanted = Buffer.from(hash, "base64url");
  const found = await derive(password, Buffer.from(salt, "base64url"), wanted.length, told);
  return timingSafeEqual(found, wanted);
}

const nobody = { salt: "", hash: Buffer.alloc(hashBytes).toString("base64url"), ...cost };

/** Takes as long as a real try, so that time does not tell which names have accounts. Always false. */
export async function matchNobody(password: string): Promise<boolean> {
  await matchesPassword(password, JSON.stringify(nobody));
  return false;
}

/** Letters that are not taken for each other when read aloud. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password such as `kq7m-x2ha-91td-…`: 20 characters, 99 bits. */
export function makePassword(random: (size: number) => Uint8Array = randomBytes): string {
  let made = "";
  while (made.length < 20) {
    for (const byte of random(32)) {
      // Bytes past the last whole multiple would favour the first letters.
      if (byte < 256 - (256 % alphabet.length)) made += alphabet[byte % alphabet.length];
    }
  }
  return (made.slice(0, 20).match(/.{4}/g) ?? []).join("-");
}

type Cost = { N: number; r: number; p: number };

const waiting: (() => void)[] = [];
let running = 0;

async function derive(
  password: string,
  salt: Uint8Array,
  length: number,
  { N, r, p }: Cost,
): Promise<Buffer> {
  while (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    // scrypt takes 128·N·r bytes (RFC 7914 section 2), which Node.js refuses unless it is told so.
    const options: ScryptOptions = { N, r, p, maxmem: 2 * 128 * N * r };
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize("NFC"), salt, length, options, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
