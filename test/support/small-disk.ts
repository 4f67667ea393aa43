import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** A file system of its own in memory, which can be full or read-only without harm to anything else. */
export type SmallDisk = { makeReadOnly(): void; unmount(): void };

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
  return {
    makeReadOnly: () => call("mount", "-o", "remount,ro", path),
    unmount: () => call("umount", path),
  };
}
