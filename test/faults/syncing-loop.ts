import { randomBytes } from "node:crypto";
import { readSync, writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { createSync } from "../../src/main/sync/sync.ts";
import { makeCaptureDeps, openDesk } from "../support/desk-store.ts";
import { counterStaff, inventInput } from "../support/filled-store.ts";
import { openKeyProtection } from "../support/synced-desk.ts";

/**
 * Run as a process of its own: `node syncing-loop.ts STORE KEY WORK MINUTES`. Waits for a byte of input. With the work
 * `on` it saves, sends, fetches and ends retention until it is killed, and writes the id of each capture to
 * standard output after its answer, never before. With `out` it sends what is
 * there, waits until the idle lock is after so many minutes, and ends.
 */
const [path = "", key = "", work = "", minutes = ""] = process.argv.slice(2);
flushCompileCache();
readSync(0, Buffer.alloc(1));
const { store } = openDesk({ path, key: Buffer.from(key, "hex"), now: Date.now });
const deps = makeCaptureDeps(store, Date.now);
const sync = createSync({
  store,
  keyProtection: openKeyProtection,
  appVersion: "0.1.0",
  deviceName: "a PC that is killed",
  fetch,
  now: Date.now,
  random: randomBytes,
  schedule(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  onChanged: () => {},
  onLeft: () => undefined,
  report: () => {},
  reportBug(error) {
    throw error;
  },
});

async function saveOn(): Promise<never> {
  for (let number = store.captures.count(); ; number += 1) {
    const result = submitCapture(deps, counterStaff, inventInput(number));
    if (!result.ok) throw new Error(result.failure.code);
    writeSync(1, `${result.value.id}\n`);
    sync.wake(number % 3 === 0 ? "manual" : "saved");
    if (number % 4 === 3) purgeOldest();
    await wait(number % 5);
  }
}

/** As retention does: content that head office has goes, and leaves no trace in the log. */
function purgeOldest(): void {
  const { upTo } = store.outbox.acknowledgedSoFar();
  if (upTo === 0 || store.outbox.isWaiting(upTo)) return;
  store.write(() => store.captures.purge([upTo]));
  store.scrub();
}

async function sendOut(): Promise<void> {
  const until = Date.now() + 60_000;
  const hasFetched = () =>
    store.received.readReference()?.settings.idleLockMinutes === Number(minutes);
  while (sync.status().waiting > 0 || !hasFetched()) {
    if (Date.now() > until) throw new Error(JSON.stringify(sync.status()));
    sync.wake("manual");
    await wait(50);
  }
  await sync.stop();
  store.close();
}

if (work === "out") await sendOut();
else await saveOn();
