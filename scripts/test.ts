import { rmSync } from "node:fs";
import { join } from "node:path";
import { runCheck, type Verdict } from "./checks.ts";
import { root } from "./dependencies.mjs";
import { buildDesk } from "./desk-build.ts";
import { obtainRuntime } from "./electron-runtime/find-runtime.ts";
import { reportFailure } from "./failure.ts";
import { buildInbox } from "./inbox-build.ts";
import { provideSystemPackages } from "./system-packages.ts";
import { checksWithoutDesk, endToEnd, withoutThorough } from "./test-plan.ts";

const all = Boolean(process.env.CI) || process.argv.includes("--all");
const isThorough = process.argv.includes("--thorough");
// Set or unset: what a shell happens to hold must not make a short run of a long one, or the other way.
process.env.YINYOM_THOROUGH = isThorough ? "1" : "0";
await test().catch(reportFailure);
process.disconnect?.();

async function test(): Promise<void> {
  rmSync(join(root, "test-results"), { recursive: true, force: true });
  const runtime = await obtainRuntime();
  await provideSystemPackages(runtime, [
    "Xvfb",
    "pdftotext",
    "zbarimg",
    "chromium",
    "pg_ctlcluster",
  ]);
  const verdicts: Verdict[] = [];
  const goesOn = () => all || verdicts.every(({ ok }) => ok);
  for (const check of checksWithoutDesk) {
    if (goesOn()) verdicts.push(await runCheck(check));
  }
  if (goesOn()) verdicts.push(await build());
  if (goesOn() && verdicts.at(-1)?.ok) {
    // Displays of their own (test/support/desk-test.ts): windows must not jump at whoever works at this one.
    if (process.platform === "linux") delete process.env.DISPLAY;
    delete process.env.WAYLAND_DISPLAY;
    verdicts.push(await runCheck(endToEnd(isThorough ? [] : [withoutThorough])));
  }
  summarise(verdicts);
}

async function build(): Promise<Verdict> {
  const began = Date.now();
  const problem: unknown = await buildDesk()
    .then(buildInbox)
    .catch((error: unknown) => error);
  if (problem !== undefined) reportFailure(problem);
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const ok = problem === undefined;
  return { name: "build (vite)", ok, seconds, passed: 0, failed: ok ? 0 : 1 };
}

function summarise(verdicts: Verdict[]): void {
  console.log("");
  for (const { name, ok, seconds, passed, failed, secondTries, faults } of verdicts) {
    const again = secondTries ? `, ${secondTries} only at the second try` : "";
    const tests = passed + failed > 1 ? `  ${passed} passed, ${failed} failed${again}` : "";
    console.log(
      `${ok ? "ok    " : "FAILED"} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s${tests}`,
    );
    for (const fault of faults ?? []) console.log(`         ${fault}`);
  }
  const skipped = checksWithoutDesk.length + 2 - verdicts.length;
  if (skipped > 0)
    console.log(`       ${skipped} steps not run; npm test -- --all runs every step`);
  const passed = verdicts.reduce((sum, verdict) => sum + verdict.passed, 0);
  const failed = verdicts.reduce((sum, verdict) => sum + verdict.failed, 0);
  if (failed > 0 || skipped > 0) process.exitCode = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
}
