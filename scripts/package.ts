import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./dependencies.mjs";
import { buildDesk } from "./desk-build.ts";
import { describeRuntime } from "./desk-launch.ts";
import { obtainRuntime } from "./electron-runtime/find-runtime.ts";
import { reportFailure } from "./failure.ts";
import { runQuietly } from "./progress.mjs";

await pack().catch(reportFailure);
process.disconnect?.();

/** The app as a folder in dist/. Installers are built on a release machine. */
async function pack(): Promise<void> {
  const runtime = await obtainRuntime();
  await buildDesk();
  const problem = await runQuietly(
    `Packaging with ${describeRuntime(runtime)}`,
    process.execPath,
    [
      join(root, "node_modules", "electron-builder", "cli.js"),
      "--dir",
      "--publish=never",
      `-c.electronDist=${runtime.empty}`,
      `-c.electronVersion=${runtime.version}`,
    ],
    { cwd: root },
  );
  if (problem !== undefined) throw new Error(`${problem}\n\nThe app could not be packaged.`);
  const folder = ["linux-unpacked", "win-unpacked", "mac", "mac-arm64"].find((name) =>
    existsSync(join(root, "dist", name)),
  );
  console.log(`The app is in dist/${folder ?? ""}.`);
  if (runtime.kind === "stand-in") {
    console.log(
      "It holds the development runtime, which cannot run it: only look at what is inside.",
    );
  }
}
