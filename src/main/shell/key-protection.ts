import { safeStorage } from "electron";
import type { KeyProtection } from "../keys/key-protection.ts";

/**
 * Protects keys by the operating system's own store.
 * `tolerateWeak`: whether Linux's `basic_text`, whose password is public, is good enough; development only.
 */
export function makeKeyProtection(tolerateWeak: boolean): KeyProtection {
  return {
    async isAvailable() {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
      if (process.platform !== "linux" || tolerateWeak) return true;
      const backend = safeStorage.getSelectedStorageBackend();
      return backend !== "basic_text" && backend !== "unknown";
    },
    protect: (text) => safeStorage.encryptStringAsync(text),
    async reveal(sealed) {
      return (await safeStorage.decryptStringAsync(sealed)).result;
    },
  };
}
