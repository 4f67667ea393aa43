import { join } from "node:path";
import { Children, stopRequested } from "./children.ts";
import { claimDemoFolder } from "./demo-folder.ts";
import { startDemoHeadOffice } from "./demo-head-office.ts";
import { root } from "./dependencies.mjs";
import { forgetBuild } from "./desk-build.ts";
import { deskArguments } from "./desk-launch.ts";
import { openDisplay } from "./display.ts";
import { obtainRuntime } from "./electron-runtime/find-runtime.ts";
import { reportFailure } from "./failure.ts";
import { provideSystemPackages } from "./system-packages.ts";

await develop().catch(reportFailure);
process.disconnect?.();

/** The desk with reload: pages at once, main and preload by a restart. */
async function develop(): Promise<void> {
  const children = new Children();
  const stopped = stopRequested();
  const runtime = await obtainRuntime();
  const hasDisplay = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  await provideSystemPackages(runtime, hasDisplay ? [] : ["Xvfb"]);
  const folder = claimDemoFolder({ fresh: process.argv.includes("--fresh") });
  try {
    const { name, virtual } = await openDisplay(children);
    const { address, enrolmentCode, people } = await startDemoHeadOffice(children, folder);
    for (const { nameEn, role, pin } of people) console.log(`  PIN ${pin}  ${role}  ${nameEn}`);
    if (virtual) console.log(`  The window is on the virtual display ${name}.`);
    forgetBuild();
    const args = deskArguments({ userData: folder.desk, headOffice: address, enrolmentCode });
    const vite = children.start(
      process.execPath,
      [join(root, "node_modules/electron-vite/bin/electron-vite.js"), "dev", "-w", "--", ...args],
      {
        cwd: root,
        env: { ...process.env, ELECTRON_EXEC_PATH: runtime.executable },
        stdio: ["ignore", "inherit", "inherit"],
      },
    );
    await Promise.race([stopped, new Promise((resolve) => vite.once("exit", resolve))]);
  } finally {
    await children.endAll();
    folder.release();
  }
}
