import { runCheck } from "./checks.ts";
import { Children } from "./children.ts";
import { buildDesk } from "./desk-build.ts";
import { openDisplay } from "./display.ts";
import { obtainRuntime } from "./electron-runtime/find-runtime.ts";
import { reportFailure } from "./failure.ts";
import { buildInbox } from "./inbox-build.ts";
import { provideSystemPackages } from "./system-packages.ts";
import { endToEnd } from "./test-plan.ts";

const children = new Children();
await run()
  .catch(reportFailure)
  .finally(() => children.endAll());
process.disconnect?.();

async function run(): Promise<void> {
  const runtime = await obtainRuntime();
  await provideSystemPackages(runtime, ["Xvfb", "pdftotext", "zbarimg", "chromium"]);
  await buildDesk();
  await buildInbox();
  await openDisplay(children);
  const { ok } = await runCheck(endToEnd(process.argv.slice(2)));
  if (!ok) process.exitCode = 1;
}
