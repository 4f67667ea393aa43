import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { existsSync } from "node:fs";

export interface ChildOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  stdio: StdioOptions;
}

const secondsToEnd = 8;
const setpriv = "/usr/bin/setpriv";

/**
 * The processes that a command has started. They are out of reach of the terminal's Ctrl-C, so
 * that they end in order: the last one started first.
 */
export class Children {
  readonly #running: ChildProcess[] = [];

  start(command: string, args: string[], options: ChildOptions): ChildProcess {
    const [program, words] = endingWithParent(command, args);
    const child = spawn(program, words, { ...options, detached: process.platform !== "win32" });
    this.#running.push(child);
    child.once("close", () => {
      this.#running.splice(this.#running.indexOf(child), 1);
    });
    return child;
  }

  async endAll(): Promise<void> {
    for (const child of [...this.#running].reverse()) await end(child);
  }
}

// On Linux the kernel ends a child even when its parent was killed without a chance to.
function endingWithParent(command: string, args: string[]): [string, string[]] {
  if (process.platform !== "linux" || !existsSync(setpriv)) return [command, args];
  return [setpriv, ["--pdeathsig", "TERM", "--", command, ...args]];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const closed = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const impatience = setTimeout(() => child.kill("SIGKILL"), secondsToEnd * 1000);
    await closed;
    clearTimeout(impatience);
  }
  killGroup(child);
}

/** Sweeps up what a child has left behind, such as a browser's helper processes. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined || process.platform === "win32") return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing was left.
  }
}

/** Resolves when the user or the system asks this process to end. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => resolve());
    }
    process.on("disconnect", () => resolve());
  });
}
