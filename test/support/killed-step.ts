import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Program } from "./compiled-program.ts";

/** Runs a process that kills itself at some step; false: it got to its end. */
export async function runKilledStep(
  { file, env }: Program,
  args: readonly string[],
): Promise<boolean> {
  const child = spawn(process.execPath, [file, ...args], { stdio: "inherit", env });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (signal !== "SIGKILL" && code !== 0) throw new Error(`ended with ${code ?? signal}`);
  return signal === "SIGKILL";
}
