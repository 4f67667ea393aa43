import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { openPglite } from "./pglite.ts";

/** What writes a file's content through to the disk; injected so that a test can count it. */
export type FileSync = (descriptor: number) => void;

type EngineOptions = Parameters<NodeFS["init"]>[1];
type EngineRun = NonNullable<EngineOptions["preRun"]>[number];
type OpenFile = { nfd: number };
/** The part of Emscripten's file system over Node.js that its types leave out. */
type EngineFiles = { NODEFS: { stream_ops: { fsync?: (file: OpenFile) => number } } };

/** PGlite's own file system answers a sync with nothing. This one does what it was asked. */
class SyncedFiles extends NodeFS {
  readonly #sync: FileSync;

  constructor(path: string, sync: FileSync) {
    super(path);
    this.#sync = sync;
  }

  override async init(
    pg: PGlite,
    options: EngineOptions,
  ): Promise<{ emscriptenOpts: EngineOptions }> {
    const { emscriptenOpts } = await super.init(pg, options);
    const addSync: EngineRun = (engine) => {
      (engine as unknown as EngineFiles).NODEFS.stream_ops.fsync = (file) => {
        this.#sync(file.nfd);
        return 0;
      };
    };
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] },
    };
  }
}

/**
 * PGlite ships without durability: it starts with `-F` (no sync at all), its Node.js file system has no
 * sync, and fdatasync, the usual way on Linux, is an empty function in its engine. All three are put right
 * here, and durable-pglite.test.ts counts the syncs, so that an update cannot undo it unseen.
 */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...["-c", "wal_sync_method=fsync"],
];

/**
 * Opens the database in `path`, where a commit that was answered outlives a power cut. A new one is made
 * beside it and moved into place when it is whole: a first start that was cut off leaves nothing behind that
 * looks like a database.
 */
export async function openDurablePglite(path: string, sync: FileSync = fsyncSync): Promise<PGlite> {
  const open = (place: string) => openPglite({ fs: new SyncedFiles(place, sync), startParams });
  if (!existsSync(join(path, "PG_VERSION"))) {
    const making = `${path}.new`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    await (await open(making)).close();
    syncTree(making, sync);
    renameSync(making, path);
    syncPath(dirname(path), sync);
  }
  return open(path);
}

function syncTree(path: string, sync: FileSync): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) syncTree(inside, sync);
    else if (entry.isFile()) syncPath(inside, sync);
  }
  syncPath(path, sync);
}

function syncPath(path: string, sync: FileSync): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    // Windows opens no directories, and its file system writes their entries through by itself.
    if (process.platform === "win32") return;
    throw error;
  }
  try {
    sync(descriptor);
  } catch (error) {
    if (process.platform !== "win32") throw error;
  } finally {
    closeSync(descriptor);
  }
}
