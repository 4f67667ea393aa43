import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { KeyProtection } from "../../src/main/keys/key-protection.ts";
import { readStoreKeys } from "../../src/main/keys/store-key.ts";
import { keyPaths, storePath } from "../../src/main/open-desk.ts";
import { type KeptKeys, keepKeys } from "../../src/main/recovery/kept-keys.ts";
import { openStore, type Store, storeExists } from "../../src/main/store/open-store.ts";
import { deskTime, fillStore } from "./desk-store.ts";

/** A user of the PC, by whose account the system wraps keys: another's cannot unwrap them. */
export function protectFor(account: string): KeyProtection {
  const turn = (bytes: Buffer) =>
    Buffer.from(bytes.map((byte, place) => byte ^ account.charCodeAt(place % account.length)));
  return {
    isAvailable: async () => true,
    protect: async (text) => turn(Buffer.from(`seal:${text}`)),
    async reveal(wrapped) {
      const text = turn(wrapped).toString();
      if (!text.startsWith("seal:")) throw new Error("cannot unwrap");
      return text.slice(5);
    },
  };
}

export const pathsOf = (folder: string) => ({
  ...keyPaths(join(folder, "store")),
  store: storePath(join(folder, "store")),
});

/** Opens a desk's store as the desk does, by the key that is kept beside it. */
export async function openKeptDesk(
  folder: string,
  protection: KeyProtection,
): Promise<{ store: Store; keys: KeptKeys; key: Buffer }> {
  const paths = pathsOf(folder);
  const read = await readStoreKeys({
    path: paths.key,
    protection,
    random: randomBytes,
    storeExists: storeExists(paths.store),
  });
  if (!read.ok) throw new Error(read.failure.code);
  const { key, next } = read.value;
  const now = () => deskTime;
  const opened = openStore({ path: paths.store, key, nextKey: next, allowPlaintext: false, now });
  if (!opened.ok) throw new Error(opened.failure.code);
  const store = opened.value;
  const keys = keepKeys({ store, paths, protection, now, random: randomBytes });
  return { store, keys, key };
}

/** Fills a new store, and has the device's key wrapped as an enrolment has. */
export async function enrolKept(store: Store, protection: KeyProtection, deviceKey: string) {
  fillStore(store, []);
  store.device.saveProtectedKey(await protection.protect(deviceKey));
}
