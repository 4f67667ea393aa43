import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { z } from "zod";
import { readJson, writeDurably } from "./durable-file.ts";
import type { KeyProtection } from "./key-protection.ts";
import { deriveKey } from "./scrypt.ts";

/** scrypt (RFC 7914) at 128 MiB: about a third of a second for whoever knows the passphrase. */
const cost = { N: 131_072, r: 8, p: 1 } as const;
const nonceSize = 12;
const tagSize = 16;

/** What is kept of a passphrase: enough to tell whether it is the right one, no more than guessing it gives. */
const passphraseFile = z.strictObject({
  version: z.literal(1),
  // Only what this version writes: a file must not choose how much memory its opening takes.
  scrypt: z.strictObject({
    salt: z.base64url(),
    N: z.literal(cost.N),
    r: z.literal(cost.r),
    p: z.literal(cost.p),
  }),
  /** `knownWord`, wrapped. */
  check: z.base64url(),
});
const knownWord = "yinyom passphrase";

/** Whether this PC's keys are under a passphrase. A file that holds none is as good as one: it is asked for. */
export function hasPassphrase(path: string): boolean {
  return existsSync(path);
}

/** Sets the passphrase, in place of the one that was. What that one wrapped does not open with the new one. */
export async function choosePassphrase(path: string, passphrase: string): Promise<KeyProtection> {
  const salt = randomBytes(16);
  const key = await derive(passphrase, salt);
  const file: z.infer<typeof passphraseFile> = {
    version: 1,
    scrypt: { salt: salt.toString("base64url"), ...cost },
    check: wrap(key, knownWord).toString("base64url"),
  };
  writeDurably(path, JSON.stringify(file));
  return protectWith(key);
}

/** Null: another passphrase. */
export async function enterPassphrase(
  path: string,
  passphrase: string,
): Promise<KeyProtection | null> {
  const kept = passphraseFile.safeParse(readJson(path));
  if (!kept.success) return null;
  const key = await derive(passphrase, Buffer.from(kept.data.scrypt.salt, "base64url"));
  try {
    unwrap(key, Buffer.from(kept.data.check, "base64url"));
    return protectWith(key);
  } catch {
    return null;
  }
}

function protectWith(key: Buffer): KeyProtection {
  return {
    isAvailable: async () => true,
    protect: async (text) => wrap(key, text),
    reveal: async (wrapped) => unwrap(key, wrapped),
  };
}

/** AES-256-GCM: nonce, ciphertext, tag. */
function wrap(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(nonceSize);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

function unwrap(key: Buffer, wrapped: Buffer): string {
  const opener = createDecipheriv("aes-256-gcm", key, wrapped.subarray(0, nonceSize), {
    authTagLength: tagSize,
  });
  opener.setAuthTag(wrapped.subarray(-tagSize));
  const text = opener.update(wrapped.subarray(nonceSize, -tagSize));
  return Buffer.concat([text, opener.final()]).toString("utf8");
}

function derive(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  // One passphrase, one key, however the keyboard composed it.
  return deriveKey({ secret: passphrase.normalize("NFKC"), salt, length: 32, ...cost });
}
