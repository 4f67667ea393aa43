import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./dependencies.mjs";
import { runQuietly } from "./progress.mjs";
import { fingerprint } from "./source-fingerprint.ts";

const inputs = [
  "src/captures",
  "src/contract",
  "src/main",
  "src/preload",
  "src/renderer",
  "src/ui",
  "resources",
  "electron.vite.config.ts",
  "package-lock.json",
];

const stamp = join(root, "out", ".built-from");

/** Builds the desk into out/, unless what is there was made from the same sources. */
export async function buildDesk(): Promise<void> {
  const wanted = fingerprint(inputs);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  forgetBuild();
  const problem = await runQuietly(
    "Building the desk",
    process.execPath,
    [join(root, "node_modules", "electron-vite", "bin", "electron-vite.js"), "build"],
    { cwd: root, env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" } },
  );
  if (problem !== undefined) throw new Error(`${problem}\n\nThe desk could not be built.`);
  writeFileSync(stamp, wanted);
}

/** For whoever is about to put another build into out/. */
export function forgetBuild(): void {
  rmSync(stamp, { force: true });
}
