import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { KeyProtection } from "./key-protection.ts";

const keyFile = z.strictObject({
  version: z.literal(1),
  /** The store's key, 64 hexadecimal digits, as `KeyProtection` wrapped it; base64. */
  wrapped: z.base64(),
});

const keyText = /^[0-9a-f]{64}$/;

export type StoreKeyDeps = {
  /** Where the wrapped key lies: `store-key.json` beside the store. */
  path: string;
  /** Whether there is a store that a key must already exist for. */
  storeExists: boolean;
  protection: KeyProtection;
  random(size: number): Uint8Array;
};

/**
 * The store's raw 256-bit key: made on first start, unwrapped afterwards. Where a store exists a missing key
 * is never replaced by a new one, which could open nothing and would hide that the old one is wanted.
 * The file errors of a first start are thrown, to be named as any other failure of the store.
 */
export async function readStoreKey(deps: StoreKeyDeps): Promise<Result<Buffer>> {
  if (!(await deps.protection.isAvailable())) return fail({ code: "key-protection-missing" });
  if (existsSync(deps.path)) return unwrapKey(deps);
  if (deps.storeExists) return fail({ code: "store-key-missing", path: deps.path });
  return succeed(await makeKey(deps));
}

async function unwrapKey({ path, protection }: StoreKeyDeps): Promise<Result<Buffer>> {
  const kept = keyFile.safeParse(readJson(path));
  // A file that holds no key is as good as none: what brings it back is the same.
  if (!kept.success) return fail({ code: "store-key-missing", path });
  const text = await revealOrNull(protection, Buffer.from(kept.data.wrapped, "base64"));
  if (text === null || !keyText.test(text)) return fail({ code: "store-wrong-key", path });
  return succeed(Buffer.from(text, "hex"));
}

async function makeKey({ path, protection, random }: StoreKeyDeps): Promise<Buffer> {
  const key = Buffer.from(random(32));
  if (key.length !== 32) throw new Error("the source of randomness gave too little");
  const wrapped = (await protection.protect(key.toString("hex"))).toString("base64");
  mkdirSync(dirname(path), { recursive: true });
  // Whole or not at all, and on the disk before the first byte of a store needs it.
  writeDurably(`${path}.part`, JSON.stringify({ version: 1, wrapped }));
  renameSync(`${path}.part`, path);
  syncDirectory(dirname(path));
  return key;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function revealOrNull(protection: KeyProtection, wrapped: Buffer): Promise<string | null> {
  try {
    return await protection.reveal(wrapped);
  } catch {
    // The system's own words may name accounts: the failure's code says enough.
    return null;
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncDirectory(path: string): void {
  // Windows has no handle of a directory to sync; NTFS orders the rename by itself.
  if (process.platform === "win32") return;
  const directory = openSync(path, "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
