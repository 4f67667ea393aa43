import type { RecoverySecrets } from "../../contract/recovery.ts";
import type { KeyProtection } from "../keys/key-protection.ts";
import { keepRecoveryCopy, readRecoveryCopy } from "../keys/recovery-copy.ts";
import { makeStoreKey, readStoreKeys, type StoreKeys, writeStoreKeys } from "../keys/store-key.ts";
import type { Store } from "../store/open-store.ts";

export type KeptKeysDeps = {
  store: Store;
  /** Where the wrapped key and its sealed copy lie. */
  paths: { key: string; copy: string };
  protection: KeyProtection;
  now(): number;
  random(size: number): Uint8Array;
};

export type KeptKeys = ReturnType<typeof keepKeys>;

/** The keys of a desk that is open: sealed a second time, to head office, and renewed. One thing at a time. */
export function keepKeys({ store, paths, protection, now, random }: KeptKeysDeps) {
  let last: Promise<unknown> = Promise.resolve();
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  const place = { path: paths.key, protection };

  async function read(): Promise<StoreKeys> {
    const kept = await readStoreKeys({ ...place, storeExists: true, random });
    if (!kept.ok) throw new Error(`the key of an open store: ${kept.failure.code}`);
    return kept.value;
  }

  /** Whose keys are sealed, and to which key; null: not enrolled, or none is published. */
  function readSealing() {
    const enrolment = store.device.readEnrolment();
    const recoveryKey = store.received.readReference()?.recoveryKey ?? null;
    return enrolment === null || recoveryKey === null ? null : { enrolment, recoveryKey };
  }

  async function seal({ key, next }: Pick<StoreKeys, "key" | "next">): Promise<void> {
    const sealing = readSealing();
    if (sealing === null) return;
    const { enrolment, recoveryKey } = sealing;
    const secrets: RecoverySecrets = {
      version: 1,
      storeKeys: [key, ...(next ? [next] : [])].map((one) => one.toString("hex")),
      deviceKey: await protection.reveal(enrolment.protectedKey),
    };
    await keepRecoveryCopy(paths.copy, { device: enrolment.device, recoveryKey }, secrets);
  }

  /** The store is under one of the two keys by now, and only that one stays; the device's goes into the store. */
  async function settle(keys: StoreKeys): Promise<StoreKeys> {
    const { next, deviceKey } = keys;
    if (next === null && deviceKey === null) return keys;
    if (deviceKey !== null) store.device.saveProtectedKey(await protection.protect(deviceKey));
    const key = next !== null && store.isUnder(next) ? next : keys.key;
    const settled = { key, next: null, deviceKey: null };
    await writeStoreKeys(place, settled);
    await seal(settled);
    return settled;
  }

  async function putInPlace(staff: string | null): Promise<void> {
    const { key } = await settle(await read());
    const next = makeStoreKey(random);
    const both = { key, next, deviceKey: null };
    await writeStoreKeys(place, both);
    await seal(both);
    store.changeKey(next);
    await settle(both);
    store.audit.add({ at: now(), staff, action: "renew-key", subject: null });
  }

  async function sealIfDue(): Promise<void> {
    const sealing = readSealing();
    if (sealing === null) return;
    const { enrolment, recoveryKey } = sealing;
    const kept = readRecoveryCopy(paths.copy);
    if (kept?.key === recoveryKey.id && kept.device === enrolment.device) return;
    await seal(await read());
  }

  return {
    /** Brings to its end what was cut off, before anything else uses the keys. */
    settle: () =>
      inTurn(async () => {
        const keys = await read();
        await settle(keys);
        if (keys.deviceKey === null) return;
        store.audit.add({ at: now(), staff: null, action: "recover-key", subject: null });
        // Head office has seen the former one.
        await putInPlace(null);
      }),

    /** Seals the keys to head office where that is due: for the first time, or to another key of its. */
    sealIfDue: () => inTurn(sealIfDue),

    /**
     * Puts a new key in the place of the store's. At each moment the file has the key that the store is under,
     * and the sealed copy too.
     */
    renew: (staff: string) => inTurn(() => putInPlace(staff)),

    /** The id of head office's key that the keys are sealed to; null: none. */
    readRecoveryKey(): string | null {
      return readRecoveryCopy(paths.copy)?.key ?? null;
    },

    /** Ends when nothing is under way any more: the store must not be closed sooner. */
    whenIdle: () => last,
  };
}
