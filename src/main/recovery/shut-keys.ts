import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { RecoverySecrets } from "../../contract/recovery.ts";
import type { KeyProtection } from "../keys/key-protection.ts";
import { choosePassphrase, enterPassphrase, hasPassphrase } from "../keys/passphrase.ts";
import { readRecoveryCopy } from "../keys/recovery-copy.ts";
import { askForKeys, type RecoveryQuestion } from "../keys/recovery-question.ts";
import { writeStoreKeys } from "../keys/store-key.ts";
import { isKeyOf, storeExists } from "../store/open-store.ts";

export type ShutKeysDeps = {
  paths: { key: string; copy: string; passphrase: string; store: string };
  /** The operating system's own store of keys. */
  system: KeyProtection;
  allowPlaintext: boolean;
};

export type ShutKeys = ReturnType<typeof makeShutKeys>;

/** What opens a desk whose keys the system does not give: a passphrase, or head office. */
export function makeShutKeys({ paths, system, allowPlaintext }: ShutKeysDeps) {
  let typed: KeyProtection | null = null;
  let question: RecoveryQuestion | null = null;

  const current = (): KeyProtection => typed ?? system;

  /** Null: they are another store's. Of two, either may be the one: opening the store tells. */
  function readStoreKeys({ storeKeys: [first = "", second] }: RecoverySecrets) {
    const key = Buffer.from(first, "hex");
    const next = second === undefined ? null : Buffer.from(second, "hex");
    const path = paths.store;
    if (!storeExists(path)) return null;
    const isOurs = [key, ...(next ? [next] : [])].some((one) =>
      isKeyOf({ path, key: one, allowPlaintext }),
    );
    return isOurs ? { key, next } : null;
  }

  return {
    /** The system's, or the passphrase's once it was typed. */
    protection: {
      isAvailable: () => current().isAvailable(),
      protect: (text) => current().protect(text),
      reveal: (wrapped) => current().reveal(wrapped),
    } satisfies KeyProtection,

    /** Whether the desk is under a passphrase that nobody has typed yet. */
    needsPassphrase: () => typed === null && hasPassphrase(paths.passphrase),
    isUnderPassphrase: () => typed !== null,

    async readWays() {
      const passphrase = hasPassphrase(paths.passphrase)
        ? typed === null
          ? "enter"
          : "no"
        : (await system.isAvailable())
          ? "no"
          : "choose";
      return { passphrase, canAsk: readRecoveryCopy(paths.copy) !== null } as const;
    },

    /** Where the system has no safe place and nobody has chosen a passphrase yet. */
    async choose(passphrase: string): Promise<Result<undefined>> {
      if (hasPassphrase(paths.passphrase)) return fail({ code: "passphrase-needed" });
      if (await system.isAvailable()) return fail({ code: "not-found" });
      typed = await choosePassphrase(paths.passphrase, passphrase);
      return succeed(undefined);
    },

    async enter(passphrase: string): Promise<Result<undefined>> {
      const found = await enterPassphrase(paths.passphrase, passphrase);
      if (found === null) return fail({ code: "wrong-passphrase" });
      typed = found;
      return succeed(undefined);
    },

    async ask(): Promise<Result<{ request: string; checkNumber: string }>> {
      const copy = readRecoveryCopy(paths.copy);
      if (copy === null) return fail({ code: "not-found" });
      question ??= await askForKeys(copy);
      const { request, checkNumber } = question;
      return succeed({ request, checkNumber });
    },

    /** Keeps the keys that head office gave back, once one of them opens the store; the desk can then be opened. */
    async takeAnswer(answer: string, passphrase: string | null): Promise<Result<undefined>> {
      const secrets = (await question?.open(answer)) ?? null;
      const keys = secrets && readStoreKeys(secrets);
      if (!secrets || !keys) return fail({ code: "not-the-answer" });
      if (passphrase !== null) typed = await choosePassphrase(paths.passphrase, passphrase);
      if (!(await current().isAvailable())) return fail({ code: "key-protection-missing" });
      const { deviceKey } = secrets;
      const place = { path: paths.key, protection: current() };
      await writeStoreKeys(place, { ...keys, deviceKey });
      question = null;
      return succeed(undefined);
    },
  };
}
