import { join } from "node:path";
import { type Failure, fail, type Result, succeed } from "../contract/failure.ts";
import type { KeyProtection } from "./keys/key-protection.ts";
import { readStoreKeys } from "./keys/store-key.ts";
import { type KeptKeys, keepKeys } from "./recovery/kept-keys.ts";
import { openStore, type Store, storeExists } from "./store/open-store.ts";
import { nameStoreFailure } from "./store/store-failure.ts";

export type KeptStoreDeps = {
  /** The folder of the store and its key. */
  folder: string;
  keyProtection: KeyProtection;
  allowPlaintext: boolean;
  appVersion: string;
  now(): number;
  random(size: number): Uint8Array;
};

export function storePath(folder: string): string {
  return join(folder, "yinyom.db");
}

/**
 * Where the store's key lies, wrapped by this PC (`key`) and sealed to head office (`copy`), what tells a right
 * passphrase, and the mark of a desk whose keys are destroyed (`left`).
 */
export function keyPaths(folder: string) {
  return {
    key: join(folder, "store-key.json"),
    copy: join(folder, "store-key-recovery.json"),
    passphrase: join(folder, "passphrase.json"),
    left: join(folder, "left.json"),
  };
}

/** A store that is open, and the keys that open it. */
export type KeptStore = { store: Store; keys: KeptKeys };

/** Opens the store of a desk by the key beside it; the failure is one that has a screen of its own. */
export async function openKeptStore(deps: KeptStoreDeps): Promise<Result<KeptStore>> {
  const path = storePath(deps.folder);
  const paths = keyPaths(deps.folder);
  try {
    const read = await readStoreKeys({
      path: paths.key,
      storeExists: storeExists(path),
      protection: deps.keyProtection,
      random: deps.random,
    });
    if (!read.ok) return read;
    const { key, next, deviceKey } = read.value;
    const opened = openStore({
      path,
      key,
      nextKey: next,
      allowPlaintext: deps.allowPlaintext,
      now: deps.now,
      softwareVersion: deps.appVersion,
    });
    if (!opened.ok) return opened;
    const store = opened.value;
    const keys = keepKeys({ ...deps, store, paths, protection: deps.keyProtection });
    if (next !== null || deviceKey !== null) await settle(store, keys);
    return succeed({ store, keys });
  } catch (error) {
    const failure = describeStoreError(error, path);
    if (failure === null) throw error;
    return fail(failure);
  }
}

/** A store that is not handed on must not stay open: the next try would meet its lock. */
async function settle(store: Store, keys: KeptKeys): Promise<void> {
  try {
    await keys.settle();
  } catch (error) {
    store.close();
    throw error;
  }
}

/** What an error of the store means for a person; null: it is a bug. */
export function describeStoreError(error: unknown, path: string): Failure | null {
  const code = nameStoreFailure(error);
  return code === null ? null : { code, path };
}
