import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { homedir } from "node:os";
import { join } from "node:path";

export interface DemoFolder {
  path: string;
  headOffice: string;
  desk: string;
  headOfficeLog: string;
  deskLog: string;
  /** Lets the next start have the folder. */
  release(): void;
}

const firstPort = 4310;
const lastPort = 4399;

/** The folder of the demo's data, for this process alone. */
export function claimDemoFolder({ fresh }: { fresh: boolean }): DemoFolder {
  const path = join(userDataFolder(), "yinyom-demo");
  const claim = join(path, "running");
  const owner = existsSync(claim) ? Number(readFileSync(claim, "utf8")) : undefined;
  if (owner !== undefined && isAlive(owner)) {
    throw new Error(
      `Yinyom's demo is running already (process ${owner}).\nEnd that one first: two at once would damage its data.`,
    );
  }
  if (fresh) rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  writeFileSync(claim, String(process.pid));
  return {
    path,
    headOffice: join(path, "head-office"),
    desk: join(path, "desk"),
    headOfficeLog: join(path, "head-office.log"),
    deskLog: join(path, "desk.log"),
    release: () => rmSync(claim, { force: true }),
  };
}

/** The port of the last start, so that an enrolled desk finds head office again; else a free one. */
export async function choosePort(folder: DemoFolder): Promise<number> {
  const memory = join(folder.path, "port");
  const before = existsSync(memory) ? Number(readFileSync(memory, "utf8")) : firstPort;
  const port = (await isFree(before)) ? before : await findFreePort();
  if (port !== before && existsSync(memory)) {
    console.log(`Port ${before} of the last start is taken: head office moves to ${port}.`);
  }
  writeFileSync(memory, String(port));
  return port;
}

async function findFreePort(): Promise<number> {
  for (let port = firstPort; port <= lastPort; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${firstPort} to ${lastPort} is free for head office.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function userDataFolder(): string {
  const { LOCALAPPDATA, XDG_DATA_HOME } = process.env;
  if (process.platform === "win32") return LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support");
  return XDG_DATA_HOME || join(homedir(), ".local", "share");
}
