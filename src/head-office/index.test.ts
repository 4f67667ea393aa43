import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { layDatabase } from "../../test/support/database-dump.ts";
import { enrolTestDevice } from "../../test/support/device-client.ts";
import { decision } from "../captures/marketing-consent/example-acts.ts";
import { syncPaths } from "../contract/sync.ts";
import { openDatabase } from "./db/database.ts";
import { readDeviceChain } from "./device-chain.ts";

// Each start is a process of its own, and the first on a folder has a database to make or to migrate, and PIN hashes.
vi.setConfig({ testTimeout: 90_000 });

type Ready = {
  type: "ready";
  address: string;
  enrolmentCode: string;
  people: { name: string; nameEn: string; role: string; pin: string }[];
};

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yinyom-head-office-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

function startProcess(env: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = fork(fileURLToPath(new URL("./index.ts", import.meta.url)), {
    env: {
      ...inherited,
      YINYOM_HEAD_OFFICE_DATA: join(folder, "data"),
      YINYOM_HEAD_OFFICE_PORT: "0",
      YINYOM_HEAD_OFFICE_LOG: "error",
      ...env,
    },
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  children.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  return { child, read: () => said };
}

async function untilReady(child: ChildProcess): Promise<Ready> {
  const [message] = (await once(child, "message")) as [Ready];
  return message;
}

async function end(child: ChildProcess, how: () => void): Promise<number | null> {
  const exit = once(child, "exit");
  how();
  const [code] = (await exit) as [number | null];
  return code;
}

test("the demo tells who may sign in, and keeps its data and people over a second start", async () => {
  const first = startProcess({ YINYOM_DEMO: "1" });
  const ready = await untilReady(first.child);
  expect(ready.people.map(({ role }) => role).sort()).toEqual([
    "counter",
    "counter",
    "event",
    "manager",
  ]);
  const device = await enrolTestDevice(ready.address, ready.enrolmentCode);
  const before = await device.pull(0);
  const staff = before.changes.filter(({ topic }) => topic === "staff");
  expect(staff).toHaveLength(4);
  expect(JSON.stringify(staff)).not.toContain(ready.people[0]?.pin);
  expect(await end(first.child, () => first.child.kill("SIGTERM"))).toBe(0);
  expect(first.read()).toContain(ready.enrolmentCode);
  for (const { pin, name, nameEn } of ready.people) {
    expect(pin).toMatch(/^\d{6}$/);
    expect(first.read()).toContain(`${name} (${nameEn})`);
  }

  const second = startProcess({ YINYOM_DEMO: "1" });
  const again = await untilReady(second.child);
  expect(again.enrolmentCode).not.toBe(ready.enrolmentCode);
  const other = await enrolTestDevice(again.address, again.enrolmentCode);
  expect(other.deviceNumber).not.toBe(device.deviceNumber);
  const after = await other.pull(0);
  expect(after).toMatchObject({ changes: before.changes, cursor: before.cursor });
  expect(await end(second.child, () => second.child.kill("SIGINT"))).toBe(0);
});

test("whatever was answered is there after the process was killed", async () => {
  await layDatabase("empty", join(folder, "data", "postgres"));
  const { child } = startProcess({ YINYOM_DEMO: "1" });
  const ready = await untilReady(child);
  const device = await enrolTestDevice(ready.address, ready.enrolmentCode);
  let answered = 0;
  const exit = once(child, "exit");
  const pushing = (async () => {
    for (;;) {
      const items = Array.from({ length: 20 }, () => device.capture(decision));
      const verdicts = await device.push(items);
      answered += verdicts.filter(({ verdict }) => verdict === "accepted").length;
      // In the midst of the next push, whose answer nobody waits for.
      if (answered >= 100) setImmediate(() => child.kill("SIGKILL"));
    }
  })();
  await expect(pushing).rejects.toThrow();
  await exit;
  const { db, close } = await openDatabase({ kind: "directory", path: join(folder, "data") });
  const chain = await readDeviceChain(db, device.device);
  expect(answered).toBeGreaterThanOrEqual(100);
  expect(chain.accepted).toBeGreaterThanOrEqual(answered);
  // All of a push or nothing of it.
  expect(chain.accepted % 20).toBe(0);
  expect(chain).toMatchObject({ highest: chain.accepted, gaps: [], broken: [] });
  await close();
});

test("it ends when the process that started it is gone", async () => {
  await layDatabase("empty", join(folder, "data", "postgres"));
  const { child } = startProcess();
  const ready = await untilReady(child);
  expect(ready).toMatchObject({ enrolmentCode: null, people: [] });
  expect((await fetch(`${ready.address}${syncPaths.health}`)).status).toBe(200);
  expect(await end(child, () => child.disconnect())).toBe(0);
});

test("what keeps it from starting is said in one line", async () => {
  await layDatabase("empty", join(folder, "data", "postgres"));
  const wrong = startProcess({ YINYOM_HEAD_OFFICE_PORT: "many" });
  expect(await end(wrong.child, () => undefined)).toBe(2);
  expect(wrong.read()).toContain("YINYOM_HEAD_OFFICE_PORT");
  const first = startProcess();
  await untilReady(first.child);
  const second = startProcess();
  expect(await end(second.child, () => undefined)).toBe(1);
  expect(second.read()).toContain("Another head office is running");
});
