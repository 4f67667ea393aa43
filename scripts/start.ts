import { closeSync, openSync } from "node:fs";
import { Children, stopRequested } from "./children.ts";
import { claimDemoFolder, type DemoFolder } from "./demo-folder.ts";
import { type DemoHeadOffice, lastLines, startDemoHeadOffice } from "./demo-head-office.ts";
import { root } from "./dependencies.mjs";
import { buildDesk } from "./desk-build.ts";
import { describeRuntime, deskArguments } from "./desk-launch.ts";
import { type Display, openDisplay } from "./display.ts";
import { obtainRuntime } from "./electron-runtime/find-runtime.ts";
import type { Runtime } from "./electron-runtime/runtime.ts";
import { reportFailure } from "./failure.ts";
import { buildInbox } from "./inbox-build.ts";
import { provideSystemPackages } from "./system-packages.ts";

const words = process.argv.slice(2);
const unknown = words.filter((word) => word !== "--fresh");

if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(" ")}. There is "npm start" and "npm start -- --fresh".`);
  process.exitCode = 2;
} else await start(words.includes("--fresh")).catch(reportFailure);
process.disconnect?.();

async function start(fresh: boolean): Promise<void> {
  const children = new Children();
  const stopped = stopRequested();
  const runtime = await obtainRuntime();
  const hasDisplay = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  await provideSystemPackages(runtime, hasDisplay ? [] : ["Xvfb"]);
  await buildDesk();
  await buildInbox();
  const folder = claimDemoFolder({ fresh });
  try {
    const display = await openDisplay(children);
    const headOffice = await startDemoHeadOffice(children, folder);
    const desk = startDesk(children, runtime, headOffice, folder);
    describe(runtime, folder, headOffice, display);
    const ended = await Promise.race([
      stopped.then(() => "Ending."),
      desk.then((how) => how),
      new Promise<string>((resolve) =>
        headOffice.process.once("exit", () =>
          resolve(`Head office ended:\n${lastLines(folder.headOfficeLog)}`),
        ),
      ),
    ]);
    console.log(`\n${ended}`);
  } finally {
    await children.endAll();
    folder.release();
  }
}

/** Resolves, when the desk's process has ended, with how. */
function startDesk(
  children: Children,
  runtime: Runtime,
  { address, enrolmentCode }: DemoHeadOffice,
  folder: DemoFolder,
): Promise<string> {
  const log = openSync(folder.deskLog, "w");
  const args = deskArguments({ userData: folder.desk, headOffice: address, enrolmentCode });
  const desk = children.start(runtime.executable, [root, ...args], {
    cwd: root,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return new Promise((resolve) => {
    desk.once("error", (error) => resolve(`The desk could not be started: ${error.message}`));
    desk.once("exit", (code, signal) => {
      if (code === 0) return resolve("The window was closed.");
      process.exitCode = 1;
      resolve(`The desk ended with ${code ?? signal}:\n${lastLines(folder.deskLog)}`);
    });
  });
}

function describe(
  runtime: Runtime,
  folder: DemoFolder,
  { address, people, accounts }: DemoHeadOffice,
  display: Display,
): void {
  console.log(`
Yinyom runs on ${describeRuntime(runtime)}.

  Data         ${folder.path}
  Logs         ${folder.deskLog}
               ${folder.headOfficeLog}
  Head office  ${address}

  Sign in as`);
  for (const { name, nameEn, role, pin } of people) {
    console.log(`    PIN ${pin}  ${role.padEnd(8)} ${nameEn} (${name})`);
  }
  console.log(`\n  Head office's inbox, in a browser: ${address}/inbox/`);
  for (const { signIn, role, password } of accounts) {
    console.log(`    ${signIn}, ${role}: password ${password}`);
  }
  if (display.virtual) {
    console.log(`
  There is no screen here, so the window is on a virtual one, ${display.name}. To look at it:
    DISPLAY=${display.name} import -window root desk.png     (from Debian's imagemagick)`);
  }
  console.log(
    "\nClose the window or press Ctrl-C to end. Data stays; npm start -- --fresh begins anew.",
  );
}
