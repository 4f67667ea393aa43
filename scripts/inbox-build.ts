import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./dependencies.mjs";
import { runQuietly } from "./progress.mjs";
import { fingerprint } from "./source-fingerprint.ts";

const inputs = [
  "src/captures",
  "src/contract",
  "src/head-office/inbox",
  "src/ui",
  "vite.config.ts",
  "package-lock.json",
];

const stamp = join(root, "out", "inbox", ".built-from");

/** Builds head office's pages into out/inbox, unless what is there was made from the same sources. */
export async function buildInbox(): Promise<void> {
  const wanted = fingerprint(inputs);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(stamp, { force: true });
  const problem = await runQuietly(
    "Building head office's inbox",
    process.execPath,
    [join(root, "node_modules", "vite", "bin", "vite.js"), "build", "--logLevel=warn"],
    { cwd: root, env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" } },
  );
  if (problem !== undefined) throw new Error(`${problem}\n\nThe inbox could not be built.`);
  writeFileSync(stamp, wanted);
}
