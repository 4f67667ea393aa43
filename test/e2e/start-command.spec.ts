import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import people from "../../resources/demo/people.json" with { type: "json" };
import { root } from "../../scripts/dependencies.mjs";
import { expect, test } from "../support/desk-test.ts";

test.skip(process.platform !== "linux", "reads /proc, and has no screen only there");

type Start = { process: ChildProcess; said(): string };

let home: string;
test.beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "yinyom-home-"));
});
test.afterAll(() => rmSync(home, { recursive: true, force: true }));

function startApp(...words: string[]): Start {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const command = spawn(process.execPath, [join(root, "scripts/run.mjs"), "start", ...words], {
    cwd: root,
    env: { ...env, XDG_DATA_HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [command.stdout, command.stderr]) {
    stream.on("data", (text: Buffer) => {
      said += text.toString();
    });
  }
  return { process: command, said: () => said };
}

async function untilStarted({ said }: Start): Promise<string> {
  await expect.poll(said, { timeout: 60_000 }).toContain("npm start -- --fresh begins anew.");
  const [, address] = /Head office {2}(http:\S+)/.exec(said()) ?? [];
  if (address === undefined) throw new Error(said());
  return address;
}

/** What still runs with data of this home's. */
function listRunning(): string[] {
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      return words.includes(home) ? [words] : [];
    } catch {
      return [];
    }
  });
}

test("the first command says where all is, and a second start finds it again @thorough", async () => {
  const first = startApp();
  const address = await untilStarted(first);
  const said = first.said();
  expect(said).toMatch(/^Yinyom runs on .*Electron \d+[.]\d+[.]\d+[.]$/m);
  expect(said).toContain(`Data         ${join(home, "yinyom-demo")}\n`);
  for (const { name, pin } of people.people) {
    expect(said).toMatch(new RegExp(`PIN ${pin} .* ${name.en} [(]${name.th}[)]`));
  }
  expect(said).toContain(`in a browser: ${address}/inbox/`);
  expect(said).toContain("There is no screen here, so the window is on a virtual one, :");
  expect((await fetch(`${address}/health`)).status).toBe(200);
  const store = join(home, "yinyom-demo/desk");
  await expect.poll(() => existsSync(store) && readdirSync(store).length).toBeGreaterThan(0);
  const another = startApp();
  await once(another.process, "exit");
  expect(another.said()).toContain("Yinyom's demo is running already");

  first.process.kill("SIGINT");
  await once(first.process, "exit");
  expect(first.said()).toContain("Ending.");
  await expect.poll(listRunning).toEqual([]);
  await expect(fetch(`${address}/health`)).rejects.toThrow("fetch failed");

  const second = startApp();
  expect(await untilStarted(second)).toBe(address);
  second.process.kill("SIGINT");
  await once(second.process, "exit");
  await expect.poll(listRunning).toEqual([]);
});

test("a word that it does not know is named, and nothing is started", async () => {
  const { process: command, said } = startApp("--clean");
  const [code] = await once(command, "exit");
  expect(code).toBe(2);
  expect(said()).toContain('Unknown: --clean. There is "npm start" and "npm start -- --fresh".');
});
