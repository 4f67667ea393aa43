import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type OfficeProcess = {
  address: string;
  enrolmentCode: string;
  pid: number;
  close(): Promise<void>;
};

/** The demo's head office as a process of its own, as in a shop; `env` says where its data lies. */
export async function startOfficeProcess(env: NodeJS.ProcessEnv): Promise<OfficeProcess> {
  const program = fileURLToPath(new URL("../../src/head-office/index.ts", import.meta.url));
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child: ChildProcess = fork(program, {
    env: {
      ...inherited,
      YINYOM_DEMO: "1",
      YINYOM_HEAD_OFFICE_PORT: "0",
      YINYOM_HEAD_OFFICE_LOG: "error",
      ...env,
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [ready] = (await once(child, "message")) as [{ address: string; enrolmentCode: string }];
  return {
    ...ready,
    pid: child.pid ?? 0,
    async close() {
      const exit = once(child, "exit");
      child.disconnect();
      await exit;
    },
  };
}
