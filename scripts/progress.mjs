import { spawn } from "node:child_process";

/**
 * Says what is being done and, while it lasts, for how long.
 * @param {string} title
 * @returns {(outcome: string) => void} ends it with a word
 */
export function showProgress(title) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const screen = process.stdout.isTTY === true;
  process.stdout.write(screen ? `${title} …` : `${title} …\n`);
  const ticking = setInterval(
    () => process.stdout.write(screen ? `\r${title} … ${seconds()} s` : `  … ${seconds()} s\n`),
    screen ? 1000 : 15_000,
  );
  return (outcome) => {
    clearInterval(ticking);
    process.stdout.write(`${screen ? "\r" : ""}${title}: ${outcome} (${seconds()} s)\n`);
  };
}

/**
 * Runs a command quietly under a progress line. Resolves with what it printed when it failed,
 * with undefined when it worked.
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options]
 * @returns {Promise<string | undefined>}
 */
export function runQuietly(title, command, args, { cwd, env, timeout } = {}) {
  const end = showProgress(title);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      ...(timeout === undefined ? {} : { timeout }),
      env: env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      // On Windows npm is a script of the shell's.
      shell: process.platform === "win32" && command === "npm",
    });
    let said = "";
    const listen = (/** @type {Buffer} */ chunk) => {
      said += chunk.toString();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", (error) => {
      end("failed");
      resolve(`${command} could not be started: ${error.message}`);
    });
    child.on("close", (code) => {
      end(code === 0 ? "done" : "failed");
      resolve(code === 0 ? undefined : said.trim() || `${command} ended with ${code}`);
    });
  });
}
