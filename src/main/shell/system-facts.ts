import { statfs } from "node:fs/promises";
import { arch, freemem, platform, release, totalmem } from "node:os";

const megabyte = 1_000_000;

/** What support has to know of the computer; nothing that says whose it is. */
export async function readSystemFacts(folder: string) {
  const disk = await statfs(folder).catch(() => null);
  return {
    system: `${platform()} ${release()}`.slice(0, 80),
    processor: arch(),
    electron: process.versions.electron ?? "",
    memoryMegabytes: Math.round(totalmem() / megabyte),
    freeMemoryMegabytes: Math.round(freemem() / megabyte),
    freeDiskMegabytes: disk === null ? null : Math.round((disk.bavail * disk.bsize) / megabyte),
  };
}
