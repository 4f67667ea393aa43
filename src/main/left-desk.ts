import { rmSync } from "node:fs";
import type { Failure } from "../contract/failure.ts";
import { keyPaths, storePath } from "./kept-store.ts";
import { destroyKeyFiles, readLeftMark } from "./keys/left-mark.ts";
import { listStoreFiles } from "./store/store-files.ts";

/**
 * Ends what a desk began that head office has taken out of use: destroys its keys, as often as it is called.
 * Null: there is no such desk in this folder. Its store must not be open.
 */
export function endLeftDesk(folder: string): Failure | null {
  const { left, ...keys } = keyPaths(folder);
  const mark = readLeftMark(left);
  if (mark === null) return null;
  destroyKeyFiles(Object.values(keys));
  return { code: "device-left", at: mark.at, lost: mark.lost };
}

/** Deletes the store that nothing opens any more, and only that one; the mark goes last. */
export function clearLeftDesk(folder: string): void {
  if (endLeftDesk(folder) === null) return;
  for (const path of listStoreFiles(storePath(folder))) rmSync(path, { force: true });
  rmSync(keyPaths(folder).left);
}
