import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Waits until no process of a desk on this folder is left: those that a killed desk leaves behind
 * go on writing there until they notice. Looks at /proc, so it waits for nothing elsewhere than on Linux.
 */
export async function awaitDeskEnded(userData: string): Promise<void> {
  const until = Date.now() + 20_000;
  while (listProcesses(userData).length > 0) {
    if (Date.now() > until) throw new Error(`Still running on ${userData} after 20 s.`);
    await wait(50);
  }
}

function listProcesses(userData: string): string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, "utf8").includes(userData);
    } catch {
      // It ended while it was looked at.
      return false;
    }
  });
}
