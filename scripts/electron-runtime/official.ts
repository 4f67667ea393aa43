import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runQuietly } from "../progress.mjs";
import type { Runtime } from "./runtime.ts";

const manifest = createRequire(import.meta.url).resolve("electron/package.json");
const folder = dirname(manifest);

function officialVersion(): string {
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

/** The Electron that the package `electron` has unpacked, if it has. */
export function findOfficial(): Runtime | undefined {
  const version = officialVersion();
  const dist = join(folder, "dist");
  const pathFile = join(folder, "path.txt");
  const versionFile = join(dist, "version");
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined;
  if (readFileSync(versionFile, "utf8").replace(/^v/, "").trim() !== version) return undefined;
  const executable = join(dist, readFileSync(pathFile, "utf8"));
  if (!existsSync(executable)) return undefined;
  return { kind: "official", version, executable, folder: dist, empty: dist };
}

/** Downloads the official Electron where it can be reached. */
export async function downloadOfficial(): Promise<Runtime | undefined> {
  if (!(await isReachable())) return undefined;
  const problem = await runQuietly(
    `Downloading Electron ${officialVersion()}`,
    process.execPath,
    [join(folder, "install.js")],
    { env: { ...process.env, ELECTRON_GET_USE_PROXY: "1" }, timeout: 15 * 60_000 },
  );
  if (problem !== undefined) console.error(problem.split("\n").slice(0, 3).join("\n"));
  return findOfficial();
}

// A closed network is told from a slow one before the long download begins.
async function isReachable(): Promise<boolean> {
  const { env } = process;
  if (env.HTTPS_PROXY ?? env.https_proxy) return true;
  const mirror =
    env.npm_config_electron_mirror ??
    env.ELECTRON_MIRROR ??
    "https://github.com/electron/electron/releases/download/";
  const url = `${mirror.replace(/\/?$/, "/")}v${officialVersion()}/SHASUMS256.txt`;
  try {
    return (await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
