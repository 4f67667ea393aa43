import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { sql } from "kysely";
import type { Envelope } from "../../src/contract/envelope.ts";
import { openDatabase } from "../../src/head-office/db/database.ts";
import { migrate } from "../../src/head-office/db/migrate.ts";
import { formRow } from "../../src/head-office/stored-captures.ts";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { openStore } from "../../src/main/store/open-store.ts";
import { createSync } from "../../src/main/sync/sync.ts";
import { makeCaptureDeps, makeFolder, showNotice } from "../support/desk-store.ts";
import { inventDecision } from "../support/invented-people.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { openKeyProtection } from "../support/synced-desk.ts";
import { startOfficeProcess } from "./office-process.ts";
import { describe, median, reportRatio, runRounds } from "./rounds.ts";
import { countRows } from "./row-count.ts";

/**
 * 10,000 captures from a desk's outbox until head office has acknowledged each, beside inserting the same
 * rows into the same database in bulk, with no desk and no HTTP. Desk, head office and database are processes
 * of their own, as in a shop. Goal: at least half the speed.
 */
const goal = 0.5;
const count = 10_000;
const bulk = 1000;

const folder = makeFolder("bench-sync");
// `npm run bench -- sync pglite` measures the built-in database on purpose.
const postgres = process.argv.includes("pglite") ? null : await startPostgres();
const office = await startOfficeProcess({
  YINYOM_HEAD_OFFICE_DATA: join(folder.path, "head-office"),
  ...(postgres ? { DATABASE_URL: postgres.url } : {}),
});
const { db, close: closeDatabase } = await openBareDatabase();
const store = openBenchStore();
let onSettled: () => void = () => undefined;
const sync = createSync({
  store,
  keyProtection: openKeyProtection,
  appVersion: "0.1.0",
  deviceName: "bench",
  fetch,
  now: Date.now,
  random: randomBytes,
  schedule(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  onChanged: () => onSettled(),
  onLeft: () => undefined,
  report: ({ event }) => console.error(`sync reports ${event}`),
  reportBug: failAll,
});
const enrolled = await sync.enrol(office.address, office.enrolmentCode);
if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.failure.code}`);

const deps = makeCaptureDeps(store, Date.now);
const notice = showNotice("th");
let captures: Envelope[] = [];

const [synced, bare] = await runRounds(
  [
    {
      name: "outbox to acknowledged",
      prepare(round) {
        for (let n = 0; n < count; n += 1) save(round * count + n);
        captures = store.outbox.nextBatch(Date.now(), count, Number.POSITIVE_INFINITY);
      },
      async run() {
        await untilAcknowledged();
      },
    },
    {
      name: "the same rows, inserted in bulk",
      async run() {
        for (let from = 0; from < count; from += bulk) {
          const rows = captures.slice(from, from + bulk).map((item) => ({
            ...formRow(item),
            received_at: item.capturedAt,
          }));
          await sql`INSERT INTO bare SELECT * FROM json_populate_recordset(NULL::bare, ${JSON.stringify(rows)}::json)`.execute(
            db,
          );
        }
      },
    },
  ],
  { rounds: 5, pieces: 1 },
);
const arrived = await countRows(db, "bare");
const taken = postgres ? await countRows(db, "capture") : arrived;
await sync.stop();
store.close();
await closeDatabase();
await office.close();
await postgres?.close();
folder.remove();
if (!synced || !bare) throw new Error("a contender is missing");
if (taken !== arrived) throw new Error(`${taken} captures arrived, ${arrived} rows were inserted`);

const bytes = Math.round(
  captures.reduce((sum, item) => sum + (item.payload?.length ?? 0), 0) / captures.length,
);
const kind = postgres
  ? `PostgreSQL ${postgres.version}`
  : "PGlite (PostgreSQL is not installed, or PGlite was asked for)";
console.log(`${count} captures of about ${bytes} characters, by turns, on ${kind}`);
for (const timing of [synced, bare]) {
  const perSecond = Math.round((count / median(timing.rounds)) * 1000);
  console.log(`${describe(timing)}   ${perSecond} a second`);
}
console.log(`goal: at least ${goal.toFixed(2)} of the speed`);
reportRatio("sync", median(bare.rounds) / median(synced.rounds));

function failAll(error: unknown): never {
  console.error(error);
  process.exit(1);
}

function openBenchStore() {
  const path = join(folder.path, "desk.db");
  const opened = openStore({ path, key: randomBytes(32), allowPlaintext: false, now: Date.now });
  if (!opened.ok) throw new Error(`the store does not open: ${opened.failure.code}`);
  return opened.value;
}

function save(number: number): void {
  const saved = submitCapture(
    deps,
    { staff: "somying", roles: ["counter"] },
    {
      request: randomUUID(),
      kind: "marketing-consent",
      payload: inventDecision(number),
      amends: null,
      notice,
    },
  );
  if (!saved.ok) throw new Error(`not saved: ${JSON.stringify(saved.failure)}`);
}

function untilAcknowledged(): Promise<void> {
  return new Promise((resolve) => {
    onSettled = () => {
      const { waiting, parked, trouble } = sync.status();
      if (parked > 0 || trouble !== null) failAll(`parked ${parked}, trouble ${trouble}`);
      if (waiting === 0) resolve();
    };
    sync.wake("saved");
  });
}

/** PGlite belongs to one process: there the rows go into a second database of the same kind. */
async function openBareDatabase() {
  const opened = await openDatabase(
    postgres
      ? { kind: "server", url: postgres.url }
      : { kind: "directory", path: join(folder.path, "bare") },
  );
  if (!postgres) await migrate(opened.db);
  await sql`CREATE TABLE bare (LIKE capture INCLUDING ALL)`.execute(opened.db);
  return opened;
}
