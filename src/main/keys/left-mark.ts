import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { z } from "zod";
import { moment } from "../../contract/ids.ts";
import { readJson, writeDurably } from "./durable-file.ts";

const leftMark = z.strictObject({
  version: z.literal(1),
  /** Head office's clock when it gave its word. */
  at: moment,
  /** What head office had refused and was lost with the keys. */
  lost: z.strictObject({ captures: z.int().nonnegative(), pictures: z.int().nonnegative() }),
});
export type LeftMark = z.infer<typeof leftMark>;

/**
 * Says on the disk that this desk's keys are to be destroyed, before the first of them is: whoever is cut off in
 * between goes on with it at the next start.
 */
export function markLeft(path: string, { at, lost }: Omit<LeftMark, "version">): void {
  writeDurably(path, JSON.stringify({ version: 1, at, lost } satisfies LeftMark));
}

/** Null: this desk was not taken out of use, or has begun anew. */
export function readLeftMark(path: string): LeftMark | null {
  const mark = leftMark.safeParse(readJson(path));
  return mark.success ? mark.data : null;
}

/**
 * Overwrites and removes the files that keys lie in, whole or in the middle of being written. What is gone
 * already stays gone. On a disk that moves what it writes, the overwritten bytes may last for a while: they are
 * wrapped by the system's key store or a passphrase.
 */
export function destroyKeyFiles(paths: readonly string[]): void {
  for (const path of paths.flatMap((one) => [one, `${one}.part`])) {
    if (!existsSync(path)) continue;
    overwrite(path);
    rmSync(path, { force: true });
  }
}

function overwrite(path: string): void {
  const file = openSync(path, "r+");
  try {
    writeSync(file, Buffer.alloc(statSync(path).size), 0, undefined, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
