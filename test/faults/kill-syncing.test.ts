import { type ChildProcessByStdio, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exampleReference } from "../../src/captures/marketing-consent/example-reference.ts";
import { publishChanges } from "../../src/head-office/change-log.ts";
import { readDeviceChain } from "../../src/head-office/device-chain.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { openConnection } from "../../src/main/store/connection.ts";
import { openStore } from "../../src/main/store/open-store.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import { createSync } from "../../src/main/sync/sync.ts";
import { compileProgram } from "../support/compiled-program.ts";
import { makeFolder } from "../support/desk-store.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { scramble } from "../support/invented-people.ts";
import { openKeyProtection } from "../support/synced-desk.ts";

/** With those of kill.test.ts 200; YINYOM_KILLS names another number, such as 2000. */
const kills = Number(process.env.YINYOM_KILLS ?? 80);
const folder = makeFolder("kill-syncing");
const path = join(folder.path, "desk.db");
const key = randomBytes(32);
const loop = await compileProgram(new URL("./syncing-loop.ts", import.meta.url), folder.path);
let headOffice: HeadOffice;

beforeAll(async () => {
  headOffice = await startTestHeadOffice();
  const opened = openStore({ path, key, allowPlaintext: false, now: Date.now });
  if (!opened.ok) throw new Error(opened.failure.code);
  const sync = createSync({
    store: opened.value,
    keyProtection: openKeyProtection,
    appVersion: "0.1.0",
    deviceName: "a PC that is killed",
    fetch,
    now: Date.now,
    random: randomBytes,
    schedule: () => () => {},
    onChanged: () => {},
    onLeft: () => undefined,
    report: () => {},
    reportBug(error) {
      throw error;
    },
  });
  const code = await headOffice.issueEnrolmentCode(testBranch);
  const enrolled = await sync.enrol(headOffice.address, code);
  if (!enrolled.ok) throw new Error(enrolled.failure.code);
  await sync.stop();
  opened.value.close();
});
afterAll(async () => {
  await headOffice.close();
  folder.remove();
});

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** A process that has started and waits to be let at the store. */
function startProcess(...work: ["on"] | ["out", string]): Child {
  return spawn(process.execPath, [loop.file, path, key.toString("hex"), ...work], {
    stdio: ["pipe", "pipe", "inherit"],
    env: loop.env,
  });
}

/**
 * Lets a process work until its first answer, and until head office has got something where `untilHeard`; then some
 * ms longer. Kills it, and gives the ids that it answered.
 */
async function workUntilKilled(child: Child, ms: number, untilHeard: boolean): Promise<string[]> {
  const before = untilHeard ? await countArrived() : 0;
  let text = "";
  const begun = new Promise<void>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      resolve();
    });
  });
  const closed = once(child, "close");
  child.stdin.write(".");
  await Promise.race([begun, closed]);
  while (untilHeard && child.exitCode === null && (await countArrived()) === before) await wait(20);
  await wait(ms);
  child.kill("SIGKILL");
  const [, signal] = await closed;
  expect(signal).toBe("SIGKILL");
  return text.split("\n").slice(0, -1);
}

async function countArrived(): Promise<number> {
  const rows = await headOffice.db.selectFrom("capture").select("id").execute();
  return rows.length;
}

/** Captures whose content is gone, and by which somebody could still be found. */
function listFoundThoughPurged(): unknown[] {
  const connection = openConnection({ path, key, allowPlaintext: false });
  // FTS5 compares its index with what it was made of: a name that was left in it is found out.
  connection.exec("INSERT INTO name_index (name_index, rank) VALUES ('integrity-check', 0)");
  const left = connection
    .prepare(
      `SELECT sequence FROM capture_log WHERE payload IS NULL AND sequence IN
       (SELECT sequence FROM search_key UNION SELECT sequence FROM sighting UNION SELECT sequence FROM named)`,
    )
    .all();
  connection.close();
  return left;
}

/** Something new to fetch, so that a kill may meet a page that is being stored. */
async function publishSettings(idleLockMinutes: number): Promise<void> {
  const value = { ...exampleReference.settings, idleLockMinutes };
  await publishChanges(
    headOffice.db,
    [{ topic: "settings", key: "settings", value, audience: null }],
    new Date(),
  );
}

it(`loses nothing and sends nothing twice over ${kills} kills while it saves, sends, fetches and purges`, {
  timeout: 60_000 + kills * 3_000,
}, async () => {
  const answered: string[] = [];
  let next = startProcess("on");
  for (let kill = 0; kill < kills; kill += 1) {
    const child = next;
    next = startProcess("on");
    await publishSettings((kill % 9) + 1);
    // By time alone, on a busy machine, few kills would meet a push or what comes after one.
    answered.push(...(await workUntilKilled(child, scramble(kill) % 250, kill % 2 === 1)));
  }
  next.kill("SIGKILL");
  const early = await countArrived();
  const last = startProcess("out", String(((kills - 1) % 9) + 1));
  last.stdin.write(".");
  const [code] = await once(last, "close");
  expect(code).toBe(0);

  const rows = await headOffice.db
    .selectFrom("capture")
    .select(["id", "device"])
    .orderBy("sequence")
    .execute();
  const arrived = new Set(rows.map(({ id }) => id));
  expect(answered.filter((id) => !arrived.has(id))).toEqual([]);
  expect(new Set(answered).size).toBe(answered.length);
  expect(answered.length).toBeGreaterThan(kills);
  // A capture may have been stored and not answered: at most one in each kill.
  expect(arrived.size - answered.length).toBeLessThanOrEqual(kills);

  const opened = openStore({ path, key, allowPlaintext: false, now: Date.now });
  if (!opened.ok) throw new Error(opened.failure.code);
  const store = opened.value;
  expect(store.captures.verifyChain(sha256)).toBeNull();
  expect(store.outbox.counts()).toMatchObject({ waiting: 0, parked: 0 });
  expect(store.outbox.acknowledgedSoFar().count).toBe(arrived.size);
  expect(store.captures.tallyKept()[0]?.kept).toBeLessThan(arrived.size);
  store.close();
  expect(listFoundThoughPurged()).toEqual([]);
  const [first] = rows;
  expect(await readDeviceChain(headOffice.db, first?.device ?? "")).toMatchObject({
    accepted: arrived.size,
    refused: 0,
    gaps: [],
    broken: [],
    conflicts: 0,
  });
  // Not all of it was left to the last: kills met pushes, their answers and what came after them.
  expect(early).toBeGreaterThanOrEqual(Math.floor(kills / 2));
});
