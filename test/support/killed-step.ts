import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a process that kills itself at some step; false: it got to its end. `compiled`: a folder for its modules. */
export async function runKilledStep(
  file: string,
  args: readonly string[],
  compiled: string,
): Promise<boolean> {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: "inherit",
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (signal !== "SIGKILL" && code !== 0) throw new Error(`ended with ${code ?? signal}`);
  return signal === "SIGKILL";
}
