import { type BigIntStats, promises as fs } from "node:fs";
import { basename, dirname } from "node:path";

type PickedFile = { path: string; stats: BigIntStats };

/** The files that staff gave to the copy window: they lie on the disk still, with all that was to be covered. */
export function makePickedFiles() {
  let files: PickedFile[] = [];
  return {
    /** Notes which very file it is; what is no plain file is left out. */
    async note(path: string): Promise<void> {
      const stats = await readStats(path);
      if (stats) files = [...files.filter((one) => one.path !== path), { path, stats }];
    },
    describe: () => files.map(({ path }) => ({ name: basename(path), folder: dirname(path) })),
    /** Deletes those very files; false where another stands in one's place by now, or the disk refuses. */
    async remove(): Promise<boolean> {
      const left: PickedFile[] = [];
      for (const file of files) if (!(await removeFile(file))) left.push(file);
      files = left;
      return left.length === 0;
    },
    forget(): void {
      files = [];
    },
  };
}

async function readStats(path: string): Promise<BigIntStats | null> {
  const stats = await fs.lstat(path, { bigint: true }).catch(() => null);
  return stats?.isFile() ? stats : null;
}

async function removeFile({ path, stats }: PickedFile): Promise<boolean> {
  const now = await readStats(path);
  const isSame =
    now !== null &&
    now.dev === stats.dev &&
    now.ino === stats.ino &&
    now.size === stats.size &&
    now.mtimeNs === stats.mtimeNs;
  if (!isSame) return false;
  return fs.unlink(path).then(
    () => true,
    () => false,
  );
}
