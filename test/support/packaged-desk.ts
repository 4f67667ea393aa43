import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { deskArguments } from "../../scripts/desk-launch.ts";
import { packDesk } from "../../scripts/desk-package.ts";
import { findRuntime } from "../../scripts/electron-runtime/find-runtime.ts";
import { linkTree } from "../../scripts/electron-runtime/folder.ts";
import { awaitDeskEnded } from "./ended-desk.ts";
import { storeFile } from "./kept-desk.ts";

/** The desk as `npm run package` makes it, in a folder of its own. */
export type PackagedDesk = {
  program: string;
  archive: string;
  resources: string;
  /** The same program but for the fuse that keeps debuggers out, which is how Playwright drives it. */
  driven: string;
  /** Where the driven one is told the address of updates. */
  updateConfig: string;
  remove(): void;
};

export async function packageDesk(): Promise<PackagedDesk> {
  const runtime = await findRuntime();
  if (!runtime) throw new Error("There is no Electron yet: npm run test:e2e gets one.");
  const folder = mkdtempSync(join(tmpdir(), "yinyom-package-"));
  await packDesk(runtime, folder);
  const unpacked = join(folder, "linux-unpacked");
  const program = join(unpacked, "yinyom");
  const twin = join(folder, "driven");
  linkTree(unpacked, twin);
  const driven = join(twin, "yinyom");
  // A link is the same file: its fuse would be opened in the package itself.
  rmSync(driven);
  copyFileSync(program, driven);
  await flipFuses(driven, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const resources = join(unpacked, "resources");
  return {
    program,
    archive: join(resources, "app.asar"),
    resources,
    driven,
    updateConfig: join(twin, "resources", "app-update.yml"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Started = { child: ChildProcess; output(): string; userData: string };

/** Starts the package itself, which nothing can drive; ended, and its folder removed, after `look`. */
export async function withStarted(
  program: string,
  { args = [], env = {} }: { args?: string[]; env?: Record<string, string> },
  look: (started: Started) => Promise<void>,
): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), "yinyom-desk-"));
  const child = spawn(program, [...args, ...deskArguments({ userData })], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  try {
    await look({ child, output: () => said, userData });
  } finally {
    child.kill("SIGKILL");
    await awaitDeskEnded(userData);
    rmSync(userData, { recursive: true, force: true });
  }
}

/** Whether it has come as far as a desk does that starts: to a store of its own. */
export function hasOpened({ userData }: Started): boolean {
  return existsSync(storeFile(userData));
}
