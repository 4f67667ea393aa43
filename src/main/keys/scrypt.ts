import { Worker } from "node:worker_threads";

export type ScryptTask = {
  secret: string;
  salt: Uint8Array;
  /** Of the answer, in bytes. */
  length: number;
  N: number;
  r: number;
  p: number;
};

// Beside this file both as it is written and as it is built.
const worker = import.meta.url.endsWith(".ts") ? "./scrypt-worker.ts" : "./scrypt-worker.cjs";

/**
 * Derives a key from what people remember (scrypt, RFC 7914), on a thread of its own. Not with node:crypto:
 * under Electron, whose BoringSSL checks the cost by paying it, that holds the windows' thread for as long as
 * the whole derivation takes, and then begins.
 */
export function deriveKey(task: ScryptTask): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(worker, import.meta.url), { workerData: task });
    thread.once("message", (key: Uint8Array) => resolve(Buffer.from(key)));
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`The derivation of a key ended with ${code}`)));
  });
}
