import { safeStorage } from "electron";

/**
 * Protects keys by the operating system's own store.
 * `tolerateWeak`: whether Linux's `basic_text`, whose password is public, is good enough; development only.
 */
export function makeKeyProtection(tolerateWeak: boolean) {
  return {
    async isAvailable(): Promise<boolean> {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
      if (process.platform !== "linux" || tolerateWeak) return true;
      const backend = safeStorage.getSelectedStorageBackend();
      return backend !== "basic_text" && backend !== "unknown";
    },
    protect: (text: string): Promise<Buffer> => safeStorage.encryptStringAsync(text),
    async reveal(sealed: Buffer): Promise<string> {
      return (await safeStorage.decryptStringAsync(sealed)).result;
    },
  };
}
