import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { type Kysely, sql } from "kysely";
import type { Envelope } from "../../src/contract/envelope.ts";
import { pushAnswer, syncPaths } from "../../src/contract/sync.ts";
import { openDatabase } from "../../src/head-office/db/database.ts";
import type { Tables } from "../../src/head-office/db/tables.ts";
import { enrolDevice, issueEnrolmentCode } from "../../src/head-office/enrolment.ts";
import { formRow } from "../../src/head-office/stored-captures.ts";
import { makeFolder } from "../support/desk-store.ts";
import { makeKey, openTestDevice, type TestDevice } from "../support/device-client.ts";
import { testBranch } from "../support/head-office.ts";
import { inventDecision, scramble } from "../support/invented-people.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { startOfficeProcess } from "./office-process.ts";
import { median, percentile, reportRatio, runRounds } from "./rounds.ts";
import { countRows } from "./row-count.ts";

/**
 * A region's line comes back: 2,000 devices, each with 20 captures, reconnect within ten minutes, which are
 * let pass as fast as this machine can serve them. Beside it the same rows go into the same database by COPY,
 * with no devices and no HTTP. Goal: at least 0.3 of that speed, no error, and memory that stays bounded.
 */
const goal = 0.3;
/** `npm run bench -- fleet 300` takes a smaller one, for a quick look. */
const fleetSize = Number(process.argv[2] ?? 2000);
const capturesEach = 20;
const windowSeconds = 600;
/** Devices under way at once; the others stand in line, as at a proxy. */
const atOnce = 48;
/** What head office may take at most, in MB: many times less than all that comes. */
const memoryBound = 600;

const columns = [
  ...Object.keys(formRow({ notice: {} } as Envelope)),
  "received_at",
] as (keyof Tables["capture"])[];

type Arrival = { headers: Record<string, string>; packed: Uint8Array };

const postgres = await startPostgres();
if (!postgres) {
  console.error("This bench needs PostgreSQL: apt-get install postgresql");
  process.exit(1);
}
const folder = makeFolder("bench-fleet");
chmodSync(folder.path, 0o755);
const office = await startOfficeProcess({
  YINYOM_HEAD_OFFICE_PROXIES: "127.0.0.1",
  DATABASE_URL: postgres.url,
});
const { db, close: closeDatabase } = await openDatabase({ kind: "server", url: postgres.url });
await sql`CREATE TABLE bare (LIKE capture INCLUDING ALL)`.execute(db);
const fleet = await enrolFleet(db, office.address);

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
let arrivals: Arrival[] = [];
const answers: string[] = [];
const file = join(folder.path, "rows.csv");
const pushes: number[] = [];

const [served, copied] = await runRounds(
  [
    {
      name: "reconnecting",
      prepare(round) {
        arrivals = drawArrivals(round);
        answers.length = 0;
        pushes.length = 0;
      },
      run: () => serveAll(),
      finish: () => checkAnswers(),
    },
    {
      name: "the same rows by COPY",
      async run() {
        await sql`COPY bare (${sql.join(columns.map((name) => sql.ref(name)))}) FROM ${sql.lit(file)} (FORMAT csv)`.execute(
          db,
        );
      },
    },
  ],
  { rounds: 3, pieces: 1 },
);
const peak = readPeakMemory(office.pid);
const [taken, bare] = [await countRows(db, "capture"), await countRows(db, "bare")];
await closeDatabase();
agent.destroy();
await office.close();
await postgres.close();
folder.remove();
if (!served || !copied) throw new Error("a contender is missing");
if (taken !== bare) throw new Error(`${taken} captures arrived, ${bare} rows were copied`);

