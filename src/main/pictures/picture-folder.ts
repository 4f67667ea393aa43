import { readdir, stat } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { deepestFolder, mostPictures } from "./picture-limits.ts";

/** One file of an opened folder that is a picture by its name. */
export type PictureFile = {
  path: string;
  /** From the folder, with its folders. */
  name: string;
  bytes: number;
  modifiedMs: number;
};

export type PictureFolder = {
  files: PictureFile[];
  /** Files that are none: raw files, films, notes. */
  others: number;
};

const endings: ReadonlySet<string> = new Set([".jpg", ".jpeg", ".png", ".webp"]);

/**
 * The pictures of a folder and the folders in it, in the order of their names. Links are not followed, so
 * nothing outside the folder is read; hidden files are none of ours. Throws what the file system says.
 */
export async function listPictures(folder: string): Promise<PictureFolder> {
  const found: PictureFolder = { files: [], others: 0 };
  await look(folder, folder, 0, found);
  const order = new Intl.Collator("en", { numeric: true });
  found.files.sort((one, other) => order.compare(one.name, other.name));
  return found;
}

async function look(
  root: string,
  folder: string,
  depth: number,
  found: PictureFolder,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) {
      if (depth < deepestFolder) await look(root, path, depth + 1, found);
    } else if (entry.isFile()) {
      await add(root, path, found);
    }
  }
}

async function add(root: string, path: string, found: PictureFolder): Promise<void> {
  if (!endings.has(extname(path).toLowerCase()) || found.files.length >= mostPictures) {
    found.others += 1;
    return;
  }
  // Gone between the list and this question: it will be missed when it is read.
  const facts = await stat(path).catch(() => null);
  const name = relative(root, path).replaceAll("\\", "/");
  found.files.push({ path, name, bytes: facts?.size ?? 0, modifiedMs: facts?.mtimeMs ?? 0 });
}
