import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./dependencies.mjs";
import {
  listPlaywrightFaults,
  listVitestFaults,
  type PlaywrightReport,
  type VitestReport,
} from "./fault-list.ts";

export interface Counts {
  passed: number;
  failed: number;
  /** Of those that passed, how many had failed before. */
  secondTries?: number | undefined;
  /** A line for each failure, those before a second try among them. */
  faults?: string[];
}

export interface Check {
  name: string;
  /** A file of node_modules/, run by Node.js, and its arguments. */
  command: string[];
  env?: NodeJS.ProcessEnv;
  /** Shows its output as it comes; the others are quiet until they fail. */
  loud?: boolean;
  counts?: () => Counts;
}

export interface Verdict extends Counts {
  name: string;
  ok: boolean;
  seconds: number;
}

/** Where the test runners leave their results. */
export const resultFile = (name: string) => join(root, "test-results", `${name}.json`);

export async function runCheck({ name, command, env, loud, counts }: Check): Promise<Verdict> {
  const began = Date.now();
  process.stdout.write(loud ? `\n── ${name}\n` : `── ${name} …`);
  const { code, said } = await run(command, { ...process.env, ...env }, loud === true);
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const ok = code === 0;
  if (loud) console.log(`── ${name}: ${ok ? "ok" : "FAILED"} (${seconds} s)`);
  else console.log(` ${ok ? "ok" : "FAILED"} (${seconds} s)`);
  if (!ok && said) console.log(said);
  const counted = counts?.() ?? { passed: 0, failed: 0 };
  // A check that fails without a failing test, by a crash perhaps, must not end as "0 failed".
  const failed = ok ? counted.failed : Math.max(counted.failed, 1);
  return { ...counted, name, ok, seconds, failed };
}

function run(
  [file = "", ...args]: string[],
  env: NodeJS.ProcessEnv,
  loud: boolean,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    // What a tool starts by the name of node is to be this Node.js.
    const path = [join(root, "node_modules", ".bin"), env.PATH].join(delimiter);
    const child = spawn(process.execPath, [join(root, "node_modules", file), ...args], {
      cwd: root,
      env: { ...env, PATH: path },
      stdio: loud ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.on("error", (error) => resolve({ code: 1, said: error.message }));
    child.on("close", (code) => resolve({ code, said }));
  });
}

export function readVitestCounts(name: string): Counts {
  const results: VitestReport & { numPassedTests?: number; numFailedTests?: number } =
    readResults(name);
  const { numPassedTests = 0, numFailedTests = 0 } = results;
  return { passed: numPassedTests, failed: numFailedTests, faults: listVitestFaults(results) };
}

export function readPlaywrightCounts(): Counts {
  const results: PlaywrightReport & {
    stats?: Record<"expected" | "unexpected" | "flaky", number>;
  } = readResults("e2e");
  const { expected = 0, unexpected = 0, flaky = 0 } = results.stats ?? {};
  const faults = listPlaywrightFaults(results);
  return { passed: expected + flaky, failed: unexpected, secondTries: flaky, faults };
}

/** What a runner has written, or nothing where it did not come to that. */
function readResults(name: string): object {
  const file = resultFile(name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as object) : {};
}
