import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./dependencies.mjs";
import { describeRuntime } from "./desk-launch.ts";
import { writeDevelopmentPackage } from "./electron-runtime/development-package.ts";
import type { Runtime } from "./electron-runtime/runtime.ts";
import { runQuietly } from "./progress.mjs";

/** Packages the built desk with this Electron, as an unpacked folder in `output`. */
export async function packDesk(runtime: Runtime, output: string): Promise<void> {
  mkdirSync(output, { recursive: true });
  const scratch = mkdtempSync(join(output, "configuration-"));
  try {
    const configuration =
      runtime.kind === "stand-in"
        ? await writeDevelopmentPackage(scratch)
        : join(root, "electron-builder.yml");
    const problem = await runQuietly(
      `Packaging with ${describeRuntime(runtime)}`,
      process.execPath,
      [
        join(root, "node_modules", "electron-builder", "cli.js"),
        "--dir",
        "--publish=never",
        `--config=${configuration}`,
        `-c.directories.output=${output}`,
        `-c.electronDist=${runtime.empty}`,
        `-c.electronVersion=${runtime.version}`,
        // What a release is signed with is not here.
        "-c.mac.notarize=false",
      ],
      { cwd: root },
    );
    if (problem !== undefined) throw new Error(`${problem}\n\nThe app could not be packaged.`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
