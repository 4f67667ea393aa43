import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { app, type SafeStorage } from "electron";

const keyFile = "development-only-not-a-secret.key";
const marker = Buffer.from("yinyom-development-1:");

type AsyncSafeStorage = Pick<
  SafeStorage,
  | "isAsyncEncryptionAvailable"
  | "encryptStringAsync"
  | "decryptStringAsync"
  | "getSelectedStorageBackend"
>;

/**
 * safeStorage as Electron 45 has it, over a key that lies beside the data: whoever can read the
 * data can read the key. It calls itself `basic_text`, which means just that.
 */
export function createSafeStorage(): AsyncSafeStorage {
  return {
    async isAsyncEncryptionAvailable() {
      await app.whenReady();
      return true;
    },
    async encryptStringAsync(plainText) {
      await app.whenReady();
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", readKey(), nonce);
      const sealed = Buffer.concat([cipher.update(plainText, "utf8"), cipher.final()]);
      return Buffer.concat([marker, nonce, cipher.getAuthTag(), sealed]);
    },
    async decryptStringAsync(encrypted) {
      await app.whenReady();
      if (!encrypted.subarray(0, marker.length).equals(marker)) {
        throw new Error("Error while decrypting the ciphertext provided to safeStorage.");
      }
      const body = encrypted.subarray(marker.length);
      const cipher = createDecipheriv("aes-256-gcm", readKey(), body.subarray(0, 12));
      cipher.setAuthTag(body.subarray(12, 28));
      const open = Buffer.concat([cipher.update(body.subarray(28)), cipher.final()]);
      return { result: open.toString("utf8"), shouldReEncrypt: false };
    },
    getSelectedStorageBackend: () => "basic_text",
  };
}

function readKey(): Buffer {
  const path = join(app.getPath("userData"), keyFile);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  }
  return Buffer.from(readFileSync(path, "utf8").trim(), "hex");
}
