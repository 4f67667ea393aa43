import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/**
 * Which key a store was made with, kept beside it. A wrong key and a damaged file look the same to SQLite;
 * this file tells them apart. It gives nothing away: the key is 256 random bits, out of reach of guessing.
 */
export function readFingerprint(storePath: string): string | null {
  const path = nameFingerprint(storePath);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, "utf8").trim();
  return /^[0-9a-f]{64}$/.test(text) ? text : null;
}

export function writeFingerprint(storePath: string, fingerprint: string): void {
  const path = nameFingerprint(storePath);
  writeFileSync(`${path}.part`, `${fingerprint}\n`, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

export function takeFingerprint(key: Buffer): string {
  return createHash("sha256").update("yinyom store key 1\n").update(key).digest("hex");
}

export function nameFingerprint(storePath: string): string {
  return `${storePath}.key-id`;
}
