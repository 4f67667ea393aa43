import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./dependencies.mjs";
import { buildDesk } from "./desk-build.ts";
import { packDesk } from "./desk-package.ts";
import { obtainRuntime } from "./electron-runtime/find-runtime.ts";
import { reportFailure } from "./failure.ts";

const output = join(root, "dist");

await pack().catch(reportFailure);
process.disconnect?.();

/** The app as a folder in dist/. Installers are built on a release machine. */
async function pack(): Promise<void> {
  const runtime = await obtainRuntime();
  await buildDesk();
  await packDesk(runtime, output);
  const folder = ["linux-unpacked", "win-unpacked", "mac", "mac-arm64"].find((name) =>
    existsSync(join(output, name)),
  );
  console.log(`The app is in dist/${folder ?? ""}.`);
  if (runtime.kind === "stand-in") {
    console.log("It holds the development runtime, which encrypts nothing: never install it.");
  }
}
