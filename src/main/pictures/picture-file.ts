import { type FileHandle, open, stat } from "node:fs/promises";
import type { PictureTrouble } from "../../contract/picture-procedures.ts";
import { exifReach } from "./exif.ts";
import type { PictureFile } from "./picture-folder.ts";
import { largestFile } from "./picture-limits.ts";

export type Read<Value> = { ok: true; value: Value } | { ok: false; trouble: PictureTrouble };

/** Bytes of a file, and what the file looked like when they were read. */
export type FileBytes = { bytes: Uint8Array; facts: Pick<PictureFile, "bytes" | "modifiedMs"> };

/** The whole file; opened for reading only, so nothing about it can change. */
export function readWhole(file: PictureFile): Promise<Read<FileBytes>> {
  return read(file, Number.POSITIVE_INFINITY);
}

/** As much of the file as what the camera wrote can lie in. */
export function readHead(file: PictureFile): Promise<Read<FileBytes>> {
  return read(file, /[.]jpe?g$/i.test(file.name) ? exifReach : Number.POSITIVE_INFINITY);
}

/** Whether the file is still as it was when it was read, by its size and time. */
export async function isUntouched(file: PictureFile): Promise<boolean> {
  const now = await stat(file.path).catch(() => null);
  return now !== null && now.size === file.bytes && now.mtimeMs === file.modifiedMs;
}

async function read(file: PictureFile, most: number): Promise<Read<FileBytes>> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file.path, "r");
    const { size, mtimeMs } = await handle.stat();
    if (size > largestFile) return { ok: false, trouble: "picture-too-large" };
    const bytes = new Uint8Array(Math.min(size, most));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return {
      ok: true,
      value: { bytes: bytes.subarray(0, filled), facts: { bytes: size, modifiedMs: mtimeMs } },
    };
  } catch (error) {
    return { ok: false, trouble: nameTrouble(error) };
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

function nameTrouble(error: unknown): PictureTrouble {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENODEV") return "picture-gone";
  if (code === "EACCES" || code === "EPERM" || code === "EBUSY") return "picture-locked";
  // A card that was pulled out or is worn says EIO and the like.
  if (typeof code === "string") return "picture-unreadable";
  throw error;
}
