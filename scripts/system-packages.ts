import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Runtime } from "./electron-runtime/runtime.ts";
import { runQuietly } from "./progress.mjs";

// What Electron is linked with, as Debian 12 calls it.
const electronPackages = [
  "libasound2",
  "libatk-bridge2.0-0",
  "libatk1.0-0",
  "libatspi2.0-0",
  "libcairo2",
  "libcups2",
  "libdrm2",
  "libgbm1",
  "libgtk-3-0",
  "libnspr4",
  "libnss3",
  "libpango-1.0-0",
  "libx11-6",
  "libxcb1",
  "libxcomposite1",
  "libxdamage1",
  "libxext6",
  "libxfixes3",
  "libxkbcommon0",
  "libxrandr2",
  "fonts-dejavu-core",
];

const toolPackages = {
  Xvfb: "xvfb",
  pdftotext: "poppler-utils",
  zbarimg: "zbar-tools",
  chromium: "chromium",
  // Of the package that sets up a server, not of the client alone.
  pg_ctlcluster: "postgresql",
} as const;

export type Tool = keyof typeof toolPackages;

/** Installs what Electron and the tools need of the system, or says how to. */
export async function provideSystemPackages(runtime: Runtime, tools: Tool[]): Promise<void> {
  if (process.platform !== "linux") return;
  const libraries = missingLibraries(runtime.executable);
  const missingTools = tools.filter((tool) => !isOnPath(tool));
  if (libraries.length === 0 && missingTools.length === 0) return;

  const missing = [...libraries, ...missingTools].join(", ");
  if (!isOnPath("apt-get")) {
    throw new Error(
      `This system lacks ${missing}.\nInstall them (GTK 3, NSS, ALSA, GBM, Xvfb) and try again.`,
    );
  }
  const wanted = [
    ...(libraries.length > 0 ? electronPackages : []),
    ...missingTools.map((tool) => toolPackages[tool]),
  ];
  const names = wanted.map(nameHere);
  const command = ["apt-get", "install", "-y", "--no-install-recommends", ...names];
  if (process.getuid?.() !== 0) {
    throw new Error(
      `This system lacks ${missing}.\nRun this once, then try again:\n\n  sudo ${command.join(" ")}\n`,
    );
  }
  await install(names.length, command, missing);
}

async function install(count: number, command: string[], missing: string): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Installing goes on with old lists where the archive cannot be asked.
  await runQuietly("Reading Debian's package lists", "apt-get", ["update"], { env });
  const [program = "", ...args] = command;
  const problem = await runQuietly(`Installing ${count} system packages`, program, args, { env });
  if (problem === undefined) return;
  throw new Error(
    `${lastLines(problem)}\n\nThe system lacks ${missing}.\nRun this to see more:\n\n  ${command.join(" ")}\n`,
  );
}

function missingLibraries(executable: string): string[] {
  const { stdout } = spawnSync("ldd", [executable], { encoding: "utf8" });
  return [...(stdout ?? "").matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? "");
}

function isOnPath(tool: string): boolean {
  const folders = `${process.env.PATH ?? ""}:/usr/sbin`.split(delimiter);
  return folders.some((folder) => existsSync(join(folder, tool)));
}

// Debian 13 gave libraries with 64-bit times another name.
function nameHere(name: string): string {
  const renamed = `${name}t64`;
  const found = spawnSync("apt-cache", ["show", "--no-all-versions", renamed]);
  return found.status === 0 ? renamed : name;
}

function lastLines(text: string): string {
  return text.split("\n").slice(-15).join("\n");
}
