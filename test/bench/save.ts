import { randomUUID } from "node:crypto";
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type CaptureInput, submitCapture } from "../../src/main/capture/submit-capture.ts";
import { makeCaptureDeps, makeFolder, openDesk, showNotice } from "../support/desk-store.ts";
import { inventDecision } from "../support/invented-people.ts";
import { describe, median, reportRatio, runRounds } from "./rounds.ts";

/**
 * The whole path of a capture (parse, rules, one durable transaction in the encrypted store) beside the least
 * that durability costs here: the same bytes appended to a file, with fdatasync. Goal: at most 2.5.
 */
const goal = 2.5;
const folder = makeFolder("bench-save");
const { store } = openDesk({ path: join(folder.path, "desk.db"), now: Date.now });
const deps = makeCaptureDeps(store, Date.now);
const who = { staff: "malee", roles: ["counter"] as const };
const notice = showNotice("th");
const file = openSync(join(folder.path, "append.log"), "a");
let input: CaptureInput | null = null;
let bytes = Buffer.alloc(0);

const [save, append] = await runRounds(
  [
    {
      name: "save a capture",
      // As a page's call brings it: plain data that was not there a moment ago.
      prepare(index) {
        const payload = inventDecision(index);
        const request = randomUUID();
        input = { request, kind: "marketing-consent", payload, amends: null, notice };
      },
      run() {
        if (input === null) throw new Error("nothing to save");
        const result = submitCapture(deps, who, input);
        if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
      },
    },
    {
      name: "append and fdatasync the bytes",
      prepare(index) {
        bytes = Buffer.from(`${JSON.stringify(inventDecision(index))}\n`);
      },
      run() {
        writeSync(file, bytes);
        fdatasyncSync(file);
      },
    },
  ],
  { rounds: 15, pieces: 200 },
);
closeSync(file);
store.close();
folder.remove();
if (!save || !append) throw new Error("a contender is missing");

console.log(`${save.pieces.length} captures of about ${bytes.length} bytes, by turns`);
console.log(describe(save));
console.log(describe(append));
console.log(`goal: at most ${goal.toFixed(2)}`);
reportRatio("save", median(save.rounds) / median(append.rounds));
