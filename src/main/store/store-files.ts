import { nameFingerprint } from "./key-fingerprint.ts";
import { nameCopy } from "./migrate.ts";
import { nameVersionMark } from "./version-copy.ts";

/** Every file that a store may consist of, or leave beside itself: to be deleted with it. */
export function listStoreFiles(path: string): string[] {
  const copy = nameCopy(path);
  const marks = [nameFingerprint(path), nameVersionMark(path)];
  return [
    // The copy first: where this is cut off, the store itself still says that there was one.
    ...[copy, `${copy}.part`],
    ...marks.map((mark) => `${mark}.part`),
    ...[`${path}-wal`, `${path}-shm`, `${path}-journal`, path],
    ...marks,
  ];
}
