import { open, realpath, rename, rm } from "node:fs/promises";
import { join, parse, relative, sep } from "node:path";
import type { Failure } from "../../contract/failure.ts";
import { fail, type Result, succeed } from "../../contract/failure.ts";

/** How often another name is tried where a file of ours or theirs lies already. */
const mostNames = 1000;

/** Whether a folder is the other one or lies in it, links followed. */
export async function liesWithin(folder: string, other: string): Promise<boolean> {
  const way = relative(await realpath(other), await realpath(folder));
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !parse(way).root);
}

/** The new file's name: the picture's own, with its folders in it, and the ending of what it is now. */
export function nameExport(picture: string, ending: "jpg" | "png"): string {
  const flat = picture.replace(/[.][^./]*$/, "").replaceAll("/", "-");
  return `${flat}.${ending}`;
}

/**
 * Writes a new file whole or not at all, and never over another: where its name is taken, it gets a number.
 * When this answers with a name, the file survives a power cut.
 */
export async function writeExport(
  folder: string,
  wanted: string,
  bytes: Uint8Array,
): Promise<Result<string>> {
  const part = join(folder, `${wanted}.part`);
  try {
    await writeDurably(part, bytes);
    const name = await takeName(folder, wanted);
    await rename(part, join(folder, name));
    return succeed(name);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    return fail(nameWriteFailure(error));
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the name ours by an empty file, which fails where there is one: no other file is ever replaced. */
async function takeName(folder: string, wanted: string): Promise<string> {
  const { name, ext } = parse(wanted);
  for (let count = 1; count <= mostNames; count += 1) {
    const tried = count === 1 ? wanted : `${name} (${count})${ext}`;
    try {
      await (await open(join(folder, tried), "wx")).close();
      return tried;
    } catch (error) {
      if (!isError(error) || error.code !== "EEXIST") throw error;
    }
  }
  throw Object.assign(new Error("no name is free"), { code: "EEXIST" });
}

export function nameWriteFailure(error: unknown): Failure {
  if (!isError(error) || typeof error.code !== "string") throw error;
  if (error.code === "ENOSPC" || error.code === "EDQUOT") return { code: "export-disk-full" };
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return { code: "export-folder-gone" };
  return { code: "export-not-writable" };
}

function isError(error: unknown): error is Error & { code?: unknown } {
  return error instanceof Error;
}
