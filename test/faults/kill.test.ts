import { type ChildProcessByStdio, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { afterAll, expect, it } from "vitest";
import { sha256 } from "../../src/main/store/sha256.ts";
import { compileProgram } from "../support/compiled-program.ts";
import { makeFolder, openDesk } from "../support/desk-store.ts";
import { inventName } from "../support/invented-people.ts";

const folder = makeFolder("kill");
afterAll(folder.remove);

/** With those of kill-syncing.test.ts 200; YINYOM_KILLS names another number, such as 2000. */
const kills = Number(process.env.YINYOM_KILLS ?? 120);
const loop = await compileProgram(new URL("./saving-loop.ts", import.meta.url), folder.path);

/** A process that has started and waits to be let at the store: starting takes far longer than saving. */
function startProcess(path: string, key: Buffer): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(process.execPath, [loop.file, path, key.toString("hex")], {
    stdio: ["pipe", "pipe", "inherit"],
    env: loop.env,
  });
}

/** Lets a process save until it has answered `answers` times, kills it, and gives the ids that it answered. */
function saveUntilKilled(
  child: ReturnType<typeof startProcess>,
  answers: number,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      if (text.split("\n").length > answers) child.kill("SIGKILL");
    });
    child.on("error", reject);
    // Closed: what the pipe still held has been read.
    child.on("close", (_, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`ended by ${signal ?? "itself"}`));
      // A line without its end was cut by the kill: that capture was not answered.
      else resolve(text.split("\n").slice(0, -1));
    });
    child.stdin.write(".");
  });
}

it(`loses no answered capture and keeps none by half over ${kills} kills`, {
  timeout: 60_000 + kills * 2_000,
}, async () => {
  const path = join(folder.path, "desk.db");
  const key = randomBytes(32);
  openDesk({ path, key }).store.close();
  const answered: string[] = [];
  let next = startProcess(path, key);
  for (let kill = 0; kill < kills; kill += 1) {
    const child = next;
    next = startProcess(path, key);
    answered.push(...(await saveUntilKilled(child, kill % 12)));
  }
  next.kill("SIGKILL");

  const { store } = openDesk({ path, key });
  const ids = store.outbox.list().map(({ id }) => id);
  const stored = new Set(ids);
  expect(answered.filter((id) => !stored.has(id))).toEqual([]);
  expect(new Set(answered).size).toBe(answered.length);
  expect(answered.length).toBeGreaterThan(kills);
  // A capture may have been stored and not answered: at most one in each kill.
  expect(stored.size - answered.length).toBeLessThanOrEqual(kills);

  expect(store.captures.verifyChain(sha256)).toBeNull();
  expect(store.captures.last()?.sequence).toBe(stored.size);
  expect(store.captures.count()).toBe(stored.size);
  expect(store.audit.list(1_000_000)).toHaveLength(stored.size);
  const people = stored.size;
  for (let number = 0; number < people; number += 1) {
    const { hits } = store.people.search(inventName(number), 1000);
    expect(hits.some(({ name }) => name === inventName(number))).toBe(true);
  }
  store.close();
});
