import { readSync, writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { makeCaptureDeps, openDesk } from "../support/desk-store.ts";
import { counterStaff, inventInput } from "../support/filled-store.ts";

/**
 * Run as a process of its own: `node saving-loop.ts STORE KEY`. Waits for a byte of input, saves captures until
 * it is killed, and writes the id of each to standard output after its answer, never before.
 */
const [path = "", key = ""] = process.argv.slice(2);
// A killed process leaves no compiled modules to the next one unless it does so before.
flushCompileCache();
readSync(0, Buffer.alloc(1));
const { store } = openDesk({ path, key: Buffer.from(key, "hex"), now: Date.now });
const deps = makeCaptureDeps(store, Date.now);
for (let number = store.captures.count(); ; number += 1) {
  const result = submitCapture(deps, counterStaff, inventInput(number));
  if (!result.ok) throw new Error(result.failure.code);
  writeSync(1, `${result.value.id}\n`);
  if (number % 50 === 49) store.tidy();
}