const count = fleetSize * capturesEach;
const perSecond = (ms: number) => Math.round((count / ms) * 1000);
const took = median(served.rounds);
console.log(
  `${fleetSize} devices with ${capturesEach} captures each, on PostgreSQL ${postgres.version}`,
);
console.log(
  `${windowSeconds} s went by in ${(took / 1000).toFixed(1)} s: ${perSecond(took)} captures a second`,
);
console.log(
  `a push, with ${atOnce} under way: p50 ${median(pushes).toFixed(0)} ms, p99 ${percentile(pushes, 99).toFixed(0)} ms`,
);
console.log(`by COPY: ${perSecond(median(copied.rounds))} a second`);
console.log(`head office took ${peak} MB at most, of ${memoryBound} allowed; no error`);
console.log(`goal: at least ${goal.toFixed(2)} of the speed`);
reportRatio("fleet", median(copied.rounds) / took);
if (peak > memoryBound) throw new Error(`head office took ${peak} MB`);

/**
 * All devices in the order in which they happen to come back, with what they bring, packed and signed: what a PC
 * does by itself is not head office's to do.
 */
function drawArrivals(round: number): Arrival[] {
  const rows: string[] = [];
  const drawn = fleet.map((device, place) => {
    const items = Array.from({ length: capturesEach }, (_, n) =>
      device.capture(inventDecision((round * fleetSize + place) * capturesEach + n)),
    );
    rows.push(...items.map(formLine));
    const packed = device.pack({ items });
    return {
      at: (scramble(round * fleetSize + place) / 2 ** 32) * windowSeconds,
      // Each shop has a line of its own; the limit on requests is one for each.
      headers: {
        ...device.sign(syncPaths.push, packed),
        "x-forwarded-for": `10.${place >> 8}.${place & 255}.1`,
      },
      packed,
    };
  });
  writeFileSync(file, rows.join(""), { mode: 0o644 });
  return drawn.sort((one, other) => one.at - other.at);
}

async function serveAll(): Promise<void> {
  const waiting = arrivals.values();
  const serve = async () => {
    for (const arrival of waiting) await serveOne(arrival);
  };
  await Promise.all(Array.from({ length: atOnce }, serve));
}

async function serveOne({ headers, packed }: Arrival): Promise<void> {
  const from = performance.now();
  answers.push(await post(`${office.address}${syncPaths.push}`, headers, packed));
  pushes.push(performance.now() - from);
}

function checkAnswers(): void {
  if (answers.length !== fleetSize) throw new Error(`${answers.length} were answered`);
  for (const answer of answers) {
    const { verdicts } = pushAnswer.parse(JSON.parse(answer));
    const accepted = verdicts.filter(({ verdict }) => verdict === "accepted").length;
    if (accepted !== capturesEach) throw new Error(`${accepted} of ${capturesEach} were accepted`);
  }
}

/** What the PCs of a whole fleet spend by themselves is to take little of this one, so no `fetch`. */
async function post(
  url: string,
  headers: Record<string, string>,
  body: Uint8Array,
): Promise<string> {
  const sending = request(url, { method: "POST", agent, headers });
  sending.end(body);
  const [answer] = (await once(sending, "response")) as [IncomingMessage];
  return text(answer);
}

function formLine(item: Envelope): string {
  const row: Record<string, unknown> = { ...formRow(item), received_at: item.capturedAt };
  const cell = (value: unknown) =>
    value === null || value === undefined ? "" : `"${String(value).replaceAll('"', '""')}"`;
  return `${columns.map((name) => cell(row[name])).join()}\n`;
}

async function enrolFleet(work: Kysely<Tables>, address: string): Promise<TestDevice[]> {
  const devices: TestDevice[] = [];
  for (let n = 0; n < fleetSize; n += 1) {
    const pair = makeKey();
    const code = await issueEnrolmentCode(work, testBranch, new Date(), randomBytes);
    const asked = { code, publicKey: pair.publicKey, deviceName: `desk ${n}` };
    const enrolled = await enrolDevice(work, asked, new Date());
    if (!enrolled) throw new Error("a device was not enrolled");
    devices.push(openTestDevice(address, enrolled, pair));
  }
  return devices;
}

/** The most memory that a process has held, in MB. */
function readPeakMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1024);
}
