import { readSync, writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { submitWithPicture } from "../../src/main/capture/submit-picture.ts";
import { makeCaptureDeps, openDesk } from "../support/desk-store.ts";
import { drawJpeg } from "../support/plain-jpeg.ts";
import { inventCopiedRefund, refundStaff } from "../support/refunds.ts";

/**
 * Run as a process of its own: `node copying-loop.ts STORE KEY`. Waits for a byte of input, saves refunds with
 * copies until it is killed, and writes a line to standard output before each step of a save and, after its
 * answer, the capture's id.
 */
const [path = "", key = ""] = process.argv.slice(2);
flushCompileCache();
const pictures = [1, 2, 3].map((number) => drawJpeg(number, 400, 300));
const { store } = openDesk({ path, key: Buffer.from(key, "hex"), now: Date.now });
const deps = makeCaptureDeps(store, Date.now);
const say = (text: string) => writeSync(1, `${text}\n`);
const ids = deps.makeId;
const write = store.write.bind(store);
const told = {
  ...deps,
  // Asked for before sealing, and anew for each try.
  makeId() {
    say("seal");
    return ids();
  },
  store: {
    ...store,
    write<Value>(work: () => Value): Value {
      say("store");
      const value = write(work);
      say("stored");
      return value;
    },
  },
};
say("ready");
readSync(0, Buffer.alloc(1));
for (let number = 0; ; number += 1) {
  const picture = Buffer.from(pictures[number % pictures.length] ?? []);
  const result = await submitWithPicture(told, refundStaff, inventCopiedRefund(), picture);
  if (!result.ok) throw new Error(result.failure.code);
  say(result.value.id);
}
