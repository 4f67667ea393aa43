import type { SealingKey } from "../../contract/copy-rules.ts";
import {
  formCopyPlace,
  type RecoveryCopy,
  type RecoverySecrets,
  recoveryCopy,
  recoveryCopyInfo,
} from "../../contract/recovery.ts";
import { readJson, writeDurably } from "./durable-file.ts";
import { sealTo } from "./seal-to.ts";

/** What is kept of a PC's keys beside its store, for head office alone to open; null: nothing. */
export function readRecoveryCopy(path: string): RecoveryCopy | null {
  const kept = recoveryCopy.safeParse(readJson(path));
  return kept.success ? kept.data : null;
}

/** Seals a PC's keys to head office's recovery key and keeps them, in place of what was kept there. */
export async function keepRecoveryCopy(
  path: string,
  { device, recoveryKey }: { device: string; recoveryKey: SealingKey },
  secrets: RecoverySecrets,
): Promise<void> {
  const place = { device, key: recoveryKey.id };
  const sealed = await sealTo(
    recoveryKey.publicKey,
    { info: recoveryCopyInfo, associated: formCopyPlace(place) },
    Buffer.from(JSON.stringify(secrets)),
  );
  const copy: RecoveryCopy = { version: 1, ...place, sealed: sealed.toString("base64url") };
  writeDurably(path, JSON.stringify(copy));
}
