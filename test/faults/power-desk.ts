import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import type { Store } from "../../src/main/store/open-store.ts";
import { createSync, type Sync } from "../../src/main/sync/sync.ts";
import { makeCaptureDeps } from "../support/desk-store.ts";
import { counterStaff, inventInput } from "../support/filled-store.ts";
import { openKeptDesk, protectFor } from "../support/kept-keys.ts";

/**
 * Run as a process of its own: `node power-desk.ts FOLDER ADDRESS CODE SAVES [unsynced]`. A desk from its first start
 * on: enrols, saves so many captures, sends and fetches, ends retention, copies and empties its log, renews its key,
 * and is closed and opened again. It writes to standard output what it has answered, after it has, never before:
 * `saved NUMBER SEQUENCE ID CONTENT-HASH`, `purged SEQUENCE`; and `purging SEQUENCE` before it begins. With
 * `unsynced` SQLite syncs its log only before it copies it, as it does unless it is told otherwise.
 */
const [folder = "", address = "", code = "", saves = "", mode = ""] = process.argv.slice(2);
const malee = protectFor("malee");
const sittings = 4;

if (mode === "unsynced") leaveUnsynced();
for (let sitting = 0; sitting < sittings; sitting += 1) {
  const { store, keys } = await openKeptDesk(folder, malee, Date.now);
  const sync = startSync(store);
  if (sitting === 0) {
    const enrolled = await sync.enrol(address, code);
    if (!enrolled.ok) throw new Error(enrolled.failure.code);
  }
  await keys.sealIfDue();
  const upto = (Number(saves) * (sitting + 1)) / sittings;
  for (let number = store.captures.count(); number < upto; number += 1) {
    save(store, number);
    if (number % 3 === 0) sync.wake("saved");
    if (number % 7 === 6) await untilSent(sync);
    if (number % 5 === 4) purgeOldest(store);
    if (number % 9 === 8) store.tidy();
    if (number % 20 === 10) await keys.renew("somying");
    await wait(number % 3);
  }
  if (sitting === sittings - 1) await untilSent(sync);
  await sync.stop();
  store.close();
}

function save(store: Store, number: number): void {
  const deps = makeCaptureDeps(store, Date.now);
  const result = submitCapture(deps, counterStaff, inventInput(number));
  if (!result.ok) throw new Error(result.failure.code);
  const kept = store.captures.readById(result.value.id)?.envelope;
  if (!kept) throw new Error("answered and not kept");
  writeSync(1, `saved ${number} ${kept.sequence} ${kept.id} ${kept.contentHash}\n`);
}

async function untilSent(sync: Sync): Promise<void> {
  const until = Date.now() + 60_000;
  sync.wake("manual");
  while (sync.status().waiting > 0 || sync.inFlight().size > 0) {
    if (Date.now() > until) throw new Error(JSON.stringify(sync.status()));
    await wait(5);
  }
}

/** As retention does: content that head office has goes, and leaves no trace in the log. */
function purgeOldest(store: Store): void {
  const { upTo } = store.outbox.acknowledgedSoFar();
  if (upTo === 0 || store.outbox.isWaiting(upTo)) return;
  writeSync(1, `purging ${upTo}\n`);
  store.write(() => store.captures.purge([upTo]));
  writeSync(1, `purged ${upTo}\n`);
  store.scrub();
}

function startSync(store: Store): Sync {
  return createSync({
    store,
    keyProtection: malee,
    appVersion: "0.1.0",
    deviceName: "a PC that loses its power",
    fetch,
    onLeft: () => undefined,
    now: Date.now,
    random: randomBytes,
    schedule(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    onChanged: () => {},
    report: () => {},
    reportBug(error) {
      throw error;
    },
  });
}

/** The store reads back what it set, so it is told what it wants to hear. */
function leaveUnsynced(): void {
  const { prototype } = SQLite as unknown as {
    prototype: { pragma(text: string, options?: object): unknown };
  };
  const { pragma } = prototype;
  prototype.pragma = function run(text, options) {
    if (text === "synchronous=FULL") return pragma.call(this, "synchronous=NORMAL", options);
    if (text === "synchronous") return 2;
    return pragma.call(this, text, options);
  };
}
