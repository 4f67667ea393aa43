import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright";
import { root } from "../../scripts/dependencies.mjs";
import { deskArguments } from "../../scripts/desk-launch.ts";
import { findRuntime } from "../../scripts/electron-runtime/find-runtime.ts";
import { awaitDeskEnded } from "./ended-desk.ts";

export interface DeskOptions {
  headOffice?: string;
  enrolmentCode?: string;
  /** A folder of an earlier desk's; without it the desk gets a new one, removed at its end. */
  userData?: string;
  args?: string[];
  /** A packaged desk; without it the built one is started. */
  program?: string;
  env?: Record<string, string>;
}

export interface Desk {
  app: ElectronApplication;
  page: Page;
  userData: string;
  /** Everything the desk has printed so far. */
  output(): string;
  close(): Promise<void>;
}

const secondsToClose = 30;

/** Starts the built desk in a real Electron and waits for its window. */
export async function launchDesk(options: DeskOptions = {}): Promise<Desk> {
  const runtime = await findRuntime();
  if (!runtime) throw new Error("There is no Electron yet: npm run test:e2e gets one.");
  // Playwright asks the package `electron` for the program, and that honours this.
  if (runtime.kind === "stand-in") process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.folder;

  const userData = options.userData ?? mkdtempSync(join(tmpdir(), "yinyom-desk-"));
  const app = await _electron.launch({
    ...(options.program === undefined ? {} : { executablePath: options.program }),
    args: [
      ...(options.program === undefined ? [root] : []),
      ...deskArguments({ ...options, userData }),
      ...(options.args ?? []),
    ],
    cwd: root,
    env: { ...presentVariables(), ...options.env },
  });
  let said = "";
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  app.process().stdout?.on("data", listen);
  app.process().stderr?.on("data", listen);
  const page = await app.firstWindow();
  return {
    app,
    page,
    userData,
    output: () => said,
    async close() {
      await closeOrKill(app);
      if (options.userData !== undefined) return;
      await awaitDeskEnded(userData);
      rmSync(userData, { recursive: true, force: true });
    },
  };
}

/** One that does not close ends its own test: left running, it would end the whole run as a fault of nobody's. */
async function closeOrKill(app: ElectronApplication): Promise<void> {
  let isStuck = false;
  const impatience = setTimeout(() => {
    isStuck = true;
    app.process().kill("SIGKILL");
  }, secondsToClose * 1000);
  try {
    await app.close();
  } finally {
    clearTimeout(impatience);
  }
  if (isStuck)
    throw new Error(`The desk did not close within ${secondsToClose} s, and was killed.`);
}

function presentVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
