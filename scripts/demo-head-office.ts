import type { ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Children } from "./children.ts";
import { choosePort, type DemoFolder } from "./demo-folder.ts";
import { root } from "./dependencies.mjs";
import { showProgress } from "./progress.mjs";

export interface Person {
  name: string;
  nameEn: string;
  role: string;
  pin: string;
}

export interface Account {
  signIn: string;
  role: string;
  password: string;
}

export interface DemoHeadOffice {
  process: ChildProcess;
  address: string;
  enrolmentCode: string;
  people: Person[];
  accounts: Account[];
}

const secondsToAnswer = 120;

/** Starts head office with the demo's data and waits until it answers. */
export async function startDemoHeadOffice(
  children: Children,
  folder: DemoFolder,
): Promise<DemoHeadOffice> {
  const port = await choosePort(folder);
  const log = openSync(folder.headOfficeLog, "w");
  const child = children.start(process.execPath, [join(root, "src/head-office/index.ts")], {
    cwd: root,
    env: {
      ...process.env,
      YINYOM_HEAD_OFFICE_DATA: folder.headOffice,
      YINYOM_HEAD_OFFICE_HOST: "127.0.0.1",
      YINYOM_HEAD_OFFICE_PORT: String(port),
      YINYOM_DEMO: "1",
    },
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  const end = showProgress("Starting head office");
  try {
    const ready = await waitForReady(child);
    end("done");
    return { process: child, ...ready };
  } catch (error) {
    end("failed");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Head office did not start: ${reason}\n${lastLines(folder.headOfficeLog)}`);
  }
}

function waitForReady(child: ChildProcess): Promise<Omit<DemoHeadOffice, "process">> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(
      () => reject(new Error(`no answer within ${secondsToAnswer} s`)),
      secondsToAnswer * 1000,
    );
    child.on("message", (message: { type?: string }) => {
      if (message.type !== "ready") return;
      clearTimeout(impatience);
      resolve(message as unknown as Omit<DemoHeadOffice, "process">);
    });
    child.once("exit", (code) => {
      clearTimeout(impatience);
      reject(new Error(`it ended with ${code}`));
    });
    child.once("error", (error) => reject(error));
  });
}

export function lastLines(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").slice(-15).join("\n");
}
