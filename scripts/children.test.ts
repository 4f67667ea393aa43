import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { Children } from "./children.ts";
import { root } from "./dependencies.mjs";

/** Says what it was started as and that it is told to end, and has a helper that would outlive it. */
const program = `
  const helper = require("node:child_process").spawn("sleep", ["60"]);
  process.on("SIGTERM", () => { console.log("end " + process.argv[1]); process.exit(0); });
  console.log("helper " + helper.pid);
  setInterval(() => {}, 1000);
`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Until then it is the program that will become the one asked for. */
async function untilRuns(pid: number, name: string): Promise<void> {
  while (!readFileSync(`/proc/${pid}/cmdline`, "utf8").startsWith(name)) await wait(10);
}

async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; isAlive(pid) && tries < 100; tries += 1) await wait(50);
}

it.skipIf(process.platform === "win32")(
  "ends what was started, the last first, with whatever that has left behind",
  async () => {
    const children = new Children();
    const said: string[] = [];
    const helpers: number[] = [];
    for (const name of ["head office", "desk"]) {
      const child = children.start(process.execPath, ["-e", program, name], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await new Promise<void>((ready) =>
        child.stdout?.on("data", (text: Buffer) => {
          const line = text.toString().trim();
          said.push(line.replace(/\d+$/, ""));
          if (line.startsWith("helper")) helpers.push(Number(line.slice(7)));
          ready();
        }),
      );
    }
    expect(helpers.every(isAlive)).toBe(true);
    await children.endAll();
    expect(said.filter((line) => line.startsWith("end"))).toEqual(["end desk", "end head office"]);
    for (const helper of helpers) await untilGone(helper);
    expect(helpers.some(isAlive)).toBe(false);
  },
);

it.skipIf(process.platform !== "linux")(
  "leaves nothing running when the command itself is killed",
  async () => {
    const command = spawn(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { Children } from ${JSON.stringify(join(root, "scripts/children.ts"))};
         const child = new Children().start("sleep", ["60"], { stdio: "ignore" });
         console.log(child.pid);
         setInterval(() => {}, 1000);`,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const pid = await new Promise<number>((started) =>
      command.stdout.on("data", (text: Buffer) => started(Number(text.toString()))),
    );
    await untilRuns(pid, "sleep");
    command.kill("SIGKILL");
    await untilGone(pid);
    expect(isAlive(pid)).toBe(false);
  },
);
