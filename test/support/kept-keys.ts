import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type KeptStore, keyPaths, openKeptStore, storePath } from "../../src/main/kept-store.ts";
import type { KeyProtection } from "../../src/main/keys/key-protection.ts";
import { readStoreKeys } from "../../src/main/keys/store-key.ts";
import type { Store } from "../../src/main/store/open-store.ts";
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
  keyProtection: KeyProtection,
  now: () => number = () => deskTime,
): Promise<KeptStore & { key: Buffer }> {
  const opened = await openKeptStore({
    folder: join(folder, "store"),
    keyProtection,
    allowPlaintext: false,
    appVersion: "0.1.0",
    now,
    random: randomBytes,
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { key: path } = pathsOf(folder);
  const deps = { path, storeExists: true, protection: keyProtection, random: randomBytes };
  const kept = await readStoreKeys(deps);
  if (!kept.ok) throw new Error(kept.failure.code);
  return { ...opened.value, key: kept.value.key };
}

/** Fills a new store, and has the device's key wrapped as an enrolment has. */
export async function enrolKept(store: Store, protection: KeyProtection, deviceKey: string) {
  fillStore(store, []);
  store.device.saveProtectedKey(await protection.protect(deviceKey));
}
