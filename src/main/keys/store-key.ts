import { existsSync } from "node:fs";
import { z } from "zod";
import { fail, type Result, succeed } from "../../contract/failure.ts";
import { readJson, writeDurably } from "./durable-file.ts";
import type { KeyProtection } from "./key-protection.ts";

const keyFile = z.strictObject({
  version: z.literal(1),
  /** The store's key, 64 hexadecimal digits, as `KeyProtection` wrapped it; base64. */
  wrapped: z.base64(),
  /** The key that is taking its place, wrapped alike: only while that is under way, or where it was cut off. */
  next: z.base64().optional(),
  /** The device's own key, wrapped alike: come back from head office, and not yet in the store. */
  device: z.base64().optional(),
});

const keyText = /^[0-9a-f]{64}$/;

export type StoreKeys = {
  key: Buffer;
  /** One that was taking the other's place: the store has the one or the other. */
  next: Buffer | null;
  /** PKCS #8 of the device's key, on its way into a store that was recovered. */
  deviceKey: string | null;
};

type StoreKeyPlace = {
  /** Where the wrapped key lies: `store-key.json` beside the store. */
  path: string;
  protection: KeyProtection;
};

export type StoreKeyDeps = StoreKeyPlace & {
  /** Whether there is a store that a key must already exist for. */
  storeExists: boolean;
  random(size: number): Uint8Array;
};

/**
 * The store's raw 256-bit key: made on first start, unwrapped afterwards. Where a store exists a missing key
 * is never replaced by a new one, which could open nothing and would hide that the old one is wanted.
 * The file errors of a first start are thrown, to be named as any other failure of the store.
 */
export async function readStoreKeys(deps: StoreKeyDeps): Promise<Result<StoreKeys>> {
  if (!(await deps.protection.isAvailable())) return fail({ code: "key-protection-missing" });
  if (existsSync(deps.path)) return unwrapKeys(deps);
  if (deps.storeExists) return fail({ code: "store-key-missing", path: deps.path });
  const keys = { key: makeStoreKey(deps.random), next: null, deviceKey: null };
  // On the disk before the first byte of a store needs it.
  await writeStoreKeys(deps, keys);
  return succeed(keys);
}

export function makeStoreKey(random: (size: number) => Uint8Array): Buffer {
  const key = Buffer.from(random(32));
  if (key.length !== 32) throw new Error("the source of randomness gave too little");
  return key;
}

/** Wraps the keys and keeps them, in place of those that were kept there. */
export async function writeStoreKeys(
  { path, protection }: StoreKeyPlace,
  { key, next, deviceKey }: StoreKeys,
): Promise<void> {
  const wrap = async (text: string) => (await protection.protect(text)).toString("base64");
  const file: z.infer<typeof keyFile> = { version: 1, wrapped: await wrap(key.toString("hex")) };
  if (next !== null) file.next = await wrap(next.toString("hex"));
  if (deviceKey !== null) file.device = await wrap(deviceKey);
  writeDurably(path, JSON.stringify(file));
}

async function unwrapKeys({ path, protection }: StoreKeyPlace): Promise<Result<StoreKeys>> {
  const kept = keyFile.safeParse(readJson(path));
  // A file that holds no key is as good as none: what brings it back is the same.
  if (!kept.success) return fail({ code: "store-key-missing", path });
  try {
    const reveal = (wrapped: string) => protection.reveal(Buffer.from(wrapped, "base64"));
    const { wrapped, next, device } = kept.data;
    return succeed({
      key: readKey(await reveal(wrapped)),
      next: next === undefined ? null : readKey(await reveal(next)),
      deviceKey: device === undefined ? null : await reveal(device),
    });
  } catch {
    // The system's own words may name accounts: the failure's code says enough.
    return fail({ code: "store-wrong-key", path });
  }
}

function readKey(text: string): Buffer {
  if (!keyText.test(text)) throw new Error("what was unwrapped is no key");
  return Buffer.from(text, "hex");
}
