import { runCheck } from "./checks.ts";
import { buildDesk } from "./desk-build.ts";
import { obtainRuntime } from "./electron-runtime/find-runtime.ts";
import { reportFailure } from "./failure.ts";
import { buildInbox } from "./inbox-build.ts";
import { provideSystemPackages } from "./system-packages.ts";
import { endToEnd } from "./test-plan.ts";

await run().catch(reportFailure);
process.disconnect?.();

async function run(): Promise<void> {
  const runtime = await obtainRuntime();
  await provideSystemPackages(runtime, ["Xvfb", "pdftotext", "zbarimg", "chromium"]);
  await buildDesk();
  await buildInbox();
  const { ok } = await runCheck(endToEnd(process.argv.slice(2)));
  if (!ok) process.exitCode = 1;
}
