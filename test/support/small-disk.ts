import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A file system of its own in memory, which can be full or read-only without harm to anything else. */
export type SmallDisk = {
  makeReadOnly(): void;
  makeWritable(): void;
  /** Takes all the room that is left, by a file of its own. */
  fill(): void;
  /** Gives that room back. */
  free(): void;
  unmount(): void;
};

/** Mounts one at `path`; null where that is not allowed, as without root. */
export function mountSmallDisk(path: string, kilobytes: number): SmallDisk | null {
  mkdirSync(path, { recursive: true });
  const call = (command: string, ...parameters: string[]) =>
    execFileSync(command, parameters, { stdio: "ignore" });
  try {
    call("mount", "-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", path);
  } catch {
    return null;
  }
  const ballast = join(path, "ballast");
  return {
    makeReadOnly: () => call("mount", "-o", "remount,ro", path),
    makeWritable: () => call("mount", "-o", "remount,rw", path),
    fill: () => writeUntilFull(ballast),
    free: () => rmSync(ballast, { force: true }),
    unmount: () => call("umount", path),
  };
}

function writeUntilFull(path: string): void {
  const file = openSync(path, "a");
  try {
    for (const size of [65_536, 4096, 1]) {
      const piece = Buffer.alloc(size);
      try {
        for (;;) if (writeSync(file, piece) < size) break;
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
      }
    }
  } finally {
    closeSync(file);
  }
}
